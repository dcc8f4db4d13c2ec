"""Clocks: five outcomes, and real hours across both clock changes."""

import datetime as dt

import pytest

from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    ClockUnit,
    Condition,
    Part,
    PartKind,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.clock_words import duration
from audit_desk.domain.clocks import Outcome, read_clock, read_clocks
from tests.unit.clock_examples import (
    HOLIDAYS,
    answers,
    clock,
    read,
)


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
