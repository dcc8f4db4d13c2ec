"""Moments in words, in the time of whoever looks: stored in UTC, shown locally."""

from datetime import date, datetime

from audit_desk.domain.moments import MONTHS


def day(moment: datetime) -> str:
    """Return a moment's local day: ``3 March 2026``."""
    local = moment.astimezone()
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def day_and_time(moment: datetime) -> str:
    """Return a moment's local day and time: ``3 March 2026, 14:05``."""
    return f"{day(moment)}, {moment.astimezone():%H:%M}"


def stored_day_and_time(text: str) -> str:
    """Return a stored moment as local day and time.

    Args:
        text: ISO 8601 with its offset.

    Raises:
        ValueError: It is not such a text.
    """
    return day_and_time(datetime.fromisoformat(text))


def weekday_of(when: date) -> str:
    """Return a day's weekday: ``Monday``."""
    return _WEEKDAYS[when.weekday()]


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
