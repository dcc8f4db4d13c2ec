"""Finds the lists in a file and reads the chosen one, without judging it.

What a file is, is judged by its content: systems write text under the name of a workbook, and
people rename workbooks to ``.csv``.
"""

from collections.abc import Sequence
from pathlib import Path

from audit_desk.domain.cells import cell_text
from audit_desk.domain.column_recognition import ColumnRole, count_recognised, recognise
from audit_desk.errors import UserError
from audit_desk.services.case_table import (
    MAX_COLUMNS,
    Progress,
    Row,
    SourceFile,
    Table,
    no_progress,
)
from audit_desk.services.csv_reader import read_csv
from audit_desk.services.workbook_reader import WorkbookReader, too_wide

TEXT_ENDINGS = (".csv", ".txt", ".tsv")
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")

_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HEADING_SEARCH = 20
"""Headings stand within the first rows, below whatever title a report puts there."""


def read_tables(path: Path) -> SourceFile:
    """Return what a file is and which lists it offers.

    Raises:
        UserError: There is no such file, or it cannot be a case list.
    """
    if not _is_workbook(path):
        return SourceFile(path, is_workbook=False, tables=(path.name,))
    names = WorkbookReader(path).sheets()
    if not names:
        raise _no_rows(path)
    return SourceFile(path, is_workbook=True, tables=names)


def read_table(path: Path, sheet: str | None = None, progress: Progress = no_progress) -> Table:
    """Return one list of a file.

    Args:
        path: The file.
        sheet: The sheet of a workbook. Without one, the only sheet with rows is taken, or the
            only one with a column for the child's ID.
        progress: Told about rows done of all; it may raise ``Cancelled``.

    Raises:
        UserError: The file or sheet cannot be read as a list, or a sheet has to be chosen.
    """
    if not _is_workbook(path):
        rows: Sequence[Row] = read_csv(path.read_bytes(), path.name, progress)
        return _table(f"“{path.name}”", rows)
    workbook = WorkbookReader(path)
    names = workbook.sheets()
    if not names:
        raise _no_rows(path)
    if sheet is not None:
        name = _named(sheet, names, path)
    elif len(names) == 1:
        name = names[0]
    else:
        heads = {each: _headings(workbook.first_rows(each, _HEADING_SEARCH)) for each in names}
        name = _likeliest(heads, path)
    return _table(f"The sheet “{name}” of “{path.name}”", workbook.rows(name, progress))


def _is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook rather than text, after making sure it can be read."""
    start = _first_bytes(path)
    if start.startswith(_WORKBOOK_MARKS):
        return True
    if start.lstrip()[:200].lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise UserError(
            f"“{path.name}” is a web page that carries the name of a list.",
            "Open it in the spreadsheet program and save it as .xlsx or CSV.",
        )
    return False


def _first_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(f"“{path}” is a folder, not a case list.", "Choose a file in it.")
    try:
        with path.open("rb") as file:
            start = file.read(1024)
    except FileNotFoundError as fault:
        raise UserError(
            f"There is no file “{path}”.", "Check its name and folder, and try again."
        ) from fault
    except OSError as fault:
        raise UserError(
            f"“{path.name}” cannot be opened ({fault.strerror}).",
            "Close it in other programs, or copy it to a folder of your own.",
        ) from fault
    if path.suffix.lower() not in TEXT_ENDINGS + WORKBOOK_ENDINGS:
        raise UserError(
            f"“{path.name}” is not a kind of file that a case list can be read from.",
            f"Save the list as one of {', '.join(TEXT_ENDINGS + WORKBOOK_ENDINGS)}.",
        )
    if not start.strip():
        raise UserError(
            f"“{path.name}” is empty.", "Export the list again and check that it has rows."
        )
    return start


def _no_rows(path: Path) -> UserError:
    return UserError(
        f"No sheet of “{path.name}” has any rows.",
        "Choose the workbook that holds the list; charts alone cannot be imported.",
    )


def _named(sheet: str, names: tuple[str, ...], path: Path) -> str:
    for name in names:
        if name.strip().casefold() == sheet.strip().casefold():
            return name
    raise UserError(f"“{path.name}” has no sheet “{sheet}” with rows.", _choose(names))


def _likeliest(heads: dict[str, tuple[str, ...]], path: Path) -> str:
    with_id = [
        name
        for name, headers in heads.items()
        if any(match.role is ColumnRole.SYSTEM_ID for match in recognise(headers))
    ]
    if len(with_id) == 1:
        return with_id[0]
    raise UserError(
        f"“{path.name}” has {len(heads)} sheets with rows, so one has to be chosen.",
        _choose(tuple(heads)),
    )


def _choose(names: tuple[str, ...]) -> str:
    return f"Choose one of: {', '.join(names)}."


def _heading_row(rows: Sequence[Row]) -> int:
    """Return the index of the row of headings: the one with most that are recognised."""
    scores = [
        count_recognised([cell_text(cell) for cell in row[:MAX_COLUMNS]])
        for row in rows[:_HEADING_SEARCH]
    ]
    if max(scores, default=0) > 0:
        return scores.index(max(scores))
    return next((index for index, row in enumerate(rows) if any(map(cell_text, row))), 0)


def _headings(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(cell_text(cell) for cell in rows[_heading_row(rows)])


def _table(source: str, rows: Sequence[Row]) -> Table:
    widest = max((len(row) for row in rows[:_HEADING_SEARCH]), default=0)
    if widest > MAX_COLUMNS:
        raise too_wide(source, widest)
    at = _heading_row(rows)
    below = rows[at + 1 :]
    if not any(cell not in ("", None) for row in below for cell in row):
        raise UserError(
            f"{source} has headings, but no row below them.",
            "Export the list again and check that it has rows.",
        )
    return Table(source, _headings(rows), below, first_row_number=at + 2)
