"""What holds of every clock, whatever its dates."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from audit_desk.domain.audit_tool import (
    Clock,
    ClockUnit,
)
from audit_desk.domain.clock_limits import add_months, is_working_day, working_days_after
from audit_desk.domain.clocks import Outcome
from audit_desk.domain.moments import Moment
from tests.unit.clock_examples import (
    HOLIDAYS,
    clock,
    clocks,
    read,
)

LONDON = ZoneInfo("Europe/London")


stamps = st.datetimes(dt.datetime(2022, 2, 1), dt.datetime(2026, 11, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)


spans = st.timedeltas(dt.timedelta(0), dt.timedelta(days=40)).map(
    lambda span: dt.timedelta(minutes=span // dt.timedelta(minutes=1))
)


RANK = {Outcome.IN_TIME: 0, Outcome.CANNOT_CONFIRM: 1, Outcome.LATE: 2}


def text(moment: dt.datetime, timed: bool = True) -> str:
    return Moment(moment.date(), moment.time() if timed else None).stored


@given(clocks, stamps, spans, spans, st.booleans(), st.booleans())
def test_a_later_event_is_never_judged_more_kindly(
    of: Clock,
    trigger: dt.datetime,
    first: dt.timedelta,
    more: dt.timedelta,
    trigger_timed: bool,
    event_timed: bool,
) -> None:
    start = text(trigger, trigger_timed)
    sooner = read(start, text(trigger + first, event_timed), of)
    later = read(start, text(trigger + first + more, event_timed), of)
    assert RANK[sooner.outcome] <= RANK[later.outcome]
    assert sooner.late_seconds <= later.late_seconds


@given(clocks, stamps, spans)
def test_a_longer_limit_never_makes_it_late(
    of: Clock, trigger: dt.datetime, span: dt.timedelta
) -> None:
    start, end = text(trigger), text(trigger + span)
    strict = read(start, end, of)
    lenient = read(start, end, replace(of, limit=of.limit + 1))
    assert RANK[lenient.outcome] <= RANK[strict.outcome]


@given(st.integers(1, 200), stamps, spans, st.booleans(), st.booleans())
def test_a_date_without_a_time_never_passes_hours_and_never_accuses_wrongly(
    limit: int,
    trigger: dt.datetime,
    span: dt.timedelta,
    trigger_timed: bool,
    event_timed: bool,
) -> None:
    assume(not (trigger_timed and event_timed))
    event = trigger + span
    vague = read(text(trigger, trigger_timed), text(event, event_timed), clock(limit))
    assert vague.outcome in (Outcome.LATE, Outcome.CANNOT_CONFIRM)
    if vague.outcome is Outcome.LATE:
        exact = read(text(trigger), text(event), clock(limit))
        assert exact.outcome is Outcome.LATE
        assert exact.late_seconds >= vague.late_seconds


@given(st.datetimes(dt.datetime(2022, 1, 1), dt.datetime(2026, 12, 1)), st.integers(1, 120))  # noqa: DTZ001
def test_hours_agree_with_elapsed_time_in_utc(naive: dt.datetime, hours: int) -> None:
    trigger = naive.replace(second=0, microsecond=0, tzinfo=dt.UTC)
    for extra, outcome in ((0, Outcome.IN_TIME), (1, Outcome.LATE)):
        event = trigger + dt.timedelta(hours=hours, minutes=extra)
        local = [moment.astimezone(LONDON) for moment in (trigger, event)]
        assume(all(moment.hour != 1 for moment in local))  # the hour that comes twice
        stored = [Moment(moment.date(), moment.time()).stored for moment in local]
        assert read(stored[0], stored[1], clock(hours)).outcome is outcome


@given(st.dates(dt.date(2022, 1, 1), dt.date(2026, 12, 1)), st.integers(1, 60), st.booleans())
def test_the_last_working_day_is_the_one_that_counting_finds(
    trigger: dt.date, limit: int, day_one: bool
) -> None:
    days = (trigger + dt.timedelta(days=ahead) for ahead in range(not day_one, 200))
    working = [day for day in days if is_working_day(day, HOLIDAYS)]
    of = clock(limit, ClockUnit.WORKING_DAYS, day_one=day_one)
    last = working[limit - 1]
    assert read(trigger.isoformat(), last.isoformat(), of).outcome is Outcome.IN_TIME
    after = read(trigger.isoformat(), working[limit].isoformat(), of)
    assert after.result == "late by 1 working day"


@given(st.dates(dt.date(2022, 1, 1), dt.date(2026, 6, 1)), st.integers(0, 90), st.integers(0, 90))
def test_working_days_add_up(start: dt.date, first: int, second: int) -> None:
    middle = start + dt.timedelta(days=first)
    end = middle + dt.timedelta(days=second)
    parts = working_days_after(start, middle, HOLIDAYS) + working_days_after(middle, end, HOLIDAYS)
    assert parts == working_days_after(start, end, HOLIDAYS)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 60))
def test_months_keep_the_day_or_end_the_month(day: dt.date, months: int) -> None:
    due = add_months(day, months)
    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == months
    assert due.day == day.day or (
        due.day < day.day and (due + dt.timedelta(days=1)).month != due.month
    )
