"""One clock between two moments: what it says, and how it was counted.

The auditor reads the two moments from the file; these rules count. What the file cannot
prove is never counted as in time.
"""

import datetime as dt
from collections.abc import Mapping

from audit_desk.domain.applicability import exempt
from audit_desk.domain.audit import Absence, Answers
from audit_desk.domain.audit_tool import Clock, ClockUnit
from audit_desk.domain.case import Facts
from audit_desk.domain.clock_limits import (
    BankHolidays,
    Span,
    UnknownHolidaysError,
    due_day,
    due_moment,
    span,
    working_days_after,
)
from audit_desk.domain.clock_reading import ClockReading, Outcome
from audit_desk.domain.clock_words import Names, counted, duration, working
from audit_desk.domain.moments import Moment, format_moment, parse_moment

BEFORE_TRIGGER = "the event is before the trigger: check the dates"
"""Why a clock cannot be read when its two ends stand the wrong way round."""

_ABSENCES: Mapping[Absence, tuple[Outcome, str]] = {
    Absence.NOT_EVIDENCED: (Outcome.NO_RECORD, "no record"),
    Absence.NOT_ACCESSIBLE: (
        Outcome.CANNOT_CONFIRM,
        "cannot confirm: the record could not be opened",
    ),
    Absence.NOT_APPLICABLE: (Outcome.NOT_APPLICABLE, "not applicable"),
}


def read_clock(
    clock: Clock,
    answers: Answers,
    holidays: BankHolidays,
    names: Names | None = None,
    facts: Facts | None = None,
) -> ClockReading:
    """Read one clock.

    Exempt children first ("declined"), then an absence recorded for the trigger's question
    or the event's, then missing moments, then the count. In hours, a date without a time
    never passes, not even where every minute of that day would be in time: the standard asks
    for times, and a file without them cannot show that it was met. It is late, by at least so
    much, where every minute of that day is too late.

    Args:
        clock: The clock; whether its questions apply is not looked at.
        answers: The audit's answers.
        holidays: The bank holidays.
        names: What to call the two ends.
        facts: The case's facts, where the clock's exemption looks at them.
    """
    ends = names or Names()
    if exempt(clock, answers, facts or {}):
        label = clock.not_counted_label
        return ClockReading(clock.id, Outcome.NOT_APPLICABLE, label, clock.standard)
    absent = read_absence(clock, answers)
    if absent is not None:
        return absent
    try:
        trigger, event = _moment(clock.start, answers), _moment(clock.stop, answers)
    except ValueError:
        return _unsure(clock, "a date on file cannot be read", clock.standard)
    if trigger is None or event is None:
        missing = ends.trigger if trigger is None else ends.event
        result = f"no record: {missing} has no date"
        steps = working(clock, ends, trigger, event)
        return ClockReading(clock.id, Outcome.NO_RECORD, result, steps)
    try:
        return _count(clock, ends, trigger, event, holidays)
    except OverflowError:
        reason = "a date is out of reach: check the dates"
    except UnknownHolidaysError as unknown:
        reason = f"the bank holidays of {unknown.args[0]} are not known"
    return _unsure(clock, reason, working(clock, ends, trigger, event))


def read_absence(clock: Clock, answers: Answers) -> ClockReading | None:
    """Read what an absence says that was recorded instead of one of a clock's moments."""
    for place in (clock.start, clock.stop):
        answer = answers.get(place.partition(".")[0])
        if answer is not None and answer.absence is not None:
            return ClockReading(clock.id, *_ABSENCES[answer.absence], clock.standard)
    return None


def _moment(place: str, answers: Answers) -> Moment | None:
    question_id, _, part_id = place.partition(".")
    answer = answers.get(question_id)
    stored = answer.parts.get(part_id, "") if answer is not None else ""
    return parse_moment(stored) if stored else None


def _unsure(clock: Clock, reason: str, steps: str, due: str = "") -> ClockReading:
    result = f"cannot confirm: {reason}"
    return ClockReading(clock.id, Outcome.CANNOT_CONFIRM, result, steps, due)


def _count(
    clock: Clock, names: Names, trigger: Moment, event: Moment, holidays: BankHolidays
) -> ClockReading:
    if clock.unit is ClockUnit.HOURS:
        return _count_hours(clock, names, trigger, event)
    return _count_days(clock, names, trigger, event, holidays)


def _count_hours(clock: Clock, names: Names, trigger: Moment, event: Moment) -> ClockReading:
    start, stop = span(trigger), span(event)
    limit = dt.timedelta(hours=clock.limit)
    due = due_moment(start.earliest, clock.limit) if start.is_exact else ""
    steps = working(clock, names, trigger, event, due)
    if stop.latest < start.earliest:
        return _unsure(clock, BEFORE_TRIGGER, steps, due)
    over = stop.earliest - start.latest - limit
    if over > dt.timedelta(0):
        exact = start.is_exact and stop.is_exact
        result = f"late by {'' if exact else 'at least '}{duration(over)}"
        seconds = int(over.total_seconds())
        return ClockReading(clock.id, Outcome.LATE, result, steps, due, seconds)
    timed = trigger.time is not None and event.time is not None
    if timed and stop.latest - start.earliest <= limit:
        return ClockReading(clock.id, Outcome.IN_TIME, "in time", steps, due)
    return _unsure(clock, _what_is_missing(names, (trigger, start), (event, stop)), steps, due)


def _what_is_missing(names: Names, trigger: tuple[Moment, Span], event: tuple[Moment, Span]) -> str:
    untimed = [
        name
        for name, (moment, _) in ((names.trigger, trigger), (names.event, event))
        if moment.time is None
    ]
    if untimed:
        return f"{' and '.join(untimed)} {'has' if len(untimed) == 1 else 'have'} no time"
    moment = event[0] if trigger[1].is_exact else trigger[0]
    return f"the clocks changed at {format_moment(moment)}, so the hour is not certain"


def _count_days(
    clock: Clock, names: Names, trigger: Moment, event: Moment, holidays: BankHolidays
) -> ClockReading:
    if span(event).latest < span(trigger).earliest:
        return _unsure(clock, BEFORE_TRIGGER, working(clock, names, trigger, event))
    last = due_day(clock, trigger.day, holidays)
    due = format_moment(Moment(last))
    steps = working(clock, names, trigger, event, due)
    if event.day <= last:
        return ClockReading(clock.id, Outcome.IN_TIME, "in time", steps, due)
    over = event.day - last
    result = f"late by {_days_late(clock, last, event.day, holidays)}"
    seconds = int(over.total_seconds())
    return ClockReading(clock.id, Outcome.LATE, result, steps, due, seconds)


def _days_late(clock: Clock, last: dt.date, event: dt.date, holidays: BankHolidays) -> str:
    if clock.unit is ClockUnit.WORKING_DAYS:
        days = working_days_after(last, event, holidays)
        # The event fell on the weekend or holiday straight after the last day.
        return counted(days, clock.unit) if days else "less than 1 working day"
    days = (event - last).days
    return f"{days} day" if days == 1 else f"{days} days"
