"""What the report says, and what it takes care not to say."""

import re

import pytest

from audit_desk.domain.audit import (
    AuditState,
)
from audit_desk.domain.findings import Findings
from audit_desk.domain.inference import Share
from audit_desk.reports.blocks import (
    Bullets,
    GradeChart,
    LikenessCharts,
    Passages,
    Table,
    Text,
    TrendChart,
)
from audit_desk.reports.content import build_content
from audit_desk.reports.words import counted, listed, opening, plural, proportion, sentence
from tests.reports.content import (
    every_section,
    findings_of,
    not_applicable,
    read,
    section_text,
    text_of,
)
from tests.reports.example import (
    make_findings,
    on_purpose,
    unread,
)

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
