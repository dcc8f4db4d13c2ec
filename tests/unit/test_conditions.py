"""The conditions of a frame: ranges, what is not recorded, and what cannot be read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_desk.domain.case_fields import field
from audit_desk.domain.conditions import NOT_RECORDED, condition_words, in_frame, read_condition
from audit_desk.errors import UserError

TODAY = date(2026, 6, 1)
FACTS = {
    "team": "North",
    "age": 12,
    "missing_episodes": 0,
    "cst_start": "2026-03-31",
    "wise_date": "2026-03-02T18:40",
}


def meets(*where: tuple[str, str]) -> bool:
    """Ask it of the facts as a register has them and as a file has them; both must agree."""
    from_file = {key: str(value) for key, value in FACTS.items()}
    assert in_frame(FACTS, where) == in_frame(from_file, where)
    return in_frame(FACTS, where)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("age", "12", True),
        ("age", "12..12", True),
        ("age", "..12", True),
        ("age", "12..", True),
        ("age", "9..11", False),
        ("age", "13..", False),
        ("age", "9..100", True),  # as numbers, not as texts
        ("missing_episodes", "..2", True),
        ("missing_episodes", NOT_RECORDED, False),
        ("absent_episodes", "..2", False),  # not recorded is not none
        ("absent_episodes", NOT_RECORDED, True),
        ("cst_start", "2026-01-01..2026-03-31", True),
        ("cst_start", "2026-04-01..", False),
        ("cst_start", "..2026-03-30", False),
        ("cst_start", "2026-03-31", True),
        ("cst_end", "..2026-03-31", False),
        ("cst_end", NOT_RECORDED, True),
        ("wise_date", "2026-03-02", True),
        ("wise_date", "..2026-03-02", True),
        ("wise_date", "..2026-03-01", False),
        ("team", "North", True),
        ("team", "A..Z", False),  # of texts there is no range
        ("team", NOT_RECORDED, False),
        ("status", NOT_RECORDED, True),
        ("a field of another version", "x", False),
    ],
)
def test_a_fact_meets_a_condition(key: str, value: str, *, expected: bool) -> None:
    assert meets((key, value)) is expected


def test_conditions_on_one_field_are_alternatives_and_fields_add_up() -> None:
    assert meets()
    assert meets(("age", "..5"), ("age", "10..13"), ("team", "North"))
    assert meets(("status", "CIN"), ("status", NOT_RECORDED))
    assert not meets(("age", "10..13"), ("team", "South"))


def test_a_blank_fact_is_not_recorded() -> None:
    assert in_frame({"status": ""}, [("status", NOT_RECORDED)])


@settings(max_examples=50)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_range_holds_what_lies_between_its_ends(low: int, high: int, age: int) -> None:
    low, high = sorted((low, high))
    assert in_frame({"age": age}, [("age", f"{low}..{high}")]) is (low <= age <= high)


@pytest.mark.parametrize(
    ("key", "typed", "kept", "words"),
    [
        ("cst_start", "01/01/2026..31/3/2026", "2026-01-01..2026-03-31", None),
        (
            "cst_start",
            " 2026-01-01 .. 2026-03-31 ",
            "2026-01-01..2026-03-31",
            "from 1 January 2026 to 31 March 2026",
        ),
        ("cst_start", "..31/03/2027", "..2027-03-31", "on or before 31 March 2027"),
        ("cst_start", "1 Jan 2026…", "2026-01-01..", "on or after 1 January 2026"),
        ("cst_start", "2/3/2026", "2026-03-02", "2 March 2026"),
        ("age", "012 .. 15", "12..15", "from 12 to 15"),
        ("age", "..12", "..12", "12 or less"),
        ("missing_episodes", "3..", "3..", "3 or more"),
        ("missing_episodes", "3", "3", "3"),
        ("team", "  North   East ", "North East", "“North East”"),
        ("age", "not recorded", NOT_RECORDED, "“Not recorded”"),
    ],
)
def test_what_is_typed_is_kept_in_one_form_and_read_aloud(
    key: str, typed: str, kept: str, words: str | None
) -> None:
    assert read_condition(field(key), typed, TODAY) == kept
    assert words is None or condition_words(key, kept) == words


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("team", "  ", "The condition on “Team” has no value."),
        ("age", "..", "“..” on “Age” is no range that can be read."),
        ("age", "15..12", "The range on “Age” ends before it begins: from 15 to 12."),
        ("age", "young", "“young” on “Age” is not a whole number."),
        ("age", "-3..2", "“-3” on “Age” is not a whole number."),
        ("age", "1" * 5000, "is not a whole number"),
        ("cst_start", "spring..", "“spring” is not a date that can be read."),
        ("cst_start", "03/25/2026..", "there is no month 25"),
        ("cst_start", "01/04/2026..31/03/2026", "from 1 April 2026 to 31 March 2026"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(key: str, typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        read_condition(field(key), typed, TODAY)
    assert sentence in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("value", ["..", "x..5", "9..3", "1..2..3"])
def test_a_receipt_with_an_unreadable_range_is_refused(value: str) -> None:
    with pytest.raises(UserError, match="Age"):
        in_frame(FACTS, [("age", value)])
