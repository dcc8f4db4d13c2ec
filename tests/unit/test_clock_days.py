"""Clocks that count days, by England's calendar."""

import datetime as dt

import pytest

from audit_desk.domain.audit_tool import (
    ClockUnit,
)
from audit_desk.domain.clocks import Outcome
from tests.unit.clock_examples import (
    clock,
    read,
)


@pytest.mark.parametrize(
    "unit", [ClockUnit.HOURS, ClockUnit.CALENDAR_DAYS, ClockUnit.WEEKS, ClockUnit.MONTHS]
)
def test_the_end_of_the_calendar_cannot_confirm(unit: ClockUnit) -> None:
    reading = read("9999-12-31T10:00", "9999-12-31T11:00", clock(72, unit))
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert "check the dates" in reading.result


@pytest.mark.parametrize(
    ("limit", "unit", "day_one", "trigger", "last"),
    [
        (5, ClockUnit.CALENDAR_DAYS, False, "2026-03-02", "2026-03-07"),
        (5, ClockUnit.CALENDAR_DAYS, True, "2026-03-02", "2026-03-06"),
        (1, ClockUnit.CALENDAR_DAYS, True, "2026-03-02", "2026-03-02"),
        (2, ClockUnit.CALENDAR_DAYS, False, "2024-02-28", "2024-03-01"),
        (2, ClockUnit.CALENDAR_DAYS, False, "2026-02-28", "2026-03-02"),
        (1, ClockUnit.CALENDAR_DAYS, False, "2024-02-28", "2024-02-29"),
        # A day is a day in the nights on which the clocks change, too.
        (2, ClockUnit.CALENDAR_DAYS, False, "2026-03-28", "2026-03-30"),
        (2, ClockUnit.CALENDAR_DAYS, False, "2026-10-24", "2026-10-26"),
        (1, ClockUnit.WORKING_DAYS, False, "2026-03-27", "2026-03-30"),
        (1, ClockUnit.WORKING_DAYS, False, "2026-10-23", "2026-10-26"),
        (4, ClockUnit.WEEKS, False, "2026-03-02", "2026-03-30"),
        (4, ClockUnit.WEEKS, True, "2026-03-02", "2026-03-30"),
        (4, ClockUnit.WEEKS, False, "2024-02-05", "2024-03-04"),
        # Months: the same day, or the month's last where it has no such day.
        (3, ClockUnit.MONTHS, False, "2026-01-15", "2026-04-15"),
        (1, ClockUnit.MONTHS, False, "2026-01-31", "2026-02-28"),
        (1, ClockUnit.MONTHS, False, "2024-01-31", "2024-02-29"),
        (1, ClockUnit.MONTHS, False, "2026-03-31", "2026-04-30"),
        (12, ClockUnit.MONTHS, False, "2024-02-29", "2025-02-28"),
        (1, ClockUnit.MONTHS, False, "2024-02-29", "2024-03-29"),
        (48, ClockUnit.MONTHS, False, "2024-02-29", "2028-02-29"),
        (3, ClockUnit.MONTHS, False, "2025-11-30", "2026-02-28"),
        (1, ClockUnit.MONTHS, False, "2025-12-15", "2026-01-15"),
        # Working days over a weekend, the trigger's day being day 0 or day 1.
        (1, ClockUnit.WORKING_DAYS, False, "2026-03-06", "2026-03-09"),
        (1, ClockUnit.WORKING_DAYS, True, "2026-03-06", "2026-03-06"),
        (3, ClockUnit.WORKING_DAYS, False, "2026-03-02", "2026-03-05"),
        (3, ClockUnit.WORKING_DAYS, True, "2026-03-02", "2026-03-04"),
        (15, ClockUnit.WORKING_DAYS, False, "2026-03-02", "2026-03-23"),
        (15, ClockUnit.WORKING_DAYS, True, "2026-03-02", "2026-03-20"),
        # The leap day is a day to work.
        (1, ClockUnit.WORKING_DAYS, False, "2024-02-28", "2024-02-29"),
        (2, ClockUnit.WORKING_DAYS, True, "2024-02-28", "2024-02-29"),
        # A trigger on a Saturday: the next working day is day 1 under either rule.
        (1, ClockUnit.WORKING_DAYS, False, "2026-03-07", "2026-03-09"),
        (1, ClockUnit.WORKING_DAYS, True, "2026-03-07", "2026-03-09"),
        # Bank holidays: Easter, Christmas with days observed later, moved and extra ones.
        (1, ClockUnit.WORKING_DAYS, False, "2026-04-02", "2026-04-07"),
        (2, ClockUnit.WORKING_DAYS, True, "2026-04-02", "2026-04-07"),
        (1, ClockUnit.WORKING_DAYS, True, "2026-04-03", "2026-04-07"),
        (1, ClockUnit.WORKING_DAYS, False, "2024-03-28", "2024-04-02"),
        (1, ClockUnit.WORKING_DAYS, False, "2025-12-24", "2025-12-29"),
        (1, ClockUnit.WORKING_DAYS, False, "2022-12-23", "2022-12-28"),
        (1, ClockUnit.WORKING_DAYS, False, "2026-12-24", "2026-12-29"),
        (1, ClockUnit.WORKING_DAYS, False, "2025-12-31", "2026-01-02"),
        (2, ClockUnit.WORKING_DAYS, False, "2022-01-01", "2022-01-05"),
        (1, ClockUnit.WORKING_DAYS, False, "2022-06-01", "2022-06-06"),
        (1, ClockUnit.WORKING_DAYS, False, "2022-09-16", "2022-09-20"),
        (1, ClockUnit.WORKING_DAYS, False, "2023-04-28", "2023-05-02"),
        (1, ClockUnit.WORKING_DAYS, False, "2023-05-05", "2023-05-09"),
        (1, ClockUnit.WORKING_DAYS, False, "2023-05-26", "2023-05-30"),
        (1, ClockUnit.WORKING_DAYS, False, "2026-08-28", "2026-09-01"),
    ],
)
def test_days_run_out_on_the_day_the_calendar_says(
    limit: int, unit: ClockUnit, day_one: bool, trigger: str, last: str
) -> None:
    of = clock(limit, unit, day_one=day_one)
    day = dt.date.fromisoformat(last)
    assert read(trigger, last, of).outcome is Outcome.IN_TIME
    after = read(trigger, (day + dt.timedelta(days=1)).isoformat(), of)
    assert after.outcome is Outcome.LATE
    assert after.late_seconds == 86400
    assert after.due.startswith(f"{day.day} ")


@pytest.mark.parametrize(
    ("unit", "event", "result"),
    [
        (ClockUnit.WORKING_DAYS, "2026-03-17", "late by 1 working day"),
        (ClockUnit.WORKING_DAYS, "2026-03-19", "late by 3 working days"),
        (ClockUnit.WORKING_DAYS, "2026-03-23", "late by 5 working days"),
        (ClockUnit.CALENDAR_DAYS, "2026-03-13", "late by 1 day"),
        (ClockUnit.CALENDAR_DAYS, "2026-03-19", "late by 7 days"),
    ],
)
def test_lateness_is_in_the_clocks_own_days(unit: ClockUnit, event: str, result: str) -> None:
    assert read("2026-03-02", event, clock(10, unit)).result == result


def test_a_weekend_after_the_last_working_day_is_late_all_the_same() -> None:
    reading = read("2026-03-02", "2026-03-07", clock(4, ClockUnit.WORKING_DAYS))
    assert reading.outcome is Outcome.LATE
    assert reading.result == "late by less than 1 working day"


def test_days_need_no_times_and_ignore_them() -> None:
    of = clock(5, ClockUnit.WORKING_DAYS)
    assert read("2026-03-02T23:59", "2026-03-09T23:59", of).outcome is Outcome.IN_TIME
    assert read("2026-03-02", "2026-03-09T00:01", of).outcome is Outcome.IN_TIME


@pytest.mark.parametrize(
    ("trigger", "event"),
    [("2021-12-30", "2022-01-05"), ("2027-12-20", "2028-01-20"), ("2027-12-30", "2027-12-31")],
)
def test_without_known_bank_holidays_working_days_cannot_be_counted(
    trigger: str, event: str
) -> None:
    reading = read(trigger, event, clock(5, ClockUnit.WORKING_DAYS))
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert "the bank holidays of 20" in reading.result
    assert "are not known" in reading.result


@pytest.mark.parametrize(
    ("unit", "day_one", "words"),
    [
        (ClockUnit.HOURS, True, "1 hour;"),
        (ClockUnit.WEEKS, True, "1 week;"),
        (ClockUnit.MONTHS, False, "1 calendar month;"),
        (ClockUnit.CALENDAR_DAYS, False, "1 calendar day, the day of the trigger being day 0;"),
        (ClockUnit.WORKING_DAYS, True, "1 working day, the day of the trigger being day 1;"),
    ],
)
def test_the_day_rule_is_printed_where_it_matters(
    unit: ClockUnit, day_one: bool, words: str
) -> None:
    of = clock(1, unit, day_one=day_one)
    assert read("2026-03-02T10:00", "2026-03-02T10:30", of).working.startswith(words)
