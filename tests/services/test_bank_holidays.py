"""England's bank holidays against the published days."""

import datetime as dt
from dataclasses import replace

import pytest

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import Clock, ClockUnit
from audit_desk.domain.clocks import BankHolidays, Outcome, read_clock
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


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("New Year's Day", "2025-12-31", "2026-01-02"),
        ("New Year's Day, observed on the Monday", "2021-12-31", "2022-01-04"),
        ("Good Friday and Easter Monday", "2026-04-02", "2026-04-07"),
        ("early May", "2026-05-01", "2026-05-05"),
        ("early May, moved to a Friday for VE Day", "2020-05-07", "2020-05-11"),
        ("a coronation", "2023-05-05", "2023-05-09"),
        ("spring", "2026-05-22", "2026-05-26"),
        ("spring, moved, and a jubilee beside it", "2022-06-01", "2022-06-06"),
        ("summer", "2026-08-28", "2026-09-01"),
        ("a state funeral", "2022-09-16", "2022-09-20"),
        ("Christmas and Boxing Day", "2025-12-24", "2025-12-29"),
        ("Christmas Day, observed on the Tuesday", "2022-12-23", "2022-12-28"),
        ("Boxing Day, observed on the Monday", "2026-12-24", "2026-12-29"),
        ("both, observed on Monday and Tuesday", "2027-12-24", "2027-12-29"),
    ],
)
def test_a_clock_passes_over_every_kind_of_bank_holiday(kind: str, before: str, after: str) -> None:
    clock = Clock(
        "c", kind, "t", "Q.a", "Q.b", 1, ClockUnit.WORKING_DAYS, "One working day", "Local"
    )
    for stop, outcome in ((after, Outcome.IN_TIME), (_next(after), Outcome.LATE)):
        answers = {"Q": Answer("Q", parts={"a": before, "b": stop})}
        assert read_clock(clock, answers, HOLIDAYS).outcome is outcome
    day_one = replace(clock, limit=2, trigger_is_day_one=True)
    answers = {"Q": Answer("Q", parts={"a": before, "b": after})}
    assert read_clock(day_one, answers, HOLIDAYS).outcome is Outcome.IN_TIME


def _next(day: str) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()


def test_other_years_are_not_guessed() -> None:
    assert not HOLIDAYS.covers(dt.date(FIRST_YEAR - 1, 12, 31))
    assert not HOLIDAYS.covers(dt.date(LAST_YEAR + 1, 1, 1))
