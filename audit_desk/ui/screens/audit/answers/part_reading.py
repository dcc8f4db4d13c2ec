"""How typed facts are read and said back: moments, dates and counts."""

from collections.abc import Callable
from datetime import date

from audit_desk.domain.audit_tool import PartKind
from audit_desk.domain.moments import format_moment, parse_moment, read_typed_moment
from audit_desk.domain.plain_text import readable
from audit_desk.errors import UserError

_MOST = 9999
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read_part(kind: PartKind, text: str, today: date) -> str:
    """Return the stored form of what was typed; empty for nothing.

    Raises:
        UserError: It cannot be read; the message says what would do.
    """
    typed = text.strip()
    return _READERS[kind](typed, today) if typed else ""


def say_part(kind: PartKind, stored: str) -> str:
    """Return a stored fact in words, as the page understood it; empty for nothing."""
    if not stored or kind is PartKind.TEXT:
        return ""
    if kind is PartKind.COUNT:
        return ""
    moment = parse_moment(stored)
    weekday = _WEEKDAYS[moment.day.weekday()]
    if kind is PartKind.MOMENT and moment.time is None:
        return f"{weekday} {format_moment(moment)}, no time on file"
    return f"{weekday} {format_moment(moment)}"


def shown_part(kind: PartKind, stored: str) -> str:
    """Return a stored fact as it would be typed, for its field."""
    if kind in {PartKind.MOMENT, PartKind.DATE} and stored:
        moment = parse_moment(stored)
        day = f"{moment.day:%d/%m/%Y}"
        return f"{day} {moment.time:%H:%M}" if moment.time else day
    return stored


def short_part(kind: PartKind, stored: str) -> str:
    """Return a stored fact as it would be typed into a narrow cell; it is read back the same."""
    if kind in {PartKind.MOMENT, PartKind.DATE} and stored:
        moment = parse_moment(stored)
        day = f"{moment.day:%d/%m/%y}"
        return f"{day} {moment.time:%H:%M}" if moment.time else day
    return stored


def _read_moment(text: str, today: date) -> str:
    return read_typed_moment(text, today)


def _read_date(text: str, today: date) -> str:
    return read_typed_moment(text, today).partition("T")[0]


def _read_count(text: str, _today: date) -> str:
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > _MOST:
        raise UserError(f"“{text[:20]}” is not a count.", "Type a whole number, such as 0 or 3.")
    return str(int(text))


def _read_text(text: str, _today: date) -> str:
    return " ".join(readable(text).split("\n")).strip()  # pasted into a field of one line


_READERS: dict[PartKind, Callable[[str, date], str]] = {
    PartKind.MOMENT: _read_moment,
    PartKind.DATE: _read_date,
    PartKind.COUNT: _read_count,
    PartKind.TEXT: _read_text,
}
