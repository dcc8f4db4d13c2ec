"""How facts read on screen."""

from datetime import date
from functools import cache

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_field import CaseField, FieldKind

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def fact_text(case_field: CaseField, value: FactValue | None) -> str:
    """Return a fact as it is shown; an unknown one as an empty text."""
    if value is None:
        return ""
    if case_field.kind is FieldKind.DATE:
        return day_text(str(value))
    return str(value)


@cache
def day_text(iso: str) -> str:
    """Return an ISO date as ``2 Mar 2026``; any other text as it is.

    Months are words, so that nobody takes the day for the month.
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
