"""Reads a date cell: a date, day/month/year text, ISO text or an Excel serial.

Day comes before month, as everywhere in England. A text with its month first is American and
is refused; so is every date that a whole column leaves open (see ``is_ambiguous``).
"""

import re
from datetime import date, datetime, timedelta

from audit_desk.domain.cells import Cell, ValueFault, cell_text, is_absent

_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(18_264, 109_576)
"""Excel's serials of the days from 1950 to 2199."""
_EARLIEST = date(1950, 1, 1)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?Z?)?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})" + _TIME)
_MONTH_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ ,-]+(\d{4}|\d{2})" + _TIME
)
_UNREADABLE = ValueFault("is not a date; write it as day/month/year, for example 25/03/2025")


def read_date(cell: Cell, today: date) -> date | ValueFault | None:
    """Return the cell's date, ``None`` where there is none, or why it is refused.

    Args:
        cell: The cell.
        today: The day of the import; a later date is refused.
    """
    if isinstance(cell, datetime):
        return _plausible(cell.date(), today)
    if isinstance(cell, date):
        return _plausible(cell, today)
    if isinstance(cell, float) and not cell.is_integer() and int(cell) in _SERIALS:
        cell = int(cell)
    text = cell_text(cell)
    if is_absent(text):
        return None
    found = _from_text(text, today)
    return _plausible(found, today) if isinstance(found, date) else found


def is_ambiguous(cell: Cell) -> bool:
    """Return whether a text is a date under both orders, such as 03/04/2025."""
    parts = _DAY_FIRST.fullmatch(cell_text(cell)) if isinstance(cell, str) else None
    if parts is None:
        return False
    first, second = int(parts[1]), int(parts[2])
    return first != second and max(first, second) <= 12  # noqa: PLR2004 - months of a year


def is_day_first(cell: Cell) -> bool:
    """Return whether a text proves that its writer puts the day first, such as 25/03/2025."""
    parts = _DAY_FIRST.fullmatch(cell_text(cell)) if isinstance(cell, str) else None
    return parts is not None and int(parts[1]) > 12 >= int(parts[2])  # noqa: PLR2004 - months


def _plausible(day: date, today: date) -> date | ValueFault:
    if day > today:
        return ValueFault("lies in the future")
    if day < _EARLIEST:
        return ValueFault("lies before 1950 and seems to stand for an empty cell")
    return day


def _from_text(text: str, today: date) -> date | ValueFault:
    if text.isdigit() and int(text) in _SERIALS:
        return _EXCEL_EPOCH + timedelta(days=int(text))
    year_first = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if year_first:
        return _build(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    parts = _DAY_FIRST.fullmatch(text)
    if parts:
        return _from_numbers(int(parts[1]), int(parts[2]), _year(parts[3], today))
    named = _MONTH_NAMED.fullmatch(text)
    month = _MONTHS.get(named[2][:3].casefold()) if named else None
    if named and month:
        return _build(_year(named[3], today), month, int(named[1]))
    return _UNREADABLE


def _from_numbers(day: int, month: int, year: int) -> date | ValueFault:
    if month > 12 >= day:  # noqa: PLR2004 - months of a year
        return ValueFault(
            f"has {month} in the month's place, so it may be an American date; "
            "write it as day/month/year",
            american=True,
        )
    return _build(year, month, day)


def _build(year: int, month: int, day: int) -> date | ValueFault:
    try:
        return date(year, month, day)
    except ValueError:
        return ValueFault("is not a day of the calendar")


def _year(text: str, today: date) -> int:
    """Return a year in full; two figures mean the latest such year that is not to come."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004 - written in full
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year
