"""Clocks: five outcomes, real hours across both clock changes, days by England's calendar."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    ClockUnit,
    Condition,
    Part,
    PartKind,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.clock_limits import add_months, is_working_day, working_days_after
from audit_desk.domain.clock_words import duration
from audit_desk.domain.clocks import ClockReading, Outcome, read_clock, read_clocks
from audit_desk.domain.moments import Moment

LONDON = ZoneInfo("Europe/London")


class Holidays:
    """Known for 2022 to 2027; the days are England's around the cases below."""

    DAYS = frozenset(
        dt.date.fromisoformat(day)
        for day in (
            "2022-01-03",  # New Year's Day, observed on the Monday
            "2022-06-02",  # spring bank holiday, moved to the Thursday
            "2022-06-03",  # an extra one for a jubilee
            "2022-09-19",  # a state funeral
            "2022-12-26",
            "2022-12-27",  # Christmas Day, observed on the Tuesday
            "2023-05-01",
            "2023-05-08",  # a coronation
            "2023-05-29",
            "2024-03-29",
            "2024-04-01",
            "2025-12-25",
            "2025-12-26",
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28",  # Boxing Day, observed on the Monday
        )
    )

    def is_holiday(self, day: dt.date) -> bool:
        return day in self.DAYS

    def covers(self, day: dt.date) -> bool:
        return 2022 <= day.year <= 2027


HOLIDAYS = Holidays()


def clock(
    limit: int = 72,
    unit: ClockUnit = ClockUnit.HOURS,
    *,
    day_one: bool = False,
    stop: str = "Q2.event",
    unless: tuple[Condition, ...] = (),
) -> Clock:
    return Clock(
        id="rhi",
        title="Return home interview held",
        theme="missing",
        start="Q1.trigger",
        stop=stop,
        limit=limit,
        unit=unit,
        standard="Within 72 hours of return",
        source="Statutory guidance",
        trigger_is_day_one=day_one,
        not_counted_when=unless,
        not_counted_label="declined",
    )


def answers(trigger: str = "", event: str = "") -> dict[str, Answer]:
    return {
        "Q1": Answer("Q1", parts={"trigger": trigger} if trigger else {}),
        "Q2": Answer("Q2", parts={"event": event} if event else {}),
    }


def read(trigger: str, event: str, of: Clock | None = None) -> ClockReading:
    return read_clock(of or clock(), answers(trigger, event), HOLIDAYS)


def seconds(**parts: int) -> int:
    return int(dt.timedelta(**parts).total_seconds())


@pytest.mark.parametrize(
    ("trigger", "event", "outcome", "result", "late"),
    [
        ("2026-03-02T18:40", "2026-03-05T18:40", Outcome.IN_TIME, "in time", 0),
        ("2026-03-02T18:40", "2026-03-02T18:40", Outcome.IN_TIME, "in time", 0),
        ("2026-03-02T18:40", "2026-03-05T18:41", Outcome.LATE, "late by 1 min", 60),
        ("2026-03-02T18:40", "2026-03-06T10:00", Outcome.LATE, "late by 15 h 20 min", 55200),
        ("2026-03-02T18:40", "2026-03-05T19:40", Outcome.LATE, "late by 1 h", 3600),
        (
            "2026-03-02T18:40",
            "2026-03-10T20:40",
            Outcome.LATE,
            "late by 5 days 2 h",
            seconds(days=5, hours=2),
        ),
        # Spring: 29 March 2026 has 23 hours. 72 real hours end an hour later by the clock.
        ("2026-03-27T18:00", "2026-03-30T19:00", Outcome.IN_TIME, "in time", 0),
        ("2026-03-27T18:00", "2026-03-30T19:01", Outcome.LATE, "late by 1 min", 60),
        # Autumn: 25 October 2026 has 25 hours. They end an hour earlier by the clock.
        ("2026-10-23T18:00", "2026-10-26T17:00", Outcome.IN_TIME, "in time", 0),
        ("2026-10-23T18:00", "2026-10-26T17:01", Outcome.LATE, "late by 1 min", 60),
        # Away from the changes nothing shifts, in summer time and across a leap day.
        ("2026-07-01T09:00", "2026-07-04T09:00", Outcome.IN_TIME, "in time", 0),
        ("2024-02-27T09:00", "2024-03-01T09:00", Outcome.IN_TIME, "in time", 0),
        ("2024-02-27T09:00", "2024-03-01T09:01", Outcome.LATE, "late by 1 min", 60),
    ],
)
def test_hours_are_real_hours(
    trigger: str, event: str, outcome: Outcome, result: str, late: int
) -> None:
    reading = read(trigger, event)
    assert (reading.outcome, reading.result, reading.late_seconds) == (outcome, result, late)


def test_a_reading_spells_out_the_rule_and_both_moments() -> None:
    reading = read("2026-03-02T18:40", "2026-03-06T10:00")
    assert reading.clock_id == "rhi"
    assert reading.due == "5 March 2026, 18:40"
    assert reading.working == (
        "72 hours; counted from 2 March 2026, 18:40 (the trigger); due by 5 March 2026, 18:40; "
        "event 6 March 2026, 10:00 (the event)"
    )


def test_the_due_time_is_local_and_the_repeated_hour_is_told_apart() -> None:
    assert read("2026-03-27T18:00", "2026-03-28T09:00").due == "30 March 2026, 19:00"
    assert read("2026-10-22T01:30", "2026-10-22T09:00").due == "25 October 2026, 01:30 BST"
    assert read("2026-10-22T02:30", "2026-10-22T09:00").due == "25 October 2026, 01:30 GMT"


@pytest.mark.parametrize(
    ("trigger", "event", "reason"),
    [
        ("2026-03-02T18:40", "2026-03-04", "the event has no time"),
        # Even where every minute of the day would do: a date alone never passes.
        ("2026-03-02T18:40", "2026-03-03", "the event has no time"),
        ("2026-03-02", "2026-03-03T10:00", "the trigger has no time"),
        ("2026-03-02", "2026-03-02T10:00", "the trigger has no time"),
        ("2026-03-02", "2026-03-03", "the trigger and the event have no time"),
        ("2026-03-02", "2026-03-05", "the trigger and the event have no time"),
        ("2026-03-02T18:40", "2026-03-05", "the event has no time"),
    ],
)
def test_a_date_where_a_time_is_needed_cannot_confirm(
    trigger: str, event: str, reason: str
) -> None:
    reading = read(trigger, event)
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert reading.result == f"cannot confirm: {reason}"
    assert reading.late_seconds == 0


@pytest.mark.parametrize(
    ("trigger", "event", "result"),
    [
        # The earliest the interview can have been is 00:00 on the 6th, 5 h 20 min too late.
        ("2026-03-02T18:40", "2026-03-06", "late by at least 5 h 20 min"),
        # The latest the return can have been is 23:59 on the 2nd.
        ("2026-03-02", "2026-03-06T10:00", "late by at least 10 h 1 min"),
        ("2026-03-02", "2026-03-06", "late by at least 1 min"),
    ],
)
def test_a_date_that_is_too_late_at_any_time_of_day_is_late(
    trigger: str, event: str, result: str
) -> None:
    reading = read(trigger, event)
    assert reading.outcome is Outcome.LATE
    assert reading.result == result
    assert reading.late_seconds > 0


@pytest.mark.parametrize(
    ("trigger", "event", "outcome"),
    [
        # 01:30 on 25 October 2026 came twice: 72 hours end at 01:30 GMT or half an hour before.
        ("2026-10-25T01:30", "2026-10-28T00:30", Outcome.IN_TIME),
        ("2026-10-25T01:30", "2026-10-28T01:00", Outcome.CANNOT_CONFIRM),
        ("2026-10-25T01:30", "2026-10-28T01:31", Outcome.LATE),
        ("2026-10-22T02:00", "2026-10-25T01:30", Outcome.CANNOT_CONFIRM),
        # 01:30 on 29 March 2026 was skipped: it was 00:30 or 02:30 by the right clock.
        ("2026-03-29T01:30", "2026-04-01T01:30", Outcome.IN_TIME),
        ("2026-03-29T01:30", "2026-04-01T02:00", Outcome.CANNOT_CONFIRM),
        ("2026-03-29T01:30", "2026-04-01T02:31", Outcome.LATE),
    ],
)
def test_a_time_that_came_twice_or_never_counts_only_where_it_does_not_matter(
    trigger: str, event: str, outcome: Outcome
) -> None:
    reading = read(trigger, event)
    assert reading.outcome is outcome
    if outcome is Outcome.CANNOT_CONFIRM:
        assert "the clocks changed at" in reading.result


@pytest.mark.parametrize("unit", list(ClockUnit))
@pytest.mark.parametrize(
    ("trigger", "event"),
    [
        ("2026-03-04", "2026-03-03"),
        ("2026-03-04T10:00", "2026-03-04T09:59"),
        ("2026-03-04T00:00", "2026-03-03"),
        ("2026-03-04", "2026-03-03T23:59"),
    ],
)
def test_an_event_before_its_trigger_asks_to_check_the_dates(
    unit: ClockUnit, trigger: str, event: str
) -> None:
    reading = read(trigger, event, clock(5, unit))
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert reading.result == "cannot confirm: the event is before the trigger: check the dates"


@pytest.mark.parametrize("unit", list(ClockUnit))
@pytest.mark.parametrize(
    ("trigger", "event", "missing"),
    [
        ("", "2026-03-03T10:00", "the trigger"),
        ("2026-03-03T10:00", "", "the event"),
        ("", "", "the trigger"),
    ],
)
def test_a_missing_moment_is_no_record(
    unit: ClockUnit, trigger: str, event: str, missing: str
) -> None:
    reading = read(trigger, event, clock(5, unit))
    assert reading.outcome is Outcome.NO_RECORD
    assert reading.result == f"no record: {missing} has no date"
    assert "no date on record" in reading.working


def test_unanswered_questions_are_no_record() -> None:
    assert read_clock(clock(), {}, HOLIDAYS).outcome is Outcome.NO_RECORD


@pytest.mark.parametrize("question", ["Q1", "Q2"])
@pytest.mark.parametrize(
    ("absence", "outcome"),
    [
        (Absence.NOT_EVIDENCED, Outcome.NO_RECORD),
        (Absence.NOT_ACCESSIBLE, Outcome.CANNOT_CONFIRM),
        (Absence.NOT_APPLICABLE, Outcome.NOT_APPLICABLE),
    ],
)
def test_an_absence_says_what_the_clock_says(
    question: str, absence: Absence, outcome: Outcome
) -> None:
    given_answers = answers("2026-03-02T18:40", "2026-03-03T10:00")
    given_answers[question] = Answer(question, absence=absence)
    reading = read_clock(clock(), given_answers, HOLIDAYS)
    assert reading.outcome is outcome
    assert reading.working == "Within 72 hours of return"


def test_the_triggers_absence_goes_before_the_events() -> None:
    both = {
        "Q1": Answer("Q1", absence=Absence.NOT_ACCESSIBLE),
        "Q2": Answer("Q2", absence=Absence.NOT_EVIDENCED),
    }
    assert read_clock(clock(), both, HOLIDAYS).outcome is Outcome.CANNOT_CONFIRM


DECLINED = (Condition(answer="Q3", any_of=("no",)),)


def test_a_declined_interview_is_not_counted_even_with_nothing_on_record() -> None:
    declined = {**answers("2026-03-02T18:40"), "Q3": Answer("Q3", "no")}
    reading = read_clock(clock(unless=DECLINED), declined, HOLIDAYS)
    assert (reading.outcome, reading.result) == (Outcome.NOT_APPLICABLE, "declined")


@pytest.mark.parametrize("value", ["", "yes"])
def test_silence_or_acceptance_leaves_the_clock_running(value: str) -> None:
    late = {**answers("2026-03-02T18:40", "2026-03-09T10:00"), "Q3": Answer("Q3", value)}
    assert read_clock(clock(unless=DECLINED), late, HOLIDAYS).outcome is Outcome.LATE


def test_a_date_that_cannot_be_read_cannot_confirm() -> None:
    reading = read("2026-03-02T18:40", "last Tuesday")
    assert reading.outcome is Outcome.CANNOT_CONFIRM
    assert reading.result == "cannot confirm: a date on file cannot be read"


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


def test_long_spans_are_told_in_days() -> None:
    assert duration(dt.timedelta(hours=71, minutes=59)) == "71 h 59 min"
    assert duration(dt.timedelta(hours=72)) == "3 days"
    assert duration(dt.timedelta(0)) == "0 min"


def test_outcomes_have_their_words() -> None:
    assert [outcome.label for outcome in Outcome] == [
        "In time",
        "Late",
        "Cannot confirm",
        "No record",
        "Not applicable or declined",
    ]


def question(question_id: str, part_id: str, label: str, *when: Condition) -> Question:
    return Question(
        id=question_id,
        wording="When?",
        kind=AnswerKind.FACTS,
        guidance="",
        sources=(),
        parts=(Part(part_id, label, PartKind.MOMENT),),
        applies_when=when,
    )


def tool(*when: Condition, on: str = "Q1") -> AuditTool:
    questions = (
        question("Q1", "trigger", "Returned", *(when if on == "Q1" else ())),
        question("Q2", "event", "Interview held", *(when if on == "Q2" else ())),
    )
    theme = Theme("missing", "Missing", "", questions)
    clocks = (clock(), clock(5, ClockUnit.WORKING_DAYS))
    return AuditTool("t", 1, ToolStatus.DRAFT, "T", "", (), (theme,), clocks)


def test_all_clocks_are_read_in_order_with_the_parts_own_words() -> None:
    hours, days = read_clocks(tool(), answers("2026-03-02T18:40", "2026-03-04"), {}, HOLIDAYS)
    assert hours.result == "cannot confirm: “Interview held” has no time"
    assert "(“Returned”)" in hours.working
    assert days.outcome is Outcome.IN_TIME


@pytest.mark.parametrize("on", ["Q1", "Q2"])
def test_a_clock_does_not_apply_where_its_questions_do_not(on: str) -> None:
    of = tool(Condition(case="missing", any_of=("yes",)), on=on)
    filled = answers("2026-03-02T18:40", "2026-03-20T10:00")
    here = read_clocks(of, filled, {"missing": "no"}, HOLIDAYS)
    assert {reading.outcome for reading in here} == {Outcome.NOT_APPLICABLE}
    there = read_clocks(of, filled, {"missing": "yes"}, HOLIDAYS)
    assert {reading.outcome for reading in there} == {Outcome.LATE}
    unknown = read_clocks(of, filled, {}, HOLIDAYS)
    assert unknown == there


stamps = st.datetimes(dt.datetime(2022, 2, 1), dt.datetime(2026, 11, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)
spans = st.timedeltas(dt.timedelta(0), dt.timedelta(days=40)).map(
    lambda span: dt.timedelta(minutes=span // dt.timedelta(minutes=1))
)
clocks = st.builds(
    clock,
    st.integers(1, 20),
    st.sampled_from(ClockUnit),
    day_one=st.booleans(),
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
