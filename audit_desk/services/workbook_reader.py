"""Reads the sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) into rows of cells."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.domain.cells import Cell
from audit_desk.errors import UserError
from audit_desk.services.case_table import MAX_COLUMNS, Progress

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_BLOCK = 20_000


def open_workbook(path: Path) -> "CalamineWorkbook":
    """Open a workbook by its content, whatever its name's ending says.

    Raises:
        UserError: It is protected by a password, or damaged.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        load_workbook,
    )

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as fault:
        raise UserError(
            f"“{path.name}” is protected by a password, so it cannot be read.",
            "Open it in the spreadsheet program, save a copy without a password, and import that.",
        ) from fault
    except (CalamineError, ValueError):
        pass  # the ending may be wrong: try by content
    try:
        return load_workbook(BytesIO(path.read_bytes()))
    except (CalamineError, ValueError) as fault:
        raise UserError(
            f"“{path.name}” cannot be read as a workbook; it may be damaged.",
            "Open it in the spreadsheet program and save it again as .xlsx or CSV.",
        ) from fault


def sheets_with_rows(workbook: "CalamineWorkbook") -> tuple[str, ...]:
    """Return the names of the sheets that hold anything, visible ones first."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    sheets.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
    return tuple(
        sheet.name for sheet in sheets if workbook.get_sheet_by_name(sheet.name).height > 0
    )


def read_sheet(workbook: "CalamineWorkbook", name: str, progress: Progress) -> list[list[Cell]]:
    """Return all rows of a sheet from its first row on, blank ones included.

    Raises:
        UserError: The sheet is wider than any case list.
    """
    sheet = workbook.get_sheet_by_name(name)
    if sheet.width > MAX_COLUMNS:
        raise too_wide(f"The sheet “{name}”", sheet.width)
    return _rows(sheet, progress)


def too_wide(what: str, columns: int) -> UserError:
    """Return the error for a list with more columns than any case list has."""
    return UserError(
        f"{what} has {columns:,} columns; a case list has at most {MAX_COLUMNS:,}.",
        "Delete the columns that are not needed and import the list again.",
    )


def _rows(sheet: "CalamineSheet", progress: Progress) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for row in sheet.iter_rows():
        rows.append([*row])
        if len(rows) % _BLOCK == 0:
            progress(len(rows), sheet.total_height)
    progress(len(rows), len(rows))
    return rows
