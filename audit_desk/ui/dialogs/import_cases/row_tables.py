"""The tables of the preview, each over rows that may be read from a file as they are shown."""

from collections.abc import Sequence

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import CaseChange, ImportPreview, Leaving, ListColumn
from audit_desk.services.case_rows import RowFault
from audit_desk.services.list_fields import catalogue_of
from audit_desk.ui.dialogs.import_cases.lazy_rows import LazyRows
from audit_desk.ui.models.case_words import day_text, fact_text
from audit_desk.ui.widgets.row_model import Column

FIRST = 200
"""So many new children are shown."""
_SEARCHED = 5_000
"""Among so many rows of the list they are looked for."""
_NUMBERS = frozenset({FieldKind.AGE, FieldKind.COUNT})


def fault_rows(faults: Sequence[RowFault]) -> LazyRows[RowFault]:
    """Return the faults of rows that are left out."""
    return LazyRows(
        [
            Column("Row", lambda fault: f"{fault.row:,}", numeric=True),
            Column("Column", lambda fault: fault.column, tip=lambda fault: fault.column),
            Column("Value", lambda fault: fault.value, tip=lambda fault: fault.value),
            Column("Reason", _reason, tip=_reason),
        ],
        faults,
    )


def change_rows(changes: Sequence[CaseChange]) -> LazyRows[CaseChange]:
    """Return the facts that change."""
    return LazyRows(
        [
            Column("Reference", lambda change: change.reference),
            Column("Fact", lambda change: change.label, tip=lambda change: change.label),
            Column("Until now", lambda change: day_text(str(change.before))),
            Column("From now on", lambda change: day_text(str(change.after))),
        ],
        changes,
    )


def leaving_rows(leaving: Sequence[Leaving]) -> LazyRows[Leaving]:
    """Return the children who are on this list no more."""
    return LazyRows(
        [
            Column("Reference", lambda child: child.reference),
            Column("What happens", _leaving_words),
        ],
        leaving,
    )


def dropped_rows(previewed: ImportPreview) -> LazyRows[ListColumn]:
    """Return the columns that are not kept, with the reason."""
    return LazyRows(
        [
            Column("Column", lambda column: column.header, tip=lambda column: column.header),
            Column("Why", _dropped_words, tip=_dropped_words),
        ],
        (*previewed.dropped, *previewed.unknown),
    )


def new_rows(previewed: ImportPreview) -> LazyRows[PreparedCase]:
    """Return the first new children as they will be kept: no identifier is among the columns."""
    rows = _first_new(previewed)
    catalogue = catalogue_of(previewed.kind)
    keys = [column.target for column in previewed.kept if column.target in catalogue]
    if "age" in catalogue and "age" not in keys and any("age" in row.facts for row in rows):
        keys.append("age")  # counted from a date of birth
    columns: list[Column[PreparedCase]] = [
        Column("Row", lambda row: f"{row.row_number:,}", numeric=True),
        *(_fact_column(catalogue.field(key)) for key in keys),
    ]
    return LazyRows(columns, rows)


def _first_new(previewed: ImportPreview) -> list[PreparedCase]:
    rows = previewed.rows
    new: list[PreparedCase] = []
    for start in range(0, min(len(rows), _SEARCHED), FIRST):
        block = rows[start : start + FIRST]
        new += [row for row in block if not previewed.known or not row.reference]
        if len(new) >= FIRST:
            break
    return new[:FIRST]


def _fact_column(known: CaseField) -> Column[PreparedCase]:
    def text(row: PreparedCase) -> str:
        return fact_text(known, row.facts.get(known.key))

    return Column(known.label, text, numeric=known.kind in _NUMBERS, tip=text)


def _reason(fault: RowFault) -> str:
    return fault.reason[:1].upper() + fault.reason[1:]


def _leaving_words(child: Leaving) -> str:
    if child.closes:
        return "The case is closed. It stays in the register, with its audits."
    return "Stays open: the child is on another list."


def _dropped_words(column: ListColumn) -> str:
    return column.note or "Nobody has said what it is."


def unit(kind: ListKind, count: int) -> str:
    """Return so many of what a row of a list stands for, in words."""
    one, many = _UNITS[kind]
    return f"1 {one}" if count == 1 else f"{count:,} {many}"


_UNITS = {
    ListKind.CASES: ("case", "cases"),
    ListKind.MISSING: ("missing episode", "missing episodes"),
    ListKind.STRATEGY: ("strategy discussion", "strategy discussions"),
    ListKind.SUPERVISION: ("supervision", "supervisions"),
}
