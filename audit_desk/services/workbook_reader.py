"""Reads the sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) into rows of cells."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.domain.cells import Cell
from audit_desk.errors import UserError
from audit_desk.services.case_table import MAX_COLUMNS, Progress

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_BLOCK = 20_000


class WorkbookReader:
    """One workbook, opened by its content whatever its name's ending says."""

    def __init__(self, path: Path) -> None:
        """Open the workbook.

        Args:
            path: The file.

        Raises:
            UserError: It is protected by a password, or damaged.
        """
        self._path = path
        with _damage_named(path):
            self._book = _open(path)

    def sheets(self) -> tuple[str, ...]:
        """Return the names of the sheets that hold anything, visible ones first.

        Raises:
            UserError: The workbook is damaged.
        """
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        listed = [
            sheet for sheet in self._book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        listed.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
        return tuple(sheet.name for sheet in listed if self._sheet(sheet.name).height > 0)

    def first_rows(self, name: str, most: int) -> list[list[Cell]]:
        """Return the first rows of a sheet, at most so many."""
        return [[*row] for row in islice(self._sheet(name).iter_rows(), most)]

    def rows(self, name: str, progress: Progress) -> list[list[Cell]]:
        """Return all rows of a sheet from its first row on, blank ones included.

        Raises:
            UserError: The sheet is wider than any case list, or damaged.
        """
        sheet = self._sheet(name)
        if sheet.width > MAX_COLUMNS:
            raise too_wide(f"The sheet “{name}”", sheet.width)
        rows: list[list[Cell]] = []
        for row in sheet.iter_rows():
            rows.append([*row])
            if len(rows) % _BLOCK == 0:
                progress(len(rows), sheet.total_height)
        progress(len(rows), len(rows))
        return rows

    def _sheet(self, name: str) -> "CalamineSheet":
        with _damage_named(self._path):
            return self._book.get_sheet_by_name(name)


def too_wide(what: str, columns: int) -> UserError:
    """Return the error for a list with more columns than any case list has."""
    return UserError(
        f"{what} has {columns:,} columns; a case list has at most {MAX_COLUMNS:,}.",
        "Delete the columns that are not needed and import the list again.",
    )


def _open(path: Path) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, load_workbook

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise
    except (CalamineError, ValueError):  # the ending may be wrong: try by content
        return load_workbook(BytesIO(path.read_bytes()))


@contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    """Turn what the library raises about a workbook into plain errors."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as fault:
        raise UserError(
            f"“{path.name}” is protected by a password, so it cannot be read.",
            "Open it in the spreadsheet program, save a copy without a password, and import that.",
        ) from fault
    except (CalamineError, ValueError) as fault:
        raise _damaged(path) from fault
    except BaseException as fault:
        # The library panics over some damaged files; its exception cannot be imported.
        if type(fault).__name__ == "PanicException":
            raise _damaged(path) from fault
        raise


def _damaged(path: Path) -> UserError:
    return UserError(
        f"“{path.name}” cannot be read as a workbook; it may be damaged.",
        "Open it in the spreadsheet program and save it again as .xlsx or CSV.",
    )
