"""The documents beside the report: one audit, the pack for a meeting, the list of actions."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from audit_desk.domain.action_sheet import ActionSheet
from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import OVERALL, Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.moderation_sheet import ModerationSheet
from audit_desk.domain.settlement import answer_item, judgement_item
from audit_desk.domain.shareable_from import shareable
from audit_desk.reports.action_list import build_action_list
from audit_desk.reports.blocks import ReportContent
from audit_desk.reports.loop import build_loop
from audit_desk.reports.moderation_report import build_moderation_report
from audit_desk.reports.papers import write_paper
from audit_desk.reports.single_audit import build_single_audit
from audit_desk.services.findings_moderation import moderation_findings
from tests.reports.example_moderation import MODERATOR, make_moderation, settlement
from tests.reports.example_record import make_record
from tests.reports.example_tool import EXAMPLE_TOOL
from tests.reports.golden import assert_golden
from tests.reports.tagged import Tagged

WRITTEN = datetime(2026, 5, 4, tzinfo=UTC)


def one_audit() -> AuditReport:
    """The audit of the one child whose concern is open."""
    record = make_record()
    open_ = next(each for each in record.findings.concerns if each.is_open)
    full = next(each for each in record.audits if each.audit.reference == open_.reference)
    concerns = tuple(each for each in record.findings.concerns if each.reference == open_.reference)
    actions = record.findings.actions
    clocks = record.clocks[full.audit.id]
    return AuditReport(record.tool, "Northbrook", "Spring 2026", full, clocks, actions, concerns)


def single() -> ReportContent:
    return build_single_audit(one_audit())


def loop() -> ReportContent:
    return build_loop(shareable(make_record().findings, Audience.TEAM, (), lambda _text: False))


def actions() -> ReportContent:
    lines = make_record().findings.actions
    return build_action_list(ActionSheet("Northbrook", "Spring 2026", lines, date(2026, 4, 20)))


def pages(content: ReportContent) -> list[str]:
    return pages_of(write_paper(content, WRITTEN, ".pdf"))


@cache
def pages_of(paper: bytes) -> list[str]:
    """What can be read on each page of a PDF; the same PDF is read once."""
    return [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]


def text(content: ReportContent) -> str:
    return " ".join(" ".join(pages(content)).split())


def moderation() -> ReportContent:
    return build_moderation_report(moderated(make_moderation()))


def moderated(found: RoundModeration) -> ModerationSheet:
    counted = moderation_findings(EXAMPLE_TOOL, found)
    tool = EXAMPLE_TOOL
    return ModerationSheet("Northbrook", "Spring 2026", tool.title, tool.version, found, counted)


@pytest.mark.parametrize("build", [single, loop, actions, moderation])
def test_a_document_reads_as_agreed_and_is_the_same_every_time(
    build: Callable[[], ReportContent],
) -> None:
    paper = write_paper(build(), WRITTEN, ".pdf")
    assert_golden(f"{build.__name__}.txt", "\n\n-----\n\n".join(pages_of(paper)))
    assert write_paper(build(), WRITTEN, ".pdf") == paper
    assert write_paper(build(), WRITTEN, ".docx") == write_paper(build(), WRITTEN, ".docx")


@pytest.mark.parametrize("build", [single, loop, actions, moderation])
def test_a_document_can_be_heard_and_edited(build: Callable[[], ReportContent]) -> None:
    content = build()
    heard = Tagged(PdfReader(BytesIO(write_paper(content, WRITTEN, ".pdf"))))
    written = Document(BytesIO(write_paper(content, WRITTEN, ".docx")))

    assert [run for run in heard.runs if run.mark is None] == []
    titles = [section.title for section in content.sections]
    assert [heard.text(node).strip() for node in heard.root.of("H2")] == titles
    headings = [
        each for each in written.paragraphs if each.style and each.style.name == "Heading 1"
    ]
    assert [each.text for each in headings] == titles
    assert heard.reader.metadata is not None
    assert heard.reader.metadata.subject == content.subject
    breaks = [each.paragraph_format.page_break_before for each in headings]
    assert breaks == [(content.page_each and bool(place)) or None for place in range(len(titles))]


def test_one_audit_tells_of_one_child_and_of_no_other() -> None:
    record, mine = make_record(), one_audit().full.audit
    said = text(single())

    others = {each.audit.reference for each in record.audits} - {mine.reference}
    assert others
    assert mine.reference in said
    assert not [reference for reference in others if reference in said]
    assert mine.auditor in said
    assert "This report is for learning" in said
    assert "It stays open until somebody other than the auditor" in said


def test_one_audit_holds_every_word_of_a_long_text_and_every_reason() -> None:
    report = one_audit()
    words = [f"word{number}" for number in range(20_000)]
    title = "t" * 200
    theme = report.tool.themes[0]
    question = next(each for each in theme.questions if each.id in report.full.answers)
    answers = {**report.full.answers, question.id: Answer(question.id, "3", None, " ".join(words))}
    judged = Judgement(theme.id, Grade.GOOD, "Because.", suggested=Grade.INADEQUATE)
    full = replace(report.full, answers=answers, judgements={theme.id: judged})
    tool = replace(report.tool, themes=(replace(theme, title=title), *report.tool.themes[1:]))

    said = text(build_single_audit(replace(report, full=full, tool=tool)))

    assert set(words) <= set(re.findall(r"word\d+", said))
    assert title in "".join(said.split())
    assert "The answers suggested Inadequate. The auditor decided otherwise: Because." in said
    assert "No overall judgement was made." in said


def test_an_audit_without_a_word_still_has_a_report() -> None:
    report = one_audit()
    bare = replace(report.full, answers={}, judgements={OVERALL: Judgement(OVERALL)})

    said = text(
        build_single_audit(replace(report, full=bare, actions=(), concerns=(), readings=()))
    )

    assert "The audit asked for no action." in said
    assert said.count("The auditor wrote nothing here.") == 2


def test_one_audit_says_both_what_the_auditor_gave_and_what_was_settled() -> None:
    report = one_audit()
    judged = report.full.judgements[OVERALL]
    own = judged.grade
    assert own is not None
    question, given = next(
        (key, each.grade.label) for key, each in report.full.answers.items() if each.grade
    )
    items = (judgement_item(OVERALL), answer_item(question))
    settled = {item: settlement(report.full, report.full, item, "3") for item in items}
    absent = replace(settled[items[1]], value="", absence=Absence.NOT_EVIDENCED)

    said = text(build_single_audit(replace(report, settled={**settled, items[1]: absent})))

    both = f"Overall: {own.label}; settled at moderation as Requires improvement."
    assert f"{both} Why it was settled so: The second reader's evidence carries it" in said
    assert f"{given}; settled at moderation as Not evidenced: The second" in said
    same = {items[0]: replace(settled[items[0]], value=str(own.value))}
    assert "settled at moderation" not in text(build_single_audit(replace(report, settled=same)))


def test_the_moderation_report_names_auditors_and_says_so_and_counts_alone_below_ten() -> None:
    said = text(moderation())
    found = make_moderation()
    few = text(build_moderation_report(moderated(make_moderation(4))))

    assert "names auditors, so it is for the audit team alone" in said
    assert {pair.second.auditor for pair in found.pairs} <= set(
        re.findall(r"[A-Z]\w+ [A-Z]\w+", said)
    )
    assert "with seed 4711" in said
    assert f"by {MODERATOR}: The second reader's evidence carries it" in said
    assert "Does it name failings? Partly." in said
    share = re.compile(r"\d of \d+ \(\d+")
    assert share.search(said)
    assert not share.search(few)
    assert "Below 10 pairs there are counts alone." in few
    waiting = replace(found, pairs=found.pairs[-1:], feedback=())
    nothing = text(build_moderation_report(moderated(waiting)))
    assert "Nothing was settled yet." in nothing
    assert "No pair of readings counts yet." in nothing


def test_a_pack_has_a_page_a_theme_and_one_question_to_talk_about() -> None:
    found = make_record().findings
    said = pages(loop())

    assert len(said) == 1 + len(found.themes) + 1
    for theme, page in zip(found.themes, said[1:], strict=False):
        assert theme.title in page
        assert page.count("To talk about:") == 1
    names = {line.auditor for line in found.audits if line.auditor}
    assert not [name for name in names if name in " ".join(said)]
    nothing = replace(found, submitted=0, purposive=0, audits=())
    empty = build_loop(shareable(nothing, Audience.TEAM, (), lambda _text: False))
    assert "there is nothing to talk about" in text(empty)


def test_a_list_of_actions_puts_what_is_late_first_and_names_rounds_where_there_are_several() -> (
    None
):
    content = actions()
    first, *others = make_record().findings.actions
    mixed = (replace(first, round_name="Winter 2025"), *others)
    sheet = ActionSheet("Northbrook", "All rounds", mixed, date(2026, 4, 20))

    assert [section.title for section in content.sections] == ["Overdue", "Open"]
    assert "1 overdue" in text(content)
    assert "[Winter 2025]" not in text(content)
    assert "[Winter 2025]" in text(build_action_list(sheet))
    empty = build_action_list(replace(sheet, lines=()))
    assert "No action is recorded." in text(empty)
