"""What changed between two versions of an audit tool, said to the auditor."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.audit_tool import AnswerKind, AuditTool, ClockUnit, Part, PartKind
from audit_desk.domain.tool_changes import moved, tool_changes
from audit_desk.domain.tool_edit import insert, move, put, remove
from audit_desk.domain.tool_names import rename
from tests.services.safeguarding_tool import TOOL

ST3 = ("themes", 0, "questions", 2)


def told(after: AuditTool) -> list[str]:
    return [change.sentence for change in tool_changes(TOOL, after)]


def test_nothing_changed_says_nothing() -> None:
    assert told(replace(TOOL, version=9)) == []


def test_every_kind_of_change_is_one_sentence() -> None:
    question = TOOL.question("ST3")
    assert question.descriptors is not None
    changed = replace(
        question,
        wording="Was the whole picture understood?",
        critical=not question.critical,
        applies_when=(),
        applies_note="",
        parts=(*question.parts, Part("gap", "What was missing", PartKind.TEXT)),
        descriptors=replace(question.descriptors, good="Sound."),
    )
    sentences = "\n".join(told(put(TOOL, ST3, changed)))
    for part in (
        "ST3 is reworded: “Was the whole picture understood?” It was “How well",
        "critical ★",
        "ST3 describes anew what this looks like: Good.",
        "ST3 is now asked of every file.",
        "ST3 also asks for “What was missing” (words).",
    ):
        assert part in sentences
    kind = put(TOOL, (*ST3, "kind"), AnswerKind.YES_PARTLY_NO)
    assert told(kind) == [
        "ST3 is now answered with yes, partly or no; it was answered with a grade."
    ]


def test_another_id_is_one_retired_and_one_new() -> None:
    first, *others = told(rename(TOOL, ST3, "ST33"))
    assert "ST33 asks what ST3 asked, under another id" in first
    assert any("ST3 is retired" in sentence for sentence in others)


def test_a_move_names_the_question_that_moved_and_no_other() -> None:
    down = move(TOOL, ST3, 1)[0]
    assert told(down) == ["ST3 now stands after ST4."] or told(down) == [
        "ST4 now stands after ST2."
    ]
    question = TOOL.question("ST3")
    over = insert(remove(TOOL, ST3), ("themes", 1, "questions", 0), question)
    assert told(over) == ["ST3 moves here from “Strategy meetings”."]


def test_clocks_say_what_they_allow_now() -> None:
    clock = replace(TOOL.clocks[0], limit=2, unit=ClockUnit.CALENDAR_DAYS)
    (sentence,) = told(put(TOOL, ("clocks", 0), clock))
    assert "now allows 2 calendar days, the day of the trigger being day 0" in sentence
    assert "it allowed 1 working day" in sentence
    assert "is gone" in told(remove(TOOL, ("clocks", 0)))[0]
    new = insert(TOOL, ("clocks", 0), replace(TOOL.clocks[0], id="other"))
    assert "is new: 1 working day" in told(new)[0]


@given(st.permutations(range(8)), st.sets(st.integers(0, 7)))
@settings(max_examples=50)
def test_the_moved_are_the_fewest_whose_removal_leaves_one_order(
    order: list[int], gone: set[int]
) -> None:
    before = [str(number) for number in range(8) if number not in gone]
    after = [str(number) for number in order]
    names = set(moved(before, after))
    assert [n for n in before if n not in names] == [
        n for n in after if n not in names and n in before
    ]
    assert moved(before, before) == ()
    assert len(names) < max(1, len(before))
