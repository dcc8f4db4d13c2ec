"""References from a file, as ``audit-desk cases --csv`` writes them: for verifying draws."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from audit_desk.domain.case_dates import read_date
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import field
from audit_desk.domain.cells import Cell, cell_text, number_text
from audit_desk.domain.column_recognition import ColumnRole, header_key, recognise
from audit_desk.errors import UserError
from audit_desk.services.case_files import read_table
from audit_desk.services.case_table import Row, Table

_HEADINGS = {"reference", "ref", "auditreference", "auditref"}


def read_references(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Read references with what the list says of each, by case field.

    Raises:
        UserError: The file cannot be read, has no column of references, or names one twice.
    """
    table = read_table(path)
    place = next(
        (index for index, each in enumerate(table.headers) if header_key(each) in _HEADINGS), None
    )
    if place is None:
        raise UserError(
            f"“{path.name}” has no column called Reference.",
            "audit-desk cases REGISTER --csv FILE writes such a list.",
        )
    fields = {
        match.index: match.field_key
        for match in recognise(table.headers)
        if match.role is ColumnRole.FIELD
    }
    found: dict[str, dict[str, str]] = {}
    for index, row in _numbered(table):
        reference = _text(row, place)
        if not reference:
            continue
        if reference in found:
            raise UserError(
                f"Row {table.row_number(index)} names {reference} a second time.",
                "Use a list on which every reference stands once, as audit-desk cases writes it.",
            )
        facts = {key: _value(row, column, key) for column, key in fields.items()}
        found[reference] = {key: value for key, value in facts.items() if value}
    return found


def _numbered(table: Table) -> Iterator[tuple[int, Row]]:
    return chain.from_iterable(enumerate(block, first) for first, block in table.blocks())


def _text(row: Row, column: int) -> str:
    cell: Cell = row[column] if column < len(row) else None
    return cell_text(cell)


def _value(row: Row, column: int, key: str) -> str:
    cell: Cell = row[column] if column < len(row) else None
    kind = field(key).kind
    if kind in (FieldKind.COUNT, FieldKind.AGE):
        return number_text(cell)
    if kind is FieldKind.DATE:
        # A spreadsheet program that opened and kept the list may have turned its dates round.
        day = read_date(cell, date.max)
        return day.isoformat() if isinstance(day, date) else cell_text(cell)
    return cell_text(cell)
