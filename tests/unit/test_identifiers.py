from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb import nhs
from stdnum.gb import upn as pupil

from audit_desk.domain.identifiers import (
    identifier_in_column,
    identifier_in_value,
    is_birth_column,
    looks_like_name,
    looks_like_nhs_number,
    looks_like_upn,
)

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(body: str) -> str:
    total = sum(weight * int(digit) for weight, digit in enumerate(body, start=2))
    return LETTERS[total % 23] + body


@given(st.text("0123456789", min_size=9, max_size=9))
def test_an_nhs_number_is_told_by_its_check_digit(nine: str) -> None:
    for last in "0123456789":
        number = nine + last
        assert looks_like_nhs_number(number) == nhs.is_valid(number)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_a_pupil_number_is_told_by_its_check_letter(body: str) -> None:
    number = upn(body)
    wrong = LETTERS[(LETTERS.index(number[0]) + 1) % 23] + body

    assert looks_like_upn(number)
    assert looks_like_upn(number.lower())
    assert not looks_like_upn(wrong)
    if pupil.is_valid(number):
        assert looks_like_upn(number)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("943 476 5919", "an NHS number"),
        ("9434765919", "an NHS number"),
        ("M1 1AE", "a postcode"),
        ("ol97xx", "a postcode"),
        ("07700 900123", "a telephone number"),
        ("+44 7700 900123", "a telephone number"),
        ("ada.holt@example.org", "an e-mail address"),
        ("12 Mill Lane, Oldtown", "an address"),
        ("Flat 3, 4a Station Road", "an address"),
        ("SC035422", "a placement number"),
        ("sc 035422", "a placement number"),
        ("URN 2553917", "a placement number"),
        ("AB 12 34 56 C", "a National Insurance number"),
        ("CRI/06EE/0012345/26", "a crime number"),
    ],
)
def test_one_value_is_enough_where_the_pattern_is_strict(text: str, what: str) -> None:
    assert identifier_in_value(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "Locality 4 Unit 1",
        "E1 Placement order",
        "PR4 - Private provision",
        "N1",
        "12598894",
        "0012598894",
        "9434765918",
        "U6: Foster placement - not FFA",
        "WBRI",
        "2A: Schools",
        "School nursing team",
        "0354220",
        "SC 12",
        "",
    ],
)
def test_what_lists_hold_is_left_alone(text: str) -> None:
    assert identifier_in_value(text) is None


@pytest.mark.parametrize(
    "name", ["Ezra Leigh", "O'Neill, Mary", "Aoife O\u2019Brien", "Zoë A. Bell"]
)
def test_names_look_like_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize("text", ["Duty Team", "Physical abuse", "Foster Placement", "WBRI", "CSE"])
def test_the_words_of_the_work_are_no_names(text: str) -> None:
    assert not looks_like_name(text)


def test_a_column_of_names_is_told_although_some_rows_are_not() -> None:
    names = ["Ezra Leigh", "Petra Wills", "Rose Cunningham", "Isis Chandler", "not known"]

    assert identifier_in_column(names) == "names"
    assert identifier_in_column([*names[:3], "x", "y", "z"]) is None


def test_teams_that_sound_like_people_repeat_and_stay() -> None:
    teams = ["Ashley Bridge", "Harper Green"] * 40

    assert identifier_in_column(teams) is None
    assert identifier_in_column(teams[:4]) == "names"
    assert identifier_in_column(teams[:4], fewest_names=5) is None


def test_many_names_are_names_however_often_they_repeat() -> None:
    names = [f"{first} Bell" for first in ("A" + chr(97 + n) + "a" for n in range(20))]

    assert identifier_in_column(names * 50) == "names"


def test_postcodes_with_a_bogus_one_among_them() -> None:
    assert identifier_in_column(["T28 2WB", "nope", "C25 1YT", "", "P13 2TR"]) == "postcodes"


def test_schools_are_told_by_the_column_and_not_by_one_of_its_values() -> None:
    schools = ["Hill Primary School", "Oldtown Academy", "St Ann's Sixth Form", "none"]

    assert identifier_in_column(schools) == "schools"
    assert identifier_in_column(["Early Help Locality 2", "Oldtown Academy", "Duty"]) is None
    assert identifier_in_value("Oldtown Academy") is None


def test_an_empty_column_identifies_nobody() -> None:
    assert identifier_in_column(["", ""]) is None


@given(
    st.dates(date(2024, 1, 1), date(2026, 1, 1)),
    st.lists(st.integers(0, 17 * 365), min_size=5, max_size=40),
)
def test_a_birth_date_is_told_by_the_ages_beside_it(export: date, days: list[int]) -> None:
    births = [export - timedelta(days=each) for each in days]
    ages = [
        export.year - birth.year - ((export.month, export.day) < (birth.month, birth.day))
        for birth in births
    ]

    assert is_birth_column(births, ages) == (len(set(ages)) >= 3)


def test_dates_of_opening_are_no_birth_dates() -> None:
    opened = [date(2025, month, 3) for month in range(1, 9)]

    assert not is_birth_column(opened, [12, 13, 14, 15, 16, 17, 16, 15])
    assert not is_birth_column(opened, [16] * 8)
