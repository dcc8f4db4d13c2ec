"""What each section of the report says of the files."""

import re
from dataclasses import replace

from audit_desk.domain.audit import (
    OVERALL,
    Answer,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.findings import Example, Spread
from audit_desk.domain.receipt import Purposive
from audit_desk.domain.round_words import RoundWords
from audit_desk.reports.blocks import (
    OverviewChart,
    Role,
    Table,
    Text,
)
from audit_desk.reports.content import build_content
from audit_desk.reports.recommendations import recommendations
from audit_desk.reports.words import clipped
from tests.reports.content import RECEIPTS, findings_of, read, text_of
from tests.reports.example import (
    make_findings,
)
from tests.reports.example_tool import EXAMPLE_TOOL


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
