"""By when an audit is to be read: reading a typed day, and saying how late it is."""

import re
from datetime import date, timedelta
from enum import StrEnum

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.moments import MONTHS, Moment, format_moment, read_typed_day
from audit_desk.errors import UserError

SOON_DAYS = 3
"""So many days before its date an audit is due soon."""

_AHEAD = re.compile(r"(?:in )?(\d{1,3}) (day|week)s?", re.ASCII)
_DAYS = {"day": 1, "week": 7}
_FURTHEST_YEARS = 5


class Timeliness(StrEnum):
    """How an audit stands against its date."""

    NONE = "none"
    """No date, not near yet, or read."""
    SOON = "soon"
    OVERDUE = "overdue"


def timeliness(audit: Audit, today: date) -> Timeliness:
    """Return how an audit stands; a submitted one is neither due nor late."""
    return day_timeliness(None if audit.state is AuditState.SUBMITTED else audit.due_on, today)


def day_timeliness(due: date | None, today: date, soon: int = SOON_DAYS) -> Timeliness:
    """Return how a day stands; ``soon`` is how many days before it something is due soon."""
    if due is None:
        return Timeliness.NONE
    if due < today:
        return Timeliness.OVERDUE
    return Timeliness.SOON if (due - today).days <= soon else Timeliness.NONE


def due_words(audit: Audit, today: date) -> str:
    """Return an audit's date in words, and how late or near it is; empty without one.

    For example ``12 Oct 2026``, ``12 Oct 2026, overdue by 3 days``, ``12 Oct 2026, today``.
    """
    return "" if audit.due_on is None else day_words(audit.due_on, today, timeliness(audit, today))


def day_words(due: date, today: date, how: Timeliness) -> str:
    """Return a day in words, and how late or near it is."""
    near = near_words(due, today, how)
    return f"{short_day(due)}, {near}" if near else short_day(due)


def short_day(day: date) -> str:
    """Return a day as tables show it: ``12 Oct 2026``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def near_words(due: date, today: date, how: Timeliness) -> str:
    """Return how late or near a day is: ``overdue by 3 days``, ``tomorrow``; else nothing."""
    left = (due - today).days
    if how is Timeliness.OVERDUE:
        return f"overdue by {_days(-left)}"
    if how is Timeliness.SOON:
        return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    return ""


def read_due(text: str, today: date) -> date | None:
    """Read the day that somebody typed; nothing typed is no date.

    Args:
        text: For example ``12/10/2026``, ``12 Oct``, ``tomorrow``, ``in 2 weeks``.
        today: The local date; a day without a year is the next such day.

    Raises:
        UserError: It is not a date, could be read in two ways, or lies many years ahead.
    """
    typed = " ".join(text.split())
    folded = typed.casefold()
    if not folded:
        return None
    if folded == "tomorrow":
        return today + timedelta(days=1)
    ahead = _AHEAD.fullmatch(folded)
    if ahead is not None:
        return today + timedelta(days=int(ahead[1]) * _DAYS[ahead[2]])
    day = read_typed_day(typed, today, ahead=True)
    if day.year > today.year + _FURTHEST_YEARS:
        raise UserError(f"“{typed}” is years ahead.", "Check the year.")
    return day


def past_warning(due: date | None, today: date) -> str:
    """Return what to say of a date that has passed already; empty for any other."""
    if due is None or due >= today:
        return ""
    return f"{format_moment(Moment(due))} has passed: the files would be overdue at once."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
