from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_desk.domain.case_dates import is_ambiguous, is_day_first, read_date
from audit_desk.domain.cells import Cell, ValueFault

TODAY = date(2026, 6, 1)
DAY = date(2021, 3, 25)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2021, 3, 25, 14, 30),  # noqa: DTZ001 - a workbook's cells have no zone
        "2021-03-25",
        "2021-03-25 00:00:00",
        "2021-03-25T14:30:00Z",
        "2021/03/25",
        "25/03/2021",
        "25/3/2021 14:30",
        "25-03-2021",
        "25.03.2021",
        "25/03/21",
        "25 March 2021",
        "25-Mar-21",
        "25th Mar 2021",
        "\u00a025/03/2021 ",
        '="25/03/2021"',
        "20210325",
        20210325,
        44280,
        44280.0,
        44280.75,
        "44280",
    ],
)
def test_one_day_in_many_forms(cell: Cell) -> None:
    assert read_date(cell, TODAY) == DAY


@pytest.mark.parametrize("cell", ["", None, "#N/A", "n/a", "-", "\u00a0", "NULL", "N/A "])
def test_nothing_is_nothing(cell: Cell) -> None:
    assert read_date(cell, TODAY) is None


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("03/25/2021", "American"),
        ("12-31-2020", "American"),
        ("31/02/2021", "calendar"),
        ("32/13/2021", "calendar"),
        ("2021-02-30", "calendar"),
        ("02/06/2026", "future"),
        (date(2026, 6, 2), "future"),
        ("01/01/1900", "1950"),
        ("soon", "not a date"),
        ("25 Foo 2021", "not a date"),
        (3, "not a date"),
        (0.5, "not a date"),
        (True, "not a date"),
    ],
)
def test_what_is_no_day_says_why(cell: Cell, words: str) -> None:
    found = read_date(cell, TODAY)

    assert isinstance(found, ValueFault)
    assert words in found.message
    assert found.american == (words == "American")


def test_today_is_not_the_future() -> None:
    assert read_date("01/06/2026", TODAY) == TODAY


@given(st.dates(date(1950, 1, 1), TODAY))
def test_every_day_survives_every_form(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for cell in (f"{day:%d/%m/%Y}", day.isoformat(), serial, str(serial), float(serial)):
        assert read_date(cell, TODAY) == day


@given(st.dates(TODAY + timedelta(days=1), date(2100, 1, 1)))
def test_no_day_to_come_is_taken(day: date) -> None:
    assert isinstance(read_date(f"{day:%d/%m/%Y}", TODAY), ValueFault)


def test_two_figures_are_the_latest_year_that_is_not_to_come() -> None:
    assert read_date("01/05/26", TODAY) == date(2026, 5, 1)
    assert read_date("01/05/99", TODAY) == date(1999, 5, 1)


def test_which_dates_could_be_read_two_ways() -> None:
    assert is_ambiguous("03/04/2021")
    assert not is_ambiguous("04/04/2021")
    assert not is_ambiguous("25/04/2021")
    assert not is_ambiguous("2021-03-04")
    assert not is_ambiguous(44279)
    assert is_day_first("25/04/2021")
    assert not is_day_first("04/25/2021")
    assert not is_day_first("03/04/2021")
