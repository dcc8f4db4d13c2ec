"""England's bank holidays against the published days."""

import datetime as dt

import pytest

from audit_desk.domain.clocks import BankHolidays
from audit_desk.services.bank_holidays import FIRST_YEAR, LAST_YEAR, EnglandBankHolidays

PUBLISHED = {
    2022: "3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12",
    2023: "2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12",
    2024: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2025: "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12",
    2026: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
    2027: "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12",
}
HOLIDAYS: BankHolidays = EnglandBankHolidays()


def weekdays(year: int) -> list[dt.date]:
    first = dt.date(year, 1, 1)
    days = [first + dt.timedelta(days=ahead) for ahead in range(366)]
    return [day for day in days if day.year == year and day.weekday() < 5]


@pytest.mark.parametrize("year", sorted(PUBLISHED))
def test_the_weekdays_off_are_exactly_the_published_ones(year: int) -> None:
    published = {
        dt.date(year, int(month), int(day))
        for day, month in (entry.split("/") for entry in PUBLISHED[year].split())
    }
    assert {day for day in weekdays(year) if HOLIDAYS.is_holiday(day)} == published


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_each_year_that_is_covered_has_its_eight_days_or_more(year: int) -> None:
    assert HOLIDAYS.covers(dt.date(year, 7, 1))
    assert sum(HOLIDAYS.is_holiday(day) for day in weekdays(year)) >= 8


def test_the_early_may_day_of_2020_had_moved() -> None:
    assert not HOLIDAYS.is_holiday(dt.date(2020, 5, 4))
    assert HOLIDAYS.is_holiday(dt.date(2020, 5, 8))


def test_scotlands_and_northern_irelands_own_days_are_working_days() -> None:
    for day in (dt.date(2026, 1, 2), dt.date(2026, 3, 17), dt.date(2026, 11, 30)):
        assert not HOLIDAYS.is_holiday(day)


def test_other_years_are_not_guessed() -> None:
    assert not HOLIDAYS.covers(dt.date(FIRST_YEAR - 1, 12, 31))
    assert not HOLIDAYS.covers(dt.date(LAST_YEAR + 1, 1, 1))
