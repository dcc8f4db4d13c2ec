"""Shows what importing a list would do, before anything is saved.

Every row is either prepared whole or refused whole, with its faults: nobody is sampled on half
a row, and the good rows can be taken alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_desk.domain.case_fields import field
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole
from audit_desk.services.case_columns import plan_columns
from audit_desk.services.case_preparation import KEPT_ROLES, Preparation, PreparedCase
from audit_desk.services.case_rows import RowFault
from audit_desk.services.case_table import Progress, Table, no_progress

_DROPPED_ROLES = frozenset({ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE})


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
class ImportPreview:
    """What importing a list would do.

    Attributes:
        source: The file or sheet, in words.
        kept: Columns that are kept.
        dropped: Columns that are dropped, with the reason.
        unknown: Columns that nothing is known of: they can be mapped by hand.
        rows: The rows that can be saved, in order.
        refused: Every fault of every row that is left out, in order.
        repeated: Rows that say the same of the same child as one before; counted once.
        new: How many of ``rows`` are children that the register does not know.
        known: How many it knows.
    """

    source: str
    kept: tuple[ListColumn, ...]
    dropped: tuple[ListColumn, ...]
    unknown: tuple[ListColumn, ...]
    rows: tuple[PreparedCase, ...]
    refused: tuple[RowFault, ...]
    repeated: int
    new: int
    known: int

    @property
    def refused_rows(self) -> int:
        """How many rows are left out; a row may have several faults."""
        return len({fault.row for fault in self.refused})


def preview(
    table: Table,
    mapping: Mapping[int, str] | None,
    today: date,
    known: Mapping[str, str],
    progress: Progress = no_progress,
) -> ImportPreview:
    """Return what importing a list would do; nothing is saved.

    Args:
        table: The list.
        mapping: What a person chose by hand; see ``case_columns.plan_columns``.
        today: The day of the import: dates after it are refused, ages are counted to it.
        known: The references of the children that the register has, by the council's number.
        progress: Told about steps done of all; it may raise ``Cancelled``.

    Raises:
        UserError: The columns do not make a case list.
    """
    columns = plan_columns(table, mapping)
    work = Preparation(table, columns, today, known, progress)
    rows = tuple(work.prepare())
    known_count = sum(row.system_id in known for row in rows)
    return ImportPreview(
        source=table.source,
        kept=_listed(columns, KEPT_ROLES),
        dropped=_listed(columns, _DROPPED_ROLES),
        unknown=_listed(columns, frozenset({ColumnRole.UNKNOWN})),
        rows=rows,
        refused=work.faults.in_order(),
        repeated=work.repeated,
        new=len(rows) - known_count,
        known=known_count,
    )


def _listed(columns: Sequence[ColumnMatch], roles: frozenset[ColumnRole]) -> tuple[ListColumn, ...]:
    return tuple(_describe(column) for column in columns if column.role in roles)


def _describe(column: ColumnMatch) -> ListColumn:
    target, note = "", column.reason
    if column.role is ColumnRole.FIELD:
        target, note = column.field_key, field(column.field_key).label
    elif column.role is ColumnRole.SYSTEM_ID:
        target, note = column.role.value, "The child's ID, kept in the lookup table only"
    elif column.role is ColumnRole.REFERENCE:
        target, note = column.role.value, "The audit reference"
    elif column.role is ColumnRole.BIRTH_DATE:
        note = "A date of birth: gives the age where the list has none, and is not kept."
    return ListColumn(column.index, column.header, target, note)
