"""A clock's result and working in words, as they stand on screen and on paper."""

import datetime as dt
from dataclasses import dataclass

from audit_desk.domain.audit_tool import Clock, ClockUnit
from audit_desk.domain.moments import Moment, format_moment

_UNITS = {
    ClockUnit.HOURS: ("hour", "hours"),
    ClockUnit.CALENDAR_DAYS: ("calendar day", "calendar days"),
    ClockUnit.WEEKS: ("week", "weeks"),
    ClockUnit.MONTHS: ("calendar month", "calendar months"),
    ClockUnit.WORKING_DAYS: ("working day", "working days"),
}
_DAY_RULE_UNITS = (ClockUnit.CALENDAR_DAYS, ClockUnit.WORKING_DAYS)
_HOURS_SPELLED_OUT = dt.timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Names:
    """What a reading calls its two ends.

    Attributes:
        trigger: For example ``“Returned”``, the label of the part it is read from.
        event: For example ``“Interview held”``.
    """

    trigger: str = "the trigger"
    event: str = "the event"


def counted(number: int, unit: ClockUnit) -> str:
    """Return a number of units: ``1 working day``, ``72 hours``."""
    one, many = _UNITS[unit]
    return f"{number} {one if number == 1 else many}"


def rule(clock: Clock) -> str:
    """Return how a clock counts, with its day-0 or day-1 convention where it has one."""
    words = counted(clock.limit, clock.unit)
    if clock.unit not in _DAY_RULE_UNITS:
        return words
    number = 1 if clock.trigger_is_day_one else 0
    return f"{words}, the day of the trigger being day {number}"


def duration(span: dt.timedelta) -> str:
    """Return elapsed time in words: ``15 h 20 min``, ``5 days 3 h`` from 72 hours on."""
    minutes = int(span.total_seconds()) // 60
    if span < _HOURS_SPELLED_OUT:
        parts = ((minutes // 60, "h"), (minutes % 60, "min"))
    else:
        parts = ((minutes // 1440, "days"), (minutes % 1440 // 60, "h"))
    return " ".join(f"{number} {word}" for number, word in parts if number) or "0 min"


def length(span: dt.timedelta) -> str:
    """Return how long something took: whole days as ``41 days``, else as ``duration`` says it."""
    if span % dt.timedelta(days=1):
        return duration(span)
    return f"{span.days} day" if span.days == 1 else f"{span.days} days"


def working(
    clock: Clock,
    names: Names,
    trigger: Moment | None,
    event: Moment | None,
    due: str = "",
) -> str:
    """Return the whole reckoning: the rule, what it was counted from, when due, the event."""
    return "; ".join(
        (
            rule(clock),
            f"counted from {_end(trigger)} ({names.trigger})",
            *([f"due by {due}"] if due else []),
            f"event {_end(event)} ({names.event})",
        )
    )


def _end(moment: Moment | None) -> str:
    return "no date on record" if moment is None else format_moment(moment)
