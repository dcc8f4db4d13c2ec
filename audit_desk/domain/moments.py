"""Moments as an auditor finds them on a file: a date, with its time where the file has one.

Stored as ``2026-03-02`` or ``2026-03-02T18:40``, local time of the United Kingdom. A typed
entry is read day first, as the country writes it; what could be read in two ways is refused
rather than guessed, because a swapped day or a lost afternoon turns a late interview into
one in time.
"""

import contextlib
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from audit_desk.errors import UserError

EARLIEST_YEAR = 1990
"""No file that is audited today has events before this year; an earlier one is a slip."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Month names in English whatever the computer's own language is."""

_UNSEEN = {"Cc", "Cf"}
"""Kinds of characters that show nothing; a date that is copied often brings some along."""

_SHORT_YEAR = 2
"""Figures in a year such as the 26 of 2/3/26."""

_STORED = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", re.ASCII)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?:(?P=sep)(?P<year>\d{4}|\d{2}))?",
    re.ASCII,
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<name>[a-z]{3,9})\.?(?:[ -](?P<year>\d{4}|\d{2}))?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?:^|,? at |, ?| |(?<=\d)t(?=\d))"
    r"(?:(?P<hour>\d{1,2})[:.](?P<minute>\d{2}) ?(?P<half>am|pm)?(?: ?hrs?)?"
    r"|(?P<bare>\d{1,2}) ?(?P<bare_half>am|pm)"
    r"|(?P<block>\d{4}) ?hrs?)$",
    re.ASCII,
)
_WITHOUT_YEAR = re.compile(
    r"\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?", re.ASCII
)
_HINT = "Type it as 2/3/2026, 2 Mar 2026 or 2026-03-02, with a time such as 14:20 or 2.20pm."


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, and the local time of day where the file has one."""

    day: dt.date
    time: dt.time | None = None

    @property
    def stored(self) -> str:
        """The stored form, ``2026-03-02`` or ``2026-03-02T18:40``."""
        if self.time is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.time:%H:%M}"


def parse_moment(text: str) -> Moment:
    """Read the stored form.

    Raises:
        ValueError: It is not ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM``, or no such day or time.
    """
    if not _STORED.fullmatch(text):
        raise ValueError(f"not a stored moment: {text!r}")
    day, _, time = text.partition("T")
    return Moment(dt.date.fromisoformat(day), dt.time.fromisoformat(time) if time else None)


def format_moment(moment: Moment) -> str:
    """Return the moment in words: ``2 March 2026, 18:40``, or ``2 March 2026`` without a time."""
    words = f"{moment.day.day} {MONTHS[moment.day.month - 1]} {moment.day.year}"
    return words if moment.time is None else f"{words}, {moment.time:%H:%M}"


def read_typed_moment(text: str, today: dt.date) -> str:
    """Turn what a person typed into the stored form.

    A day without a year is the most recent such day, today included. Two figures for a year
    are read as this century's, or the last's where that would lie ahead.

    Args:
        text: For example ``2/3/2026``, ``2/3 14:20``, ``2 Mar 2026 2.20pm``, ``2026-03-02``,
            ``today``, ``yesterday 9am``.
        today: The local date.

    Raises:
        UserError: It is not a date, could be read in two ways, lies before 1990 or ahead.
    """
    typed = _seen(text)
    rest, time = _split_time(typed.casefold(), typed)
    day = _read_day(rest, typed, today)
    if day > today:
        raise UserError(
            f"“{typed}” is in the future; an audit records what has happened.",
            "Check the day, the month and the year.",
        )
    if day.year < EARLIEST_YEAR:
        raise UserError(
            f"“{typed}” is before {EARLIEST_YEAR}, too long ago for an event on this file.",
            "Check the year.",
        )
    return Moment(day, time).stored


def read_typed_day(text: str, today: dt.date, *, ahead: bool = False) -> dt.date:
    """Read a typed day without a time, past or future.

    Args:
        text: As for ``read_typed_moment``, without a time.
        today: The local date.
        ahead: Whether a day without a year is the next such day rather than the last.

    Raises:
        UserError: It is not a date, or could be read in two ways.
    """
    typed = _seen(text)
    day = _read_day(typed.casefold(), typed, today)
    if ahead and day < today and _WITHOUT_YEAR.fullmatch(typed.casefold()):
        return _next_of(day, today)
    return day


def _seen(text: str) -> str:
    """Return what a reader sees of a typed or copied text, with single spaces."""
    kept = (char for char in text if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    return " ".join("".join(kept).split())


def _next_of(day: dt.date, today: dt.date) -> dt.date:
    for year in range(today.year, today.year + 9):  # 29 February: see _most_recent
        with contextlib.suppress(ValueError):
            if day.replace(year=year) >= today:
                return day.replace(year=year)
    return day


def _split_time(folded: str, typed: str) -> tuple[str, dt.time | None]:
    match = _TIME.search(folded)
    if match is None:
        return folded, None
    half = match["half"] or match["bare_half"]
    block = match["block"]
    hour_text = match["hour"] or match["bare"] or block[:2]
    minute_text = match["minute"] or (block[2:] if block else "00")
    if not half and hour_text in set("123456789"):
        raise UserError(
            f"“{typed}” could be in the morning or in the afternoon.",
            f"Type 0{hour_text}:{minute_text} or {int(hour_text) + 12}:{minute_text}.",
        )
    try:
        time = dt.time(_hour(int(hour_text), half), int(minute_text))
    except ValueError:
        message = f"“{typed}” has no such time of day."
        raise UserError(message, "Type a time such as 14:20.") from None
    return folded[: match.start()], time


def _hour(hour: int, half: str | None) -> int:
    """Return the hour on the 24-hour clock.

    Raises:
        ValueError: There is no such hour before or after noon.
    """
    if half is None:
        return hour
    if hour not in range(1, 13):
        raise ValueError(hour)
    return hour % 12 + (12 if half == "pm" else 0)


def _read_day(rest: str, typed: str, today: dt.date) -> dt.date:
    if rest == "today":
        return today
    if rest == "yesterday":
        return today - dt.timedelta(days=1)
    if not rest and typed:
        raise UserError(f"“{typed}” is a time without its day.", "Type both, such as 3/5 14:20.")
    match = _ISO.fullmatch(rest) or _NUMBERS.fullmatch(rest) or _NAMED.fullmatch(rest)
    if match is None:
        raise UserError(f"“{typed}” is not a date that can be read.", _HINT)
    found = match.groupdict()
    if found.get("sep") == "-" and len(found["year"] or "") == _SHORT_YEAR:
        raise UserError(f"“{typed}” could begin with its day or with its year.", _HINT)
    month = _month(found, typed)
    day = int(found["day"])
    if found["year"] is None:
        return _most_recent(day, month, typed, today)
    return _date(_year(found["year"], day, month, today), month, day, typed)


def _month(found: dict[str, str | None], typed: str) -> int:
    name = found.get("name")
    if name is None:
        month = int(found["month"] or 0)
        if not 1 <= month <= len(MONTHS):
            raise UserError(
                f"“{typed}” is not a date: there is no month {month}.",
                "The day comes first, then the month, then the year.",
            )
        return month
    if name == "sept":
        return 9
    for number, full in enumerate(MONTHS, start=1):
        if name in (full.casefold(), full.casefold()[:3]):
            return number
    raise UserError(f"“{typed}” is not a date: there is no month “{name}”.", _HINT)


def _year(text: str, day: int, month: int, today: dt.date) -> int:
    if len(text) > _SHORT_YEAR:
        return int(text)
    year = 2000 + int(text)
    ahead = (year, month, day) > (today.year, today.month, today.day)
    return year - 100 if ahead and year - 100 >= EARLIEST_YEAR else year


def _most_recent(day: int, month: int, typed: str, today: dt.date) -> dt.date:
    # 29 February may be up to eight years back (no leap day in 1900 or 2100).
    for year in range(today.year, today.year - 9, -1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise UserError(f"“{typed}” is not a date: no such day in that month.", _HINT)


def _date(year: int, month: int, day: int, typed: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise UserError(f"“{typed}” is not a date: no such day in that month.", _HINT) from None
