"""Reads one cell of a case list into a fact, or says plainly why it cannot.

Lists come from many systems: "b) Female" beside "F", decimal ages, numbers as text, ``#N/A``
and non-breaking spaces. A code that is not known is kept as the list has it.
"""

import math
import re
from collections.abc import Callable
from datetime import date

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_dates import read_date
from audit_desk.domain.case_field import CaseField, Choice, FieldKind
from audit_desk.domain.case_moments import read_moment, read_time
from audit_desk.domain.cells import Cell, ValueFault, cell_text, is_absent, number_text
from audit_desk.domain.identifiers import identifier_in_value, looks_like_school

Reader = Callable[[Cell], FactValue | ValueFault | None]
"""Reads a cell: the fact, ``None`` where there is nothing, or why it is refused."""

OLDEST = 25
"""The age up to which a council supports care leavers; nobody older is on a child's list."""

A_SCHOOL = "A school"
"""Stands for the name of a school, which would lead to a child and is never kept."""

_FAR_OFF = date(2199, 12, 31)
_LONGEST = 200
_LARGEST_COUNT = 9_999
_LETTER_PREFIX = re.compile(r"[a-zA-Z]{1,2}\)\s*(?=\S)")
_LEADING_CODE = re.compile(r"([A-Z]{1,4}\d{0,2})(?:\s*[-:\u2013]\s*|\s+)\S")
_AGE = re.compile(r"(-?\d+(?:\.\d+)?)\s*(?:years?|yrs?|y)?(?:\s*old)?", re.IGNORECASE)
_UNDER_ONE = re.compile(r"unborn|under 1|<\s?1|\d{1,2} (?:months?|weeks?|days?)", re.IGNORECASE)
_YES_NO = {
    **dict.fromkeys(("yes", "y", "true", "t", "1"), "Yes"),
    **dict.fromkeys(("no", "n", "false", "f", "0"), "No"),
}
_NOT_KNOWN = frozenset(("unknown", "not known", "not recorded", "not stated", "u"))
_BEGINS_YES_NO = re.compile(r"(yes|no)\b(?! ?(?:one|body))")


def reader(case_field: CaseField, today: date) -> Reader:
    """Return the reader of a field's cells.

    Args:
        case_field: The field.
        today: The day of the import; a later date is refused, but where the field's dates are
            those by which something is due.
    """
    latest = _FAR_OFF if case_field.ahead else today
    if case_field.kind is FieldKind.DATE:
        return lambda cell: _read_date_fact(cell, latest)
    if case_field.kind is FieldKind.MOMENT:
        return lambda cell: read_moment(cell, latest)
    if case_field.kind is FieldKind.CODE:
        table = _table(case_field.choices)
        return lambda cell: _read_code(cell, table)
    if case_field.kind is FieldKind.YES_NO:
        words = {**_YES_NO, **_table(case_field.choices)}
        return lambda cell: _read_yes_no(cell, words)
    return {
        FieldKind.TEXT: _read_text,
        FieldKind.TIME: read_time,
        FieldKind.COUNT: _read_count,
        FieldKind.AGE: read_age,
    }[case_field.kind]


def age_on(birth: date, today: date) -> int:
    """Return the completed years on a day; 0 for a child who is not yet born."""
    before_birthday = (today.month, today.day) < (birth.month, birth.day)
    return max(0, today.year - birth.year - before_birthday)


def read_age(cell: Cell) -> int | ValueFault | None:
    """Return completed years from a whole or decimal number; an unborn child is 0."""
    text = cell_text(cell)
    if is_absent(text):
        return None
    if _UNDER_ONE.fullmatch(text):
        return 0
    number = _AGE.fullmatch(text)
    if number is None:
        return ValueFault("is not an age in years")
    years = float(number[1])
    if years <= -1:
        return ValueFault("is below nought")
    if years >= OLDEST + 1:
        return ValueFault(f"is above {OLDEST}, the oldest that a list of children can hold")
    return max(0, math.floor(years))


def without_letter(text: str) -> str:
    """Return a text without Annex A's letter: "b) Female" is "Female"."""
    return _LETTER_PREFIX.sub("", text, count=1) if _LETTER_PREFIX.match(text) else text


def _table(choices: tuple[Choice, ...]) -> dict[str, str]:
    table = {word: choice.value for choice in choices for word in choice.also}
    return table | {choice.value.casefold(): choice.value for choice in choices}


def _read_date_fact(cell: Cell, today: date) -> str | ValueFault | None:
    found = read_date(cell, today)
    return found.isoformat() if isinstance(found, date) else found


def _read_text(cell: Cell) -> str | ValueFault | None:
    text = number_text(cell)
    if is_absent(text):
        return None
    return A_SCHOOL if looks_like_school(text) else _storable(text)


def _read_code(cell: Cell, table: dict[str, str]) -> str | ValueFault | None:
    text = without_letter(number_text(cell))
    known = table.get(text.casefold())
    if known is None:
        leading = _LEADING_CODE.match(text)
        known = table.get(leading[1].casefold()) if leading else None
    if known is not None:
        return known
    return None if is_absent(text) else _storable(text)


def _read_yes_no(cell: Cell, words: dict[str, str]) -> str | ValueFault | None:
    text = without_letter(number_text(cell)).casefold()
    if is_absent(text) or text in _NOT_KNOWN:
        return None
    found = words.get(text)
    if found is None:
        begins = _BEGINS_YES_NO.match(text)
        found = words[begins[1]] if begins else None
    return found or ValueFault("is neither yes nor no")


def _read_count(cell: Cell) -> int | ValueFault | None:
    text = number_text(cell)
    if is_absent(text):
        return None
    if not text.isdecimal():
        return ValueFault("is not a whole number of 0 or more")
    number = int(text)
    return number if number <= _LARGEST_COUNT else ValueFault("is too large for a count")


def _storable(text: str) -> str | ValueFault:
    """Return a text that may be kept, or why not: notes and identifiers never are."""
    if len(text) > _LONGEST:
        return ValueFault(
            f"is longer than {_LONGEST} characters; a case list holds facts, not notes",
            show_value=False,
        )
    found = identifier_in_value(text)
    if found:
        return ValueFault(f"holds {found}, which Audit Desk never keeps", show_value=False)
    return text
