"""Reads a cell that holds a date and, where the system keeps one, a time of day.

Systems that keep no time write midnight instead, so midnight counts as no time: a clock in hours
then says that it cannot confirm, where an invented 00:00 would have let it pass judgement.
"""

import re
from datetime import date, datetime, time, timedelta

from audit_desk.domain.case_dates import read_date
from audit_desk.domain.cells import Cell, ValueFault, cell_text, is_absent

_MINUTES_A_DAY = 24 * 60
_MIDNIGHT = "00:00"
_FOUR_FIGURES = re.compile(r"^(\d{2})(\d{2})(?= ?hrs?$|$)")
_NOON = 12
_TIME = re.compile(
    r"[T ,]\s*(?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)?(?: ?hrs?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?$"
)
_UNIVERSAL = ValueFault(
    "has a time with a time zone, which in summer is an hour off the clock; "
    "export it as local time, for example 25/03/2025 18:40"
)
_NO_TIME = ValueFault("has no such time of day; write it as 25/03/2025 18:40")


def read_moment(cell: Cell, latest: date) -> str | ValueFault | None:
    """Return ``2026-03-02T18:40``, or ``2026-03-02`` where there is no time, or why not.

    Args:
        cell: A date cell, an Excel serial, or a text such as ``02/03/2026 18:40``; the day comes
            first, an American order is refused.
        latest: The last day that is possible, as a rule the day of the import.
    """
    if isinstance(cell, datetime) and cell.tzinfo is not None:
        return _UNIVERSAL
    clock: time | ValueFault | None = None
    rest: Cell = cell
    if isinstance(cell, datetime):
        clock = cell.time()
    elif isinstance(cell, float):
        clock = _of_serial(cell)
    elif isinstance(cell, str):
        rest, clock = _split(cell_text(cell))
    day = read_date(rest, latest)
    if not isinstance(day, date):
        return day
    if isinstance(clock, ValueFault):
        return clock
    if clock is None or clock.replace(second=0, microsecond=0) == time():
        return day.isoformat()
    return f"{day.isoformat()}T{clock:%H:%M}"


def read_time(cell: Cell) -> str | ValueFault | None:
    """Return a cell's time of day as ``18:40``, ``None`` where there is none, or why not.

    Midnight counts as none, as in a moment.

    Args:
        cell: A time cell, a spreadsheet's fraction of a day, or a text such as ``18:40``,
            ``6.40pm`` or ``1840``.
    """
    clock: time | ValueFault | None
    if isinstance(cell, datetime):
        clock = cell.time()
    elif isinstance(cell, time):
        clock = cell
    elif isinstance(cell, timedelta):
        clock = _of_serial(cell / timedelta(days=1))
    elif isinstance(cell, float) and 0 <= cell < 1:
        clock = _of_serial(cell)
    else:
        clock = _of_text(cell_text(cell))
    if clock is None or isinstance(clock, ValueFault):
        return clock
    stored = f"{clock:%H:%M}"
    return None if stored == _MIDNIGHT else stored


def _of_text(text: str) -> time | ValueFault | None:
    if is_absent(text):
        return None
    figures = _FOUR_FIGURES.sub(r"\1:\2", text)
    rest, clock = _split(f" {figures}")
    if clock is None or rest.strip():
        return ValueFault("is not a time of day; write it as 18:40")
    return clock


def is_before(moment: str, other: str) -> bool:
    """Return whether a stored moment surely lies before another.

    On one day only two times can tell: a date alone is before nothing of its own day.
    """
    if moment[:10] != other[:10]:
        return moment[:10] < other[:10]
    return "T" in moment and "T" in other and moment < other


def _of_serial(serial: float) -> time:
    """Return a serial's time of day to the minute; its fraction is never exact."""
    minutes = min(round(serial % 1 * _MINUTES_A_DAY), _MINUTES_A_DAY - 1)
    return time(*divmod(minutes, 60))


def _split(text: str) -> tuple[str, time | ValueFault | None]:
    found = _TIME.search(text)
    if found is None:
        return text, None
    if found["zone"]:
        return text[: found.start()], _UNIVERSAL
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return text[: found.start()], _NO_TIME
        hour = hour % _NOON + (_NOON if found["half"][0] in "pP" else 0)
    try:
        return text[: found.start()].rstrip(","), time(hour, minute)
    except ValueError:
        return text[: found.start()], _NO_TIME
