"""The conditions that define the frame of a draw: "status is CIN", "opened from … to …".

A condition is a field and a value, as the receipt keeps them. The value of a date, an age or a
count may be a range: ``2026-01-01..2026-03-31``, ``..12``, ``3..``. Both ends belong to it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.moments import Moment, format_moment, read_typed_day
from audit_desk.errors import UserError

NOT_RECORDED = "Not recorded"
"""Stands for a fact that is not known."""
RANGE = ".."
"""Stands between the two ends of a range."""

_DATES = (FieldKind.DATE, FieldKind.MOMENT)
_NUMBERS = (FieldKind.AGE, FieldKind.COUNT)
_DAY = slice(0, 10)
_LONGEST_NUMBER = 9

Facts = Mapping[str, object]
"""The facts of a case by field; from a file, numbers are texts."""
_Test = Callable[[str], bool]


def in_frame(facts: Facts, where: Iterable[tuple[str, str]]) -> bool:
    """Whether a case meets the conditions of a frame (see ``frame_test``)."""
    return frame_test(where)(facts)


def frame_test(where: Iterable[tuple[str, str]]) -> Callable[[Facts], bool]:
    """Return what tells of each case whether it meets the conditions of a frame.

    Different fields must all match; a field named more than once matches any of its values. A
    fact that is not known matches ``NOT_RECORDED`` alone.

    Raises:
        UserError: A range cannot be read.
    """
    wanted: dict[str, list[_Test]] = {}
    for key, value in where:
        wanted.setdefault(key, []).append(_test(key, value))

    def meets(facts: Facts) -> bool:
        return all(_any(tests, facts.get(key)) for key, tests in wanted.items())

    return meets


def read_condition(field: CaseField, typed: str, today: dt.date) -> str:
    """Return a condition's value as a receipt keeps it: dates in ISO form, plain numbers.

    Args:
        field: The field.
        typed: What a person typed; dates also as day/month/year.
        today: The local date.

    Raises:
        UserError: Nothing was typed, or a date, a number or a range cannot be read.
    """
    text = " ".join(typed.split())
    if not text:
        raise UserError(
            f"The condition on “{field.label}” has no value.",
            f"Name one; “{NOT_RECORDED}” finds the cases without.",
        )
    if text.casefold() == NOT_RECORDED.casefold():
        return NOT_RECORDED
    if not has_ranges(field):
        return text
    low, dots, high = (part.strip() for part in text.replace("…", RANGE).partition(RANGE))
    read = f"{_end(field, low, today)}{dots}{_end(field, high, today)}"
    if dots:
        _span(field, read)
    return read


def has_ranges(field: CaseField) -> bool:
    """Whether a condition on a field may be a range."""
    return field.kind in _DATES or field.kind in _NUMBERS


def condition_words(key: str, value: str) -> str:
    """Return a condition's value in words, to be read after "is" or "is not".

    For example ``“CIN”``, ``12 or less``, ``from 1 January 2026 to 31 March 2026``.
    """
    field = CASES.field(key) if key in CASES else None
    if field is None or not has_ranges(field) or value == NOT_RECORDED:
        return f"“{value}”"
    low, dots, high = value.partition(RANGE)
    if not dots:
        return _end_words(field, value)
    if low and high:
        return _from_to(field, low, high)
    end = _end_words(field, low or high)
    if field.kind in _DATES:
        return f"on or after {end}" if low else f"on or before {end}"
    return f"{end} or more" if low else f"{end} or less"


def _test(key: str, value: str) -> _Test:
    field = CASES.field(key) if key in CASES else None
    if value == NOT_RECORDED:
        return lambda fact: fact in ("", NOT_RECORDED)
    if field is None or not has_ranges(field):
        return lambda fact: fact == value
    if RANGE in value:
        return _within(field, value)
    if field.kind in _DATES and len(value) == _DAY.stop:
        return lambda fact: fact[_DAY] == value
    return lambda fact: fact == value


def _any(tests: Iterable[_Test], fact: object) -> bool:
    text = "" if fact is None else str(fact)
    return any(test(text) for test in tests)


def _within(field: CaseField, value: str) -> _Test:
    low, high = _span(field, value)

    def within(fact: str) -> bool:
        place = _place(field, fact)
        return place is not None and (low is None or low <= place) and (not high or place <= high)

    return within


_Place = tuple[int, str]
"""What orders numbers and days alike: a number, or a day's ISO text."""


def _span(field: CaseField, value: str) -> tuple[_Place | None, _Place | None]:
    """Return the ends of a range; ``None`` where it is open."""
    low, _, high = value.partition(RANGE)
    ends = _place(field, low), _place(field, high)
    if not (low or high) or any(
        text and end is None for text, end in zip((low, high), ends, strict=True)
    ):
        example = "2026-01-01..2026-03-31" if field.kind in _DATES else "3..12"
        raise UserError(
            f"“{value}” on “{field.label}” is no range that can be read.",
            f"Write it as {example}; one of its ends may be left out.",
        )
    if ends[0] and ends[1] and ends[0] > ends[1]:
        raise UserError(
            f"The range on “{field.label}” ends before it begins: {_from_to(field, low, high)}.",
            "Put the smaller end first.",
        )
    return ends


def _from_to(field: CaseField, low: str, high: str) -> str:
    return f"from {_end_words(field, low)} to {_end_words(field, high)}"


def _place(field: CaseField, text: str) -> _Place | None:
    if field.kind in _NUMBERS:
        return (int(text), "") if _is_number(text) else None
    try:
        return 0, dt.date.fromisoformat(text[_DAY]).isoformat()
    except ValueError:
        return None


def _end(field: CaseField, text: str, today: dt.date) -> str:
    """Return a typed day or number in its kept form; an open end stays empty."""
    if not text:
        return ""
    if field.kind in _DATES:
        return read_typed_day(text, today).isoformat()
    if not _is_number(text):
        raise UserError(
            f"“{text}” on “{field.label}” is not a whole number.",
            "Write it in figures, such as 12.",
        )
    return str(int(text))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _end_words(field: CaseField, text: str) -> str:
    if field.kind not in _DATES:
        return text
    try:
        return format_moment(Moment(dt.date.fromisoformat(text)))
    except ValueError:
        return text
