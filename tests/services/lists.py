"""Makes lists in memory for the tests of the import."""

from collections.abc import Sequence
from datetime import date

from audit_desk.domain.cells import Cell
from audit_desk.services.case_preview import ImportPreview, preview
from audit_desk.services.case_table import Table

TODAY = date(2026, 6, 1)


def table(headers: Sequence[str], *rows: Sequence[Cell]) -> Table:
    return Table.of_rows("The list", headers, rows)


def look(
    headers: Sequence[str],
    *rows: Sequence[Cell],
    mapping: dict[int, str] | None = None,
    known: dict[str, str] | None = None,
) -> ImportPreview:
    return preview(table(headers, *rows), mapping, TODAY, known or {})
