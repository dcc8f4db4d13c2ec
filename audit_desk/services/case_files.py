"""Finds the lists in a file and reads the chosen one, without judging it.

What a file is, is judged by its content: systems write text under the name of a workbook, and
people rename workbooks to ``.csv``.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from audit_desk.domain.cells import cell_text
from audit_desk.errors import UserError
from audit_desk.services.case_table import (
    MAX_COLUMNS,
    ListHead,
    Progress,
    Row,
    SheetInfo,
    Table,
    no_progress,
    too_wide,
)
from audit_desk.services.csv_reader import CsvFile
from audit_desk.services.heading_row import TextRow, find_heading_row, has_child_id, headings_at
from audit_desk.services.list_file import is_workbook
from audit_desk.services.workbook_formulas import refuse_uncalculated
from audit_desk.services.workbook_reach import MOST_CELLS
from audit_desk.services.workbook_reader import Sheet, WorkbookReader


def read_sheets(path: Path) -> tuple[SheetInfo, ...]:
    """Return which lists a file offers: a workbook's sheets with rows, or the one of a text.

    Raises:
        UserError: There is no such file, or it cannot be a case list.
    """
    if is_workbook(path):
        return WorkbookReader(path).sheets()
    file = CsvFile(path)
    widest = max(map(len, file.head()), default=0)
    return (SheetInfo(path.name, file.survey().row_count, widest),)


def read_head(path: Path, sheet: str | None = None, header_row: int | None = None) -> ListHead:
    """Return the top of one list of a file.

    Args:
        path: The file.
        sheet: The sheet of a workbook; see ``read_table``.
        header_row: The number of the row of headings as a spreadsheet shows it. Without one it
            is looked for.

    Raises:
        UserError: As ``read_table``, but that a list without rows may be looked at.
    """
    source, reader = _open(path, sheet)
    rows = _as_text(reader.head())
    at, _ = _headings(source, reader, rows, header_row)
    return ListHead(source, rows, first_number=1, header_row=at + 1)


def read_table(
    path: Path,
    sheet: str | None = None,
    header_row: int | None = None,
    progress: Progress = no_progress,
) -> Table:
    """Return one list of a file.

    Args:
        path: The file.
        sheet: The sheet of a workbook. Without one, the only sheet with rows is taken, or the
            only one with a column for the child's ID.
        header_row: The number of the row of headings as a spreadsheet shows it. Without one it
            is looked for.
        progress: Told about rows done of all; it may raise ``Cancelled``.

    Raises:
        UserError: The file or sheet cannot be read as a list, a sheet has to be chosen, the
            list ends above the row of headings, or it holds formulas without results.
    """
    source, reader = _open(path, sheet)
    at, headers = _headings(source, reader, _as_text(reader.head()), header_row)
    below = at + 1
    if isinstance(reader, Sheet):
        refuse_uncalculated(path, reader.name, headers, below)
    survey = reader.survey(below, progress)
    table = Table(
        source, headers, below, survey.row_count, survey.sample, partial(reader.blocks, below)
    )
    if not _has_rows(table):
        raise UserError(
            f"{source} has headings, but no row below them.",
            "Export the list again and check that it has rows.",
        )
    return table


def _open(path: Path, sheet: str | None) -> tuple[str, CsvFile | Sheet]:
    """Return the source of a list in words, and its reader."""
    if not is_workbook(path):
        return f"“{path.name}”", CsvFile(path)
    workbook = WorkbookReader(path)
    name = _chosen(workbook, sheet, path)
    found = workbook.sheet(name)
    found.check_size()
    return f"The sheet “{name}” of “{path.name}”", found


def _chosen(workbook: WorkbookReader, sheet: str | None, path: Path) -> str:
    sheets = workbook.sheets()
    names = [each.name for each in sheets]
    if sheet is not None:
        for name in names:
            if name.strip().casefold() == sheet.strip().casefold():
                return name
        raise UserError(f"“{path.name}” has no sheet “{sheet}” with rows.", _choose(names))
    if len(names) == 1:
        return names[0]
    heads = {
        each.name: _as_text(workbook.sheet(each.name).head())
        for each in sheets
        if each.rows * each.columns <= MOST_CELLS
    }
    with_id = [
        name
        for name, rows in heads.items()
        if has_child_id(headings_at(rows, find_heading_row(rows)))
    ]
    if len(with_id) == 1:
        return with_id[0]
    raise UserError(
        f"“{path.name}” has {len(names)} sheets with rows, so one has to be chosen.",
        _choose(names),
    )


def _choose(names: Sequence[str]) -> str:
    return f"Choose one of: {', '.join(names)}."


def _headings(
    source: str, reader: CsvFile | Sheet, rows: Sequence[TextRow], number: int | None
) -> tuple[int, tuple[str, ...]]:
    """Return the index of the row of headings, and the headings."""
    if number is None:
        at = find_heading_row(rows)
    elif number < 1:
        raise UserError(f"Row {number} cannot hold the headings.", "Rows are numbered from 1.")
    else:
        at = number - 1
    above = max(0, at - 1)
    nearest = rows[above : at + 1] if at < len(rows) else _as_text(reader.head(above, 2))
    if len(nearest) <= at - above:
        raise UserError(
            f"{source} ends above row {at + 1}, which was to hold the headings.",
            "Choose a row in which the headings stand.",
        )
    headers = headings_at(nearest, at - above)
    widest = max(map(len, (*rows, headers)))
    if widest > MAX_COLUMNS:
        raise too_wide(source, widest)
    return at, headers


def _as_text(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(cell_text, row)) for row in rows)


def _has_rows(table: Table) -> bool:
    if _any_filled(table.sample):
        return True
    return any(_any_filled(block) for _, block in table.blocks())


def _any_filled(rows: Sequence[Row]) -> bool:
    return any(cell not in ("", None) for row in rows for cell in row)
