"""Reports for a board, a team and a peer: what is in them, and what is in none of their forms."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import RECORDED, Findings, Spread
from audit_desk.domain.findings_clocks import EventFindings
from audit_desk.domain.inference import Share
from audit_desk.domain.inference import share as share_of
from audit_desk.domain.passages import Passage, passages_of
from audit_desk.domain.shareable import Shareable
from audit_desk.domain.shareable_from import shareable
from audit_desk.domain.trend import Change, Measure, TrendPoint
from audit_desk.domain.waiting import waiting
from audit_desk.reports.audience_words import share_cell
from audit_desk.reports.csv_files import csv_files
from audit_desk.reports.pdf import write_pdf
from audit_desk.reports.word import write_word
from audit_desk.reports.workbook import write_workbook
from tests.reports.example import make_findings
from tests.reports.golden import assert_golden
from tests.reports.leaks import names_of, texts_of
from tests.reports.test_word import lines
from tests.reports.test_workbook import sheets

_WORKER, _TYPED = "Priya Shah", "Sam from the hub"
_SHOWN = 40
"""Lines of a CSV file that the golden files hold."""
_OTHERS = (Audience.BOARD, Audience.TEAM, Audience.PEER)


@pytest.fixture(scope="module")
def found() -> Findings:
    """A round in which an action belongs to somebody by name, and one text was written once."""
    found = make_findings(frame_size=133, size=42)
    first, *others = found.actions
    named = replace(first.action, draft=replace(first.action.draft, owner=_WORKER))
    odd = replace(named, id="odd", draft=replace(named.draft, owner=_TYPED))
    lines = (replace(first, action=named), replace(first, action=odd), *others)
    return replace(found, actions=lines)


@pytest.fixture(scope="module")
def texts(found: Findings) -> tuple[Passage, ...]:
    return passages_of(found)


def share(found: Findings, audience: Audience, released: tuple[Passage, ...]) -> Shareable:
    keys = {passage.key for passage in released}
    return shareable(found, audience, keys, lambda text: text == _WORKER)


def written(shared: Shareable) -> Mapping[str, str]:
    """Every form of a report, as what can be read in it."""
    forms = {
        "report.pdf": write_pdf(shared),
        "report.docx": write_word(shared),
        "data.xlsx": write_workbook(shared),
        **csv_files(shared),
    }
    return {name: texts_of(content) for name, content in forms.items()}


@pytest.mark.parametrize("audience", _OTHERS)
def test_no_form_of_a_report_holds_what_its_audience_may_not_have(
    found: Findings, texts: tuple[Passage, ...], audience: Audience
) -> None:
    quoted = next(each for each in texts if each.kind == "strength")
    forms = written(share(found, audience, (quoted,)))
    held_back = {each.text for each in texts} - {quoted.text}
    references = {line.reference for line in found.audits} | {
        reference for receipt in found.receipts for reference in receipt.drawn
    }
    allowed = {
        Audience.BOARD: set(),
        Audience.TEAM: {*waiting(found), *(r for a in found.actions for r in a.references)},
        Audience.PEER: {line.reference for line in found.audits},
    }[audience]
    for name, said in forms.items():
        for hidden in (*names_of(found), _WORKER, _TYPED, *held_back):
            assert " ".join(hidden.split()) not in said, (name, hidden)
        for reference in references - allowed:
            assert reference not in said, (name, reference)
    for name in ("report.pdf", "report.docx", "data.xlsx", "passages.csv"):
        assert " ".join(quoted.text.split())[:40] in forms[name], "what was released is quoted"
    for name in ("report.pdf", "report.docx", "data.xlsx", "schema.json"):
        for sentence in audience.leaves_out:
            assert sentence.split(",")[0] in forms[name], (name, sentence)
    if audience is Audience.TEAM:
        assert all(reference in forms["report.docx"] for reference in waiting(found))


def test_the_search_for_leaks_finds_them_where_they_are(
    found: Findings, texts: tuple[Passage, ...]
) -> None:
    full = texts_of(write_word(found))
    assert any(name in full for name in names_of(found))
    assert _WORKER in full
    assert " ".join(texts[-1].text.split()) in full


def test_small_counts_stand_in_no_table_and_no_two_totals_can_be_subtracted(
    found: Findings,
) -> None:
    for size in (12, 17, 26, 42):
        small = make_findings(frame_size=133, size=size)
        shared = share(small, Audience.BOARD, ())
        asked = [question for theme in shared.themes for question in theme.questions]
        rows = [
            *(theme.row for theme in (shared.overall, *shared.themes)),
            *(question.row for question in asked),
            *(clock.row for clock in shared.clocks),
        ]
        counts = [count for row in rows for count in row.groups.values()]
        shares = [row.share for row in rows if row.share is not None]
        facts = [each.row.share for each in asked if each.kind == AnswerKind.FACTS]
        recorded = {each.n for each in facts if each is not None}
        totals = {small.submitted, *recorded, *(each.of for each in shares)}
        parts = [value for each in shares for value in (each.n, each.of - each.n)]
        gaps = [abs(one - other) for one in totals for other in totals]
        # Whom a question is asked of is told by how often a child was missing.
        missing = [p for p in shared.profiles if p.field_label.startswith("Missing episodes")]
        drawn = {row[2] for profile in missing for row in profile.rows}
        near = [abs(each - of) for each in drawn - {small.drawn} for of in totals]
        assert not {1, 2, 3, 4} & {*counts, *parts, *gaps, *near}
    assert shared.submitted == found.submitted
    assert any(row.share for row in rows), "a large round still has something to say"


def test_nothing_can_be_subtracted_from_how_many_files_have_facts(found: Findings) -> None:
    theme = next(t for t in found.themes if any(q.kind == AnswerKind.FACTS for q in t.questions))
    asked = next(each for each in theme.questions if each.kind == AnswerKind.FACTS)
    grades = dict.fromkeys(Grade, 0) | {Grade.GOOD: 20, Grade.INADEQUATE: 11}
    judged = replace(theme, spread=Spread(grades, not_applicable=9))
    for without, is_shown in ((9, True), (7, False)):
        recorded = {RECORDED: found.submitted - without}
        one = replace(asked, counts=recorded, not_applicable=without, not_evidenced=0)
        changed = replace(found, themes=(replace(judged, questions=(one,)),), clocks=())
        questions = share(changed, Audience.BOARD, ()).themes[0].questions
        assert (questions[0].row.share is not None) is is_shown


def test_no_change_is_claimed_that_tells_a_count_which_the_earlier_report_withheld(
    found: Findings,
) -> None:
    assert found.trend is not None
    line = found.trend.claimed(Measure.THEME)[0]
    for before, is_shown in ((0, True), (1, False)):
        earlier = TrendPoint("Autumn 2025", share_of(before, 14, 46))
        changed = replace(line, points=(earlier, line.now))
        assert changed.change is Change.BETTER
        trend = replace(found.trend, lines=(changed,))
        said = texts_of(write_pdf(share(replace(found, trend=trend), Audience.BOARD, ())))
        assert ("more files were good or better than" in said) is is_shown


def test_the_events_of_a_few_children_are_withheld(found: Findings) -> None:
    listed = next(each for each in found.clocks if each.events)
    events = EventFindings({**listed.counts}, Share(20, 30))
    for files, is_shown in ((3, False), (5, True)):
        counts = dict.fromkeys(Outcome, 0) | {Outcome.LATE: files}
        few = replace(listed, counts=counts, events=events)
        shared = share(replace(found, clocks=(few,)), Audience.BOARD, ())
        assert (shared.clocks[0].events is not None) is is_shown


def test_a_text_that_was_changed_is_not_released_any_more(
    found: Findings, texts: tuple[Passage, ...]
) -> None:
    titles = {each.title for each in found.themes}
    quoted = next(each for each in texts if each.kind == "voice" and each.group in titles)
    theme = next(each for each in found.themes if each.title == quoted.group)
    voices = tuple(
        replace(each, text=f"{each.text} She told us twice.")
        if each.reference == quoted.reference
        else each
        for each in theme.voices
    )
    themes = tuple(replace(each, voices=voices) if each is theme else each for each in found.themes)
    assert share(found, Audience.TEAM, (quoted,)).passages
    assert not share(replace(found, themes=themes), Audience.TEAM, (quoted,)).passages


def test_reports_with_nothing_in_them_are_made_too() -> None:
    empty = replace(
        make_findings(),
        receipts=(),
        submitted=0,
        drawn=0,
        themes=(),
        clocks=(),
        audits=(),
        profiles=(),
        actions=(),
        earlier_actions=(),
        concerns=(),
        overrides=(),
        documents=(),
    )
    for audience in _OTHERS:
        assert "nothing to report" in written(share(empty, audience, ()))["report.pdf"]
    # "None" of no files reads as a judgement, so no theme stands there with a figure.
    asked = replace(empty, themes=make_findings().themes)
    said = texts_of(write_pdf(share(asked, Audience.BOARD, ())))
    assert "ood or better" not in said
    assert "0 of 0" not in said


def test_of_files_that_a_question_fits_nowhere_it_says_so(found: Findings) -> None:
    theme = found.themes[0]
    spread = Spread(dict.fromkeys(Grade, 0), not_applicable=found.submitted)
    nowhere = replace(theme, spread=spread, good_or_better=Share(0, 0), questions=())
    shared = share(replace(found, themes=(nowhere,)), Audience.BOARD, ())
    assert share_cell(shared.themes[0].row) == "applies to no file"


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.TEAM])
def test_the_report_reads_as_agreed(
    found: Findings, texts: tuple[Passage, ...], audience: Audience
) -> None:
    shared = share(found, audience, texts[::9])
    report = write_pdf(shared)
    for ending, text in _as_lines(shared, report).items():
        assert_golden(f"{audience}_{ending}.txt", text)
    assert write_pdf(shared) == report


def _as_lines(shared: Shareable, report: bytes) -> Mapping[str, str]:
    pages = PdfReader(BytesIO(report)).pages
    book = sheets(write_workbook(shared))
    said = [
        "\n".join([f"== {name}", *(" | ".join(map(str, row)) for row in rows)])
        for name, rows in book.items()
    ]
    files = [
        "\n".join([f"== {name}", *content.decode().splitlines()[:_SHOWN]])
        for name, content in csv_files(shared).items()
    ]
    return {
        "report": "\n".join(page.extract_text() for page in pages),
        "report_docx": "\n".join(lines(Document(BytesIO(write_word(shared))))),
        "workbook": "\n\n".join(said),
        "csv_files": "\n\n".join(files),
    }
