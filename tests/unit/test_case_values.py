from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS, field
from audit_desk.domain.case_ids import read_reference, read_system_id
from audit_desk.domain.case_values import age_on, reader
from audit_desk.domain.cells import Cell, ValueFault

TODAY = date(2026, 6, 1)


def read(key: str, cell: Cell) -> object:
    return reader(field(key), TODAY)(cell)


@pytest.mark.parametrize(
    ("key", "cell", "fact"),
    [
        ("gender", "b) Female", "Female"),
        ("gender", "Female", "Female"),
        ("gender", "f", "Female"),
        ("gender", 2.0, "Female"),
        ("gender", "c) Not stated/recorded", "Not stated"),
        ("gender", "d) Neither", "Neither"),
        ("gender", "Non-binary", "Non-binary"),
        ("ethnicity", "a) WBRI", "WBRI"),
        ("ethnicity", "White British", "WBRI"),
        ("ethnicity", "WBRI - White British", "WBRI"),
        ("ethnicity", "CNHE", "CHNE"),
        ("status", "c) Child in need plan", "Child in need plan"),
        ("status", "CLA", "Child in care"),
        ("need", "N1 - Abuse or Neglect", "N1 Abuse or neglect"),
        ("need", "N1", "N1 Abuse or neglect"),
        ("need", "PSRMEM - Support with memory", "PSRMEM - Support with memory"),
        ("legal_status", "C2: FCO", "C2 Full care order"),
        ("legal_status", "E1: Placement order", "E1 Placement order"),
        ("abuse_category", "EMO", "Emotional abuse"),
        ("exploitation_type", "CSE & CCE", "Sexual and criminal exploitation"),
        ("disability", "None", "No"),
        ("disability", "AUT", "AUT"),
        ("placement_type", "f) U6: Foster placement", "U6: Foster placement"),
        ("team", 12.0, "12"),
        ("team", "12.0", "12"),
        ("team", "Locality\u00a04  Unit 1 ", "Locality 4 Unit 1"),
        ("worker", "Ezra\u00a0Leigh", "Ezra Leigh"),
        ("eh_organisation", "Oldtown Academy", "A school"),
        ("eh_organisation", "Early Help Locality 2", "Early Help Locality 2"),
        ("uasc", "b) No", "No"),
        ("uasc", "Y", "Yes"),
        ("uasc", 1.0, "Yes"),
        ("uasc", True, "Yes"),
        ("seen_alone", "Yes - at school", "Yes"),
        ("rhi_offered", "Declined", "Yes"),
        ("rhi_accepted", "Declined", "No"),
        ("age", 6.138261464750171, 6),
        ("age", "15.99", 15),
        ("age", "16 yrs", 16),
        ("age", "Unborn", 0),
        ("age", "8 months", 0),
        ("age", -0.3, 0),
        ("age", 21.4, 21),
        ("missing_episodes", "2.0", 2),
        ("missing_episodes", 2.0, 2),
        ("missing_episodes", 0, 0),
        ("opened", "25/03/2021", "2021-03-25"),
        ("opened", 44280.0, "2021-03-25"),
    ],
)
def test_a_cell_becomes_its_fact(key: str, cell: Cell, fact: object) -> None:
    assert read(key, cell) == fact


@pytest.mark.parametrize("case_field", CASE_FIELDS, ids=lambda each: each.key)
@pytest.mark.parametrize("cell", ["", None, "#N/A", " n/a ", "-", "\u00a0", "#REF!"])
def test_an_empty_cell_is_an_unknown_fact(case_field: CaseField, cell: Cell) -> None:
    assert reader(case_field, TODAY)(cell) is None


@pytest.mark.parametrize(
    ("key", "cell", "words"),
    [
        ("age", "old", "not an age"),
        ("age", -2, "below nought"),
        ("age", 26, "above 25"),
        ("age", date(2010, 1, 1), "not an age"),
        ("missing_episodes", "2.5", "whole number"),
        ("missing_episodes", -1, "whole number"),
        ("missing_episodes", "several", "whole number"),
        ("missing_episodes", 44280, "too large"),
        ("seen_alone", "maybe", "neither yes nor no"),
        ("opened", "03/25/2021", "American"),
    ],
)
def test_a_cell_that_cannot_be_read_says_why(key: str, cell: Cell, words: str) -> None:
    found = read(key, cell)

    assert isinstance(found, ValueFault)
    assert words in found.message
    assert found.show_value


@pytest.mark.parametrize("cell", ["M1 1AE", "9434765919", "a.b@example.org", "x" * 201])
@pytest.mark.parametrize("key", ["team", "worker", "need"])
def test_a_cell_that_identifies_is_refused_and_never_shown(key: str, cell: Cell) -> None:
    found = read(key, cell)

    assert isinstance(found, ValueFault)
    assert not found.show_value
    assert str(cell) not in found.message


@given(
    st.sampled_from(CASE_FIELDS),
    st.one_of(
        st.text(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.timedeltas(),
        st.none(),
    ),
)
def test_no_cell_breaks_a_reader(case_field: CaseField, cell: Cell) -> None:
    fact = reader(case_field, TODAY)(cell)

    assert fact is None or isinstance(fact, str | int | ValueFault)
    assert fact != ""


@given(st.dates(date(2001, 1, 1), TODAY))
def test_an_age_grows_by_one_on_the_birthday(birth: date) -> None:
    age = age_on(birth, TODAY)
    had_birthday = (birth.month, birth.day) <= (TODAY.month, TODAY.day)

    assert age == TODAY.year - birth.year - (0 if had_birthday else 1)


def test_an_expected_child_is_nought() -> None:
    assert age_on(date(2026, 9, 1), TODAY) == 0


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (12598894.0, "12598894"),
        (12598894, "12598894"),
        ("12598894.0", "12598894"),
        ("00123", "00123"),
        (" 00123\u00a0", "00123"),
        ("'00123", "00123"),
        ('="00123"', "00123"),
        ("LCS 12345", "LCS 12345"),
        ("", None),
        (None, None),
        ("#N/A", None),
    ],
)
def test_a_number_is_text_with_its_zeros(cell: Cell, number: str | None) -> None:
    assert read_system_id(cell) == number


@pytest.mark.parametrize(
    "cell", ["1.26E+07", 1e16, "Ezra Leigh", "Total", "x1" * 30, "Run on 3 May"]
)
def test_what_is_no_number_of_a_child_is_refused_and_never_shown(cell: Cell) -> None:
    found = read_system_id(cell)

    assert isinstance(found, ValueFault)
    assert not found.show_value


def test_references() -> None:
    assert read_reference("CST-0142") == "CST-0142"
    assert read_reference("") is None
    assert isinstance(read_reference("Ezra"), ValueFault)
