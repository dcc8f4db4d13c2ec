"""What the report says, and what it takes care not to say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from audit_desk.domain.audit import (
    OVERALL,
    Absence,
    Answer,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.findings import Example, Findings, Spread
from audit_desk.domain.inference import Share
from audit_desk.domain.receipt import Purposive, Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.round_words import RoundWords
from audit_desk.reports.blocks import (
    Bullets,
    GradeChart,
    LikenessCharts,
    OverviewChart,
    Pairs,
    Passages,
    ReportContent,
    Role,
    Section,
    Table,
    Text,
    TrendChart,
)
from audit_desk.reports.content import build_content
from audit_desk.reports.recommendations import recommendations
from audit_desk.reports.words import clipped, counted, listed, opening, plural, proportion, sentence
from audit_desk.services.findings import compute_findings
from tests.reports.example import (
    START,
    NoHolidays,
    make_audit,
    make_findings,
    make_frame,
    make_receipts,
    on_purpose,
    unread,
)
from tests.reports.example_tool import EXAMPLE_TOOL

FRAME = make_frame()
RECEIPTS = make_receipts(FRAME)
DRAWN = RECEIPTS[-1].drawn


def findings_of(audits: Sequence[FullAudit], receipts: Sequence[Receipt] = RECEIPTS) -> Findings:
    return compute_findings(
        organisation="Northbrook Council",
        round_=Round("r", "Spring 2026", "", EXAMPLE_TOOL.id, 3, START),
        tool=EXAMPLE_TOOL,
        audits=audits,
        receipts=receipts,
        concerns=(),
        frame=list(FRAME.values()),
        holidays=NoHolidays(),
        last_change=START,
    )


def read(number: int) -> list[FullAudit]:
    return [make_audit(ref, FRAME[ref], n) for n, ref in enumerate(DRAWN[:number])]


def not_applicable(full: FullAudit) -> FullAudit:
    answers = {
        each.id: Answer(each.id, absence=Absence.NOT_APPLICABLE)
        for each in EXAMPLE_TOOL.questions()
    }
    return replace(full, answers=answers, judgements={})


def every_section(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every_section(section.sections)


def section_text(section: Section) -> str:
    lines: list[str] = []
    for each in every_section([section]):
        lines.append(each.title)
        for block in each.blocks:
            match block:
                case Text():
                    lines.append(block.text)
                case Bullets():
                    lines += block.items
                case Passages():
                    lines += [block.title, *(f"{item.lead} {item.text}" for item in block.items)]
                case Pairs():
                    lines += [f"{name} {value}" for name, value in block.rows]
                case Table():
                    lines += [" | ".join(row) for row in block.rows]
                case GradeChart() | OverviewChart() | TrendChart():
                    lines.append(block.description)
                case LikenessCharts():
                    lines += [f"{each.label} {each.words}" for each in block.pictures]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def text_of(content: ReportContent, key: str) -> str:
    return section_text(next(each for each in content.sections if each.key == key))


EDGE_CASES = {
    "nothing at all": findings_of([], ()),
    "drawn, nothing read": findings_of([unread(a, AuditState.NOT_STARTED) for a in read(14)]),
    "one audit": findings_of(read(1)),
    "all not applicable": findings_of([not_applicable(full) for full in read(12)]),
    "only on purpose": findings_of([on_purpose(full) for full in read(3)], ()),
    "a whole round": make_findings(),
}


def test_sections_stand_in_the_order_that_a_board_can_act_on() -> None:
    content = build_content(make_findings())

    assert [(each.number, each.title) for each in content.sections] == [
        ("1", "What the round found"),
        ("2", "Children who need action"),
        ("3", "Purpose and standards"),
        ("4", "Sample, method and limits"),
        ("5", "Who is in the sample"),
        ("6", "Findings by theme"),
        ("7", "Timeliness"),
        ("8", "Grades, overrides and moderation"),
        ("9", "Practitioners and children"),
        ("10", "Comparison with the last round"),
        ("11", "Earlier actions"),
        ("12", "Recommendations"),
        ("13", "Actions"),
        ("A", "Files of the round"),
        ("B", "Every question with its counts"),
    ]


@pytest.mark.parametrize("findings", EDGE_CASES.values(), ids=EDGE_CASES)
def test_no_section_is_silent_and_no_table_empty(findings: Findings) -> None:
    content = build_content(findings)

    for section in every_section(content.sections):
        assert section.blocks
        for block in section.blocks:
            match block:
                case Table():
                    assert block.rows
                    assert all(len(row) == len(block.columns) for row in block.rows)
                case Bullets() | Passages():
                    assert block.items
                case Text():
                    assert block.text.strip()
                case GradeChart():
                    assert block.spread.graded
                case LikenessCharts():
                    assert block.pictures
                case TrendChart():
                    assert block.lines
                case _:
                    assert block.rows


@pytest.mark.parametrize("findings", EDGE_CASES.values(), ids=EDGE_CASES)
def test_keys_are_unique(findings: Findings) -> None:
    keys = [each.key for each in every_section(build_content(findings).sections)]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("case", "sentence_"),
    [
        ("nothing at all", "No sample was drawn at random in this round."),
        ("drawn, nothing read", "No audit of a sampled file has been submitted yet"),
        ("one audit", "That is too few files to say more"),
        ("all not applicable", "No file that was read has an overall judgement."),
        ("only on purpose", "Only files chosen on purpose were read."),
    ],
)
def test_the_headline_says_when_there_is_little_to_say(case: str, sentence_: str) -> None:
    assert sentence_ in text_of(build_content(EDGE_CASES[case]), "headline")


def test_below_ten_files_there_are_counts_only() -> None:
    content = build_content(findings_of(read(9)))

    for key in ("headline", "themes", "timeliness", "grades", "recommendations", "questions"):
        assert "%" not in text_of(content, key)


def test_percentages_and_intervals_stand_from_ten_on() -> None:
    text = text_of(build_content(findings_of(read(12))), "themes")

    assert re.search(r"\d+ of 12, \d+ %\) were good or better\. 95 % interval: \d+ %", text)


def test_files_chosen_on_purpose_have_no_share_anywhere() -> None:
    content = build_content(findings_of([on_purpose(full) for full in read(12)], ()))

    for section in content.sections:
        if section.key not in {"sample", "purpose"}:
            assert "%" not in section_text(section)
            assert not re.search(r"\d+ of \d+ \(", section_text(section))
    assert "Files chosen on purpose" in text_of(content, "themes")


def test_children_stand_first_among_the_findings() -> None:
    findings = replace(make_findings(), words=RoundWords())
    reference = next(each.reference for each in findings.concerns if each.is_open)

    content = build_content(findings)
    _, call = content.sections[0].blocks[:2]

    assert isinstance(call, Text)
    assert call.role is Role.ACTION
    assert call.text.startswith(f"One child needs action now: {reference}")
    children = text_of(content, "children")
    assert "This application has told nobody." in children
    assert "Head of service was told on 5 March 2026" in children
    assert "Seen alone at school" in children


def test_an_unsure_answer_without_a_concern_waits_too() -> None:
    full = read(1)[0]
    unsure = replace(full, answers={**full.answers, "X3": Answer("X3", "unsure")})
    draft = replace(unsure, audit=replace(unsure.audit, state=AuditState.IN_PROGRESS))

    text = text_of(build_content(findings_of([draft])), "children")

    assert "not sure that the child is safe" in text
    assert "No concern is on record" in text


def test_the_receipt_holds_all_that_a_check_needs() -> None:
    text = text_of(build_content(make_findings()), "sample")
    receipt = RECEIPTS[-1]

    for value in (receipt.algorithm, str(receipt.seed), receipt.frame_hash, *receipt.drawn):
        assert value in text
    assert "Audited in the last twelve months" in text
    assert receipt.swaps[0].reason in text
    assert f"Seed {RECEIPTS[0].seed}" in text


def test_the_receipt_reads_its_conditions_aloud_and_says_why_a_case_was_added() -> None:
    where = (("team", "North"), ("team", "South"), ("age", "..15"))
    added = Purposive("CST-0001", "a complaint was upheld", "R. Achterberg", "2026-03-04T09:00:00Z")
    receipt = replace(RECEIPTS[-1], where=where, purposive=(added,))
    text = text_of(build_content(replace(make_findings(), receipts=(receipt,))), "sample")

    assert "Team is “North” or “South” and Age is 15 or less" in text
    assert "A complaint was upheld. By R. Achterberg, 4 March 2026, 09:00 UTC." in text


def test_a_missing_second_reading_is_said_not_hidden() -> None:
    assert "No second readings were made" in text_of(build_content(make_findings()), "grades")


def test_every_override_stands_with_its_reason() -> None:
    findings = make_findings()
    text = text_of(build_content(findings), "grades")

    for override in findings.overrides:
        assert f"{override.reference}, {override.theme_title}" in text
        assert override.rationale in text


def test_improvements_come_from_the_worst_judged_files_first() -> None:
    theme = replace(
        make_findings().themes[0],
        improvements=tuple(
            Example(f"CST-{n}", f"Passage {n}.", grade)
            for n, grade in enumerate(
                (Grade.GOOD, Grade.INADEQUATE, Grade.GOOD, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT)
            )
        ),
    )
    findings = replace(make_findings(), themes=(theme,))

    text = text_of(build_content(findings), "themes")

    order = [text.index(f"Passage {n}.") for n in (1, 4, 0, 2)]
    assert order == sorted(order)
    assert "Passage 3." not in text
    assert "(4 of 5 passages)" in text


def test_a_long_passage_is_cut_where_it_says_so() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    full = read(1)[0]
    judged = replace(full, judgements={"wise": Judgement("wise", Grade.GOOD, strengths=long)})

    text = text_of(build_content(findings_of([judged])), "themes")

    assert "word109 […]" in text
    assert "word110" not in text
    assert len(clipped("A" * 30_000, 110)) < 2_000, "no words to cut between: fourteen pages"


def test_recommendations_follow_from_the_figures_alone() -> None:
    findings = make_findings()
    drafted = recommendations(findings)

    assert drafted[0].startswith("Today: make sure that this child is seen and safe")
    weak = next(q for t in findings.themes for q in t.questions if q.question_id == "RH4")
    assert any(
        "RH4" in line and f"{weak.favourable.n}\N{NO-BREAK SPACE}of" in line for line in drafted
    )
    assert any(line.startswith("Bring “Return home interview held”") for line in drafted)
    assert drafted[-1] == "Complete the 2 drawn audits still open before relying on figures."


def test_where_nothing_is_wrong_nothing_is_recommended() -> None:
    def perfect(full: FullAudit) -> FullAudit:
        answers = {
            q.id: Answer(q.id, {"grade": "1", "yes_partly_no": "yes", "safety": "safe"}[q.kind])
            for q in EXAMPLE_TOOL.questions()
            if q.kind != "facts"
        }
        return replace(full, answers=answers, judgements={OVERALL: Judgement(OVERALL, Grade(1))})

    findings = replace(findings_of([perfect(full) for full in read(14)]), clocks=())

    assert recommendations(findings) == ()
    assert "no reason not to make one" in text_of(build_content(findings), "recommendations")


def test_each_row_of_counts_adds_up_to_the_files_read() -> None:
    findings = make_findings()
    annex = build_content(findings).sections[-1]

    rows = [
        row
        for section in annex.sections
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert len(rows) == sum(len(theme.questions) for theme in findings.themes)
    for row in rows:
        counts = [int(number) for cell in row[2:] for number in re.findall(r"\d+", cell)]
        assert sum(counts) == findings.submitted


def test_a_chart_explains_the_letters_that_it_shows_and_no_others() -> None:
    findings = make_findings()
    first, *others = findings.themes
    graded = Spread(dict.fromkeys(Grade, 3))
    closed = replace(graded, not_accessible=2)

    for spread, explained in ((graded, False), (closed, True)):
        themes = (replace(first, spread=spread), *(replace(t, spread=graded) for t in others))
        overall = replace(findings.overall, spread=graded)
        content = build_content(replace(findings, themes=themes, overall=overall))
        chart = next(b for b in content.sections[0].blocks if isinstance(b, OverviewChart))

        assert "RI requires improvement" in chart.key
        assert ("NA not accessible" in chart.key) is explained
        assert "NE not evidenced" not in chart.key


def test_the_same_findings_say_the_same() -> None:
    assert build_content(make_findings()) == build_content(make_findings())


@pytest.mark.parametrize(
    ("n", "of", "words"),
    [
        (0, 12, "None of the 12 files"),
        (12, 12, "All of the 12 files"),
        (9, 12, "Most of the files (9 of 12, 75 %)"),
        (6, 12, "The majority of the files (6 of 12, 50 %)"),
        (5, 12, "Less than half of the files (5 of 12, 42 %)"),
        (5, 8, "5 of the 8 files"),
        (1, 1, "The one file that counts"),
        (0, 1, "None of the files"),
    ],
)
def test_a_proportion_reads_as_a_sentence_begins(n: int, of: int, words: str) -> None:
    assert proportion(Share(n, of), "files").replace("\N{NO-BREAK SPACE}", " ") == words


def test_phrases() -> None:
    assert counted(Share(3, 9)).replace("\N{NO-BREAK SPACE}", " ") == "3 of 9"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert plural(1, "child", "children") == "1 child"
    assert plural(1200, "file") == "1,200 files"
    assert opening(2, "child", "children") == "Two children"
    assert opening(12, "file") == "12 files"
    assert sentence("seen at school ") == "Seen at school."
    assert sentence("Safe?") == "Safe?"
