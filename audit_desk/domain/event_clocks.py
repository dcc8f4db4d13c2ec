"""Timeliness of every event of a list: row by row, or from each date to the next.

Each event is read by the rules of ``domain.clock_count``, as if it were the only one.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from audit_desk.domain.applicability import exempt
from audit_desk.domain.audit import Answer, Answers
from audit_desk.domain.audit_tool import Clock, ClockUnit, Part, Question
from audit_desk.domain.case import Facts
from audit_desk.domain.clock_count import read_absence, read_clock
from audit_desk.domain.clock_limits import BankHolidays, span
from audit_desk.domain.clock_reading import ClockReading, EventReading, EventsReading, Outcome
from audit_desk.domain.clock_words import Names, rule
from audit_desk.domain.event_rows import Row, read_rows
from audit_desk.domain.moments import parse_moment

NOTHING_LISTED = "no record: nothing is listed"
"""What a clock says of a question that is not answered at all."""
NOT_LISTED = "not listed event by event"
"""What it says where the question is answered and the list alone is empty.

Nobody has looked for every event then, so that nothing is known of a record that is missing.
"""
STILL_OPEN = "still open, in time so far"
"""What it says of a gap that nothing has ended, and that may yet end in time."""

_LISTED = "listed"
"""Stands for the list's question and part while one of its gaps is read."""
_FROM, _TO = f"{_LISTED}.from", f"{_LISTED}.to"


@dataclass(frozen=True, slots=True)
class _List:
    """A list with all that reading it takes."""

    clock: Clock
    part: Part
    rows: tuple[Row, ...]
    answers: Answers
    facts: Facts
    holidays: BankHolidays

    def column(self, place: str) -> Part:
        wanted = place.rpartition(".")[2]
        return next(column for column in self.part.columns if column.id == wanted)

    def named(self, place: str) -> str:
        return f"“{self.column(place).label}”"


def read_events(
    clock: Clock, question: Question, answers: Answers, facts: Facts, holidays: BankHolidays
) -> ClockReading:
    """Read a clock of a list.

    Where the child is exempt as a whole, or an absence is recorded instead of the list, that is
    what the clock says. A gap that nothing has ended counts only once it is too long: until then
    nobody knows whether it will be in time.

    Args:
        clock: The clock; its start and stop are columns of one list.
        question: The list's question; whether it applies is not looked at.
        answers: The audit's answers.
        facts: The case's facts.
        holidays: The bank holidays.
    """
    if exempt(clock, answers, facts):
        label = clock.not_counted_label
        return ClockReading(clock.id, Outcome.NOT_APPLICABLE, label, clock.standard)
    absent = read_absence(clock, answers)
    if absent is not None:
        return absent
    part = question.part(clock.list_place.partition(".")[2])
    answer = answers.get(question.id) or Answer(question.id)
    try:
        rows = read_rows(answer.parts.get(part.id, ""))
    except ValueError:
        result = "cannot confirm: the list cannot be read"
        return ClockReading(clock.id, Outcome.CANNOT_CONFIRM, result, clock.standard)
    listed = _List(clock, part, rows, answers, facts, holidays)
    if not rows and answer.is_given:
        return ClockReading(clock.id, Outcome.NOT_APPLICABLE, NOT_LISTED, clock.standard)
    if not rows:
        return ClockReading(clock.id, Outcome.NO_RECORD, NOTHING_LISTED, _working(listed))
    return _summed_up(listed, _gaps(listed) if clock.times_gaps else _waits(listed))


def _summed_up(listed: _List, events: EventsReading) -> ClockReading:
    late = max((each.reading.late_seconds for each in events.events), default=0)
    return ClockReading(
        listed.clock.id,
        events.worst,
        events.words or "not applicable: no two dates make a gap yet",
        _working(listed),
        late_seconds=late,
        events=events,
    )


def _working(listed: _List) -> str:
    clock = listed.clock
    if not clock.times_gaps:
        ends = f"from {listed.named(clock.start)} to {listed.named(clock.stop)}"
        return f"{rule(clock)}; each row counted {ends}"
    steps = f"{rule(clock)}; each gap counted from one {listed.named(clock.start)} to the next"
    if _until(listed):
        return f"{steps}, and from the last one on"
    return f"{steps}; the time from the last one on is not counted"


def _waits(listed: _List) -> EventsReading:
    clock = listed.clock
    names = Names(listed.named(clock.start), listed.named(clock.stop))
    readings = [
        read_clock(clock, _beside_row(listed, row), listed.holidays, names, listed.facts)
        for row in listed.rows
    ]
    start, stop = (place.rpartition(".")[2] for place in (clock.start, clock.stop))
    waits = [
        _between(clock, row.get(start, ""), row.get(stop, ""))
        for row, reading in zip(listed.rows, readings, strict=True)
        if reading.outcome is not Outcome.NOT_APPLICABLE
    ]
    return EventsReading(
        tuple(EventReading(number, reading) for number, reading in enumerate(readings)),
        _longest(waits),
    )


def _beside_row(listed: _List, row: Row) -> Answers:
    """Return the answers with one row's cells as parts, under the names that a clock gives them."""
    question_id = listed.clock.start.partition(".")[0]
    answer = listed.answers[question_id]
    cells = {f"{listed.part.id}.{key}": cell for key, cell in row.items()}
    return {**listed.answers, question_id: replace(answer, parts={**answer.parts, **cells})}


def _gaps(listed: _List) -> EventsReading:
    key = listed.clock.start.rpartition(".")[2]
    dated = sorted((row[key], number) for number, row in enumerate(listed.rows) if row.get(key))
    undated = [number for number, row in enumerate(listed.rows) if not row.get(key)]
    readings = [
        EventReading(
            number,
            _gap(listed, start, stop, _names(listed), whole=not undated),
            gap=_between(listed.clock, start, stop),
        )
        for (start, _), (stop, number) in pairwise(dated)
    ]
    until = _until(listed)
    if dated and until:
        last, number = dated[-1]
        reading = _open_gap(listed, last, whole=not undated)
        readings.append(EventReading(number, reading, True, _between(listed.clock, last, until)))
    longest = _longest(each.gap for each in readings)
    readings += [EventReading(number, _undated(listed)) for number in undated]
    return EventsReading(tuple(readings), longest, is_gap=True)


def _names(listed: _List) -> Names:
    return Names(listed.named(listed.clock.start), listed.named(listed.clock.stop))


def _gap(listed: _List, start: str, stop: str, names: Names, *, whole: bool) -> ClockReading:
    """Read one gap.

    Args:
        listed: The list.
        start: The date that it begins with.
        stop: The date that it ends with.
        names: What to call the two.
        whole: Whether every row of the list is dated. One that is not may have fallen into the
            gap, so that nobody can say that the gap was too long.
    """
    clock = replace(listed.clock, start=_FROM, stop=_TO, not_counted_when=())
    given = {_LISTED: Answer(_LISTED, parts={"from": start, "to": stop})}
    reading = read_clock(clock, given, listed.holidays, names)
    if whole or reading.outcome is not Outcome.LATE:
        return reading
    result = "cannot confirm: another row has no date, and may fall into this gap"
    return replace(reading, outcome=Outcome.CANNOT_CONFIRM, result=result, late_seconds=0)


def _open_gap(listed: _List, last: str, *, whole: bool) -> ClockReading:
    names = Names(_names(listed).trigger, "the day up to which the list is complete")
    reading = _gap(listed, last, _until(listed), names, whole=whole)
    if reading.outcome is Outcome.LATE:
        return replace(reading, result=f"still open, {reading.result}")
    if reading.outcome is Outcome.IN_TIME:
        return replace(reading, outcome=Outcome.NOT_APPLICABLE, result=STILL_OPEN)
    return reading


def _undated(listed: _List) -> ClockReading:
    result = f"no record: {listed.named(listed.clock.start)} has no date"
    return ClockReading(listed.clock.id, Outcome.NO_RECORD, result, _working(listed))


def _until(listed: _List) -> str:
    question_id, _, part_id = listed.clock.until.partition(".")
    answer = listed.answers.get(question_id)
    return answer.parts.get(part_id, "") if answer is not None else ""


def _longest(lengths: Iterable[dt.timedelta | None]) -> dt.timedelta | None:
    return max((each for each in lengths if each is not None), default=None)


def _between(clock: Clock, start: str, stop: str) -> dt.timedelta | None:
    """Return the time between two dates; ``None`` where the file does not tell it.

    Elapsed time where the clock counts hours, which takes both times; else the days between.
    """
    try:
        first, last = parse_moment(start), parse_moment(stop)
        begun, ended = span(first), span(last)
    except (ValueError, OverflowError):
        return None
    if clock.unit is not ClockUnit.HOURS:
        between = last.day - first.day
    elif begun.is_exact and ended.is_exact:
        between = ended.latest - begun.earliest
    else:
        return None
    return between if between >= dt.timedelta(0) else None
