"""What a case field is: one fact about a child's case that a list may bring.

The catalogue of them is ``domain.case_fields``; those of lists of events are in
``domain.event_fields``.
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
    TIME = "time"
    """A time of day that stands in a column of its own beside a date; never a fact by itself."""
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
        ahead: Whether a date may lie in the future: the day by which something is due.
    """

    key: str
    label: str
    kind: FieldKind
    headers: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    groups: bool = False
    names_staff: bool = False
    ahead: bool = False


class Catalogue:
    """The fields that one kind of list may bring.

    Two catalogues are never the same, whatever they hold: what was looked up in one is kept by
    the catalogue itself.

    Attributes:
        fields: Every field, in the order in which they are shown.
        date_order: Beginnings and their ends, by key: an end before its beginning is a fault.
    """

    def __init__(
        self, fields: tuple[CaseField, ...], date_order: tuple[tuple[str, str], ...] = ()
    ) -> None:
        self.fields = fields
        self.date_order = date_order
        self._by_key = {case_field.key: case_field for case_field in fields}

    def field(self, key: str) -> CaseField:
        """Return the field of that key.

        Raises:
            KeyError: There is none.
        """
        return self._by_key[key]

    def __contains__(self, key: str) -> bool:
        """Return whether there is a field of that key."""
        return key in self._by_key


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


def date(key: str, label: str, headers: str, *, ahead: bool = False) -> CaseField:
    """Return a date field; ``ahead`` where it may lie in the future."""
    return CaseField(key, label, FieldKind.DATE, _headings(headers), ahead=ahead)


def moment(key: str, label: str, headers: str) -> CaseField:
    """Return a field of dates that may have a time."""
    return CaseField(key, label, FieldKind.MOMENT, _headings(headers))


def time(key: str, label: str, headers: str) -> CaseField:
    """Return a field of times that belong to a date in another column."""
    return CaseField(key, label, FieldKind.TIME, _headings(headers))


def count(key: str, label: str, headers: str) -> CaseField:
    """Return a field of whole numbers."""
    return CaseField(key, label, FieldKind.COUNT, _headings(headers))


def age(key: str, label: str, headers: str) -> CaseField:
    """Return a field of completed years."""
    return CaseField(key, label, FieldKind.AGE, _headings(headers), groups=True)


def yes_no(key: str, label: str, headers: str, *, choices: tuple[Choice, ...] = ()) -> CaseField:
    """Return a field of Yes and No; ``choices`` are further words that mean them."""
    return CaseField(key, label, FieldKind.YES_NO, _headings(headers), choices, groups=True)
