"""What importing a list would do, for showing it before anything is saved.

Every row is either prepared whole or refused whole, with its faults: nobody is sampled on half
a row, and the good rows can be taken alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_fields import field as case_field
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_rows import RowFault

DROPPED_ROLES = frozenset({ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE})
"""The roles of columns that nothing is kept of, whatever a person says."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the list and what becomes of it.

    Attributes:
        index: Its place, from 0: what a mapping by hand refers to.
        header: Its heading, or its letter where it has none.
        target: The field's key, ``system_id`` or ``reference``; empty where it is not kept.
        note: The field's label, or why the column is not kept.
    """

    index: int
    header: str
    target: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One fact of a known child that the list says anew.

    Attributes:
        reference: The child's reference.
        label: The fact's label.
        before: What the register says; empty where it says nothing.
        after: What the list says.
    """

    reference: str
    label: str
    before: FactValue
    after: FactValue


@dataclass(frozen=True, slots=True)
class Leaving:
    """A child who stood on the list's last edition and does not stand on this one.

    Attributes:
        reference: The child's reference.
        closes: Whether the child is on no other list either, so that the case is closed.
    """

    reference: str
    closes: bool


@dataclass(frozen=True, slots=True)
class ListValue:
    """One value that a column has, and what it is read as.

    Attributes:
        text: The value as the list has it, blanks tidied.
        count: In how many rows it stands.
        read_as: The fact that it becomes; empty where it becomes none or is refused.
        known: Whether it is one of the field's own values, or was translated.
    """

    text: str
    count: int
    read_as: str
    known: bool


@dataclass(frozen=True, slots=True)
class FieldValues:
    """The different values of a column whose field has few: codes, teams, Yes and No.

    Attributes:
        field_key: The field.
        label: Its label.
        values: The values, the most frequent first; no more than five hundred.
        possible: What a value can be read as: the field's own values, and for a text those
            that the register has. Any other text may be typed for a code or a text.
    """

    field_key: str
    label: str
    values: tuple[ListValue, ...]
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier edition of a list.

    Attributes:
        imported_at: When it was brought in, UTC.
        children: How many children stood on it.
    """

    imported_at: datetime
    children: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What importing a list would do.

    Its sequences may be read lazily from the encrypted scratch file that holds the list between
    the look and the import; nothing but what is on screen need ever be in memory.

    Attributes:
        source: The file or sheet, in words.
        kind: What a row of the list stands for.
        kept: Columns that are kept.
        dropped: Columns that are dropped, with the reason.
        unknown: Columns that nothing is known of: they can be mapped by hand.
        rows: The rows that can be saved, in order.
        refused: Every fault of every row that is left out, in order.
        refused_rows: How many rows are left out; a row may have several faults.
        repeated: Rows that say the same of the same child as one before; counted once.
        new: How many of ``rows`` are children that the register does not know.
        changed: How many it knows and would say something else of.
        unchanged: How many it knows just so.
        gone: How many children stood on the list's last edition and not on this one.
        reopened: How many of the known are on no list at present and would be on one again.
        changes: Each fact that would change.
        leaving: Each child of ``gone``.
        values: The different values of the kept columns that have few.
        list_name: The list that this is an edition of; a new name where it is the first.
        earlier: The last edition of that list; ``None`` where this is the first.
        lists: The names of the register's lists of this kind.
        translations: What a person said of the list's own values for this import; it is kept
            once the list is brought in.
        staged: What holds the list between look and import; ``None`` where ``rows`` does.
    """

    source: str
    kind: ListKind = ListKind.CASES
    kept: tuple[ListColumn, ...] = ()
    dropped: tuple[ListColumn, ...] = ()
    unknown: tuple[ListColumn, ...] = ()
    rows: Sequence[PreparedCase] = ()
    refused: Sequence[RowFault] = ()
    refused_rows: int = 0
    repeated: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    reopened: int = 0
    changes: Sequence[CaseChange] = ()
    leaving: Sequence[Leaving] = ()
    values: tuple[FieldValues, ...] = ()
    list_name: str = ""
    earlier: Edition | None = None
    lists: tuple[str, ...] = ()
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    staged: Any = field(default=None, repr=False, compare=False)

    @property
    def known(self) -> int:
        """How many children of the list the register knows."""
        return self.changed + self.unchanged

    @property
    def total(self) -> int:
        """How many children, or events, can be brought in."""
        return self.new + self.known

    @property
    def loses_many(self) -> bool:
        """Whether more than half of the last edition is gone: is this a part, or another list?"""
        return self.earlier is not None and self.gone * 2 > self.earlier.children


def listed(columns: Sequence[ColumnMatch], roles: frozenset[ColumnRole]) -> tuple[ListColumn, ...]:
    """Return the columns of some roles, described."""
    return tuple(_describe(column) for column in columns if column.role in roles)


def _describe(column: ColumnMatch) -> ListColumn:
    target, note = "", column.reason
    if column.role is ColumnRole.FIELD:
        target, note = column.field_key, case_field(column.field_key).label
    elif column.role is ColumnRole.SYSTEM_ID:
        target, note = column.role.value, "The child's ID, kept in the lookup table only"
    elif column.role is ColumnRole.REFERENCE:
        target, note = column.role.value, "The audit reference"
    elif column.role is ColumnRole.BIRTH_DATE:
        note = "A date of birth: gives the age where the list has none, and is not kept."
    return ListColumn(column.index, column.header, target, note)
