"""What a case field is: one fact about a child's case that a list may bring.

The catalogue of them is ``domain.case_fields``.
"""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """How a field's cells are read, and what its fact is."""

    TEXT = "text"
    """Short text as the list has it: a team, a placement's council."""
    CODE = "code"
    """One of a set of codes; a known code becomes its words, another stays as it is."""
    DATE = "date"
    """A date up to today; the fact is ISO text."""
    MOMENT = "moment"
    """A date up to today, with its time where the list has one: ``2026-03-02T18:40``."""
    COUNT = "count"
    """A whole number, 0 or more."""
    AGE = "age"
    """Completed years; an unborn child is 0."""
    YES_NO = "yes_no"
    """The fact is ``Yes`` or ``No``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One code of a set.

    Attributes:
        value: The fact that is kept.
        also: Other ways in which lists write it: codes, numbers and everyday words.
    """

    value: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseField:
    """One fact about a child's case that a list may bring.

    Attributes:
        key: Its stable name in facts, conditions and exports.
        label: Its name on screen and paper.
        kind: How its cells are read.
        headers: The column headings that mean it: the Annex A wording first, then everyday ones.
        choices: The known codes of a ``CODE`` field; of a ``YES_NO`` field, further words for both.
        groups: Whether it has few enough values to stratify or profile a sample by.
        names_staff: Whether it holds the name of a member of staff; only there may a name stand.
    """

    key: str
    label: str
    kind: FieldKind
    headers: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    groups: bool = False
    names_staff: bool = False


def _headings(text_list: str) -> tuple[str, ...]:
    return tuple(heading.strip() for heading in text_list.split(";"))


def text(key: str, label: str, headers: str, *, groups: bool = False) -> CaseField:
    """Return a text field; ``headers`` are separated by semicolons."""
    return CaseField(key, label, FieldKind.TEXT, _headings(headers), groups=groups)


def staff(key: str, label: str, headers: str) -> CaseField:
    """Return a field that holds a member of staff's name."""
    return CaseField(key, label, FieldKind.TEXT, _headings(headers), groups=True, names_staff=True)


def code(key: str, label: str, headers: str, *, choices: tuple[Choice, ...] = ()) -> CaseField:
    """Return a field of codes."""
    return CaseField(key, label, FieldKind.CODE, _headings(headers), choices, groups=True)


def date(key: str, label: str, headers: str) -> CaseField:
    """Return a date field."""
    return CaseField(key, label, FieldKind.DATE, _headings(headers))


def count(key: str, label: str, headers: str) -> CaseField:
    """Return a field of whole numbers."""
    return CaseField(key, label, FieldKind.COUNT, _headings(headers))


def age(key: str, label: str, headers: str) -> CaseField:
    """Return a field of completed years."""
    return CaseField(key, label, FieldKind.AGE, _headings(headers), groups=True)


def yes_no(key: str, label: str, headers: str, *, choices: tuple[Choice, ...] = ()) -> CaseField:
    """Return a field of Yes and No; ``choices`` are further words that mean them."""
    return CaseField(key, label, FieldKind.YES_NO, _headings(headers), choices, groups=True)
