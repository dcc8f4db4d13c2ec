"""Reads the sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) into rows of cells.

Macros are never run: the library that reads cells knows nothing of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.errors import UserError
from audit_desk.services.case_table import (
    BLOCK,
    HEAD,
    MAX_COLUMNS,
    MAX_ROWS,
    SAMPLED,
    Progress,
    Row,
    SheetInfo,
    Survey,
    no_progress,
    too_long,
    too_wide,
)
from audit_desk.services.stderr_silence import stderr_silenced
from audit_desk.services.workbook_reach import reach

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_NO_ROOM = "limit exceeded"
"""What the library says of an open document that reaches too far."""


class Sheet:
    """One sheet, held by the library in its own compact form."""

    def __init__(self, sheet: "CalamineSheet", name: str) -> None:
        """Take a sheet.

        Args:
            sheet: The sheet as the library holds it.
            name: Its name.
        """
        self._sheet = sheet
        self.name = name
        last_row, last_column = (-1, -1) if sheet.end is None else sheet.end
        self._blank_columns = 0 if sheet.start is None else sheet.start[1]
        self.size = (last_row + 1, last_column + 1)

    def check_size(self) -> None:
        """Make sure that the sheet is no larger than a case list may be.

        Raises:
            UserError: It is wider or longer.
        """
        rows, columns = self.size
        if columns > MAX_COLUMNS:
            raise too_wide(f"The sheet “{self.name}”", columns)
        if rows >= MAX_ROWS:
            raise too_long(f"The sheet “{self.name}”")

    def head(self, skip: int = 0, most: int = HEAD) -> Sequence[Row]:
        """Return some rows, by default the first ones."""
        return next(self.blocks(skip, most), [])

    def survey(self, skip: int = 0, progress: Progress = no_progress) -> Survey:
        """Return what the rows below the first ones tell."""
        count = self.size[0] - skip
        progress(count, count)
        if count <= SAMPLED:
            return Survey(count, self.head(skip, SAMPLED))
        wanted = {skip + place * count // SAMPLED for place in range(SAMPLED)}
        rows = enumerate(self._rows())
        return Survey(count, [row for number, row in rows if number in wanted])

    def blocks(self, skip: int = 0, most: int = BLOCK) -> Iterator[Sequence[Row]]:
        """Yield the rows below the first ones, blank ones included, so many at a time."""
        rows = islice(self._rows(), skip, None)
        while block := list(islice(rows, most)):
            yield block

    def _rows(self) -> Iterator[Row]:
        """Return all rows, from the first column on although the library leaves blank ones out."""
        if not self._blank_columns:
            return self._sheet.iter_rows()
        blank = [""] * self._blank_columns
        return ([*blank, *row] for row in self._sheet.iter_rows())


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
        self._sheets: dict[str, Sheet] = {}

    def sheets(self) -> tuple[SheetInfo, ...]:
        """Return the sheets that hold anything, visible ones first.

        Raises:
            UserError: The workbook is damaged, or has none.
        """
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        listed = [
            sheet for sheet in self._book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        listed.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
        found = []
        for each in listed:
            rows, columns = reach(self._path, each.name) or self.sheet(each.name).size
            if rows:
                hidden = each.visible != SheetVisibleEnum.Visible
                found.append(SheetInfo(each.name, rows, columns, hidden))
        if not found:
            raise _no_rows(self._path, any_sheet=bool(listed))
        return tuple(found)

    def sheet(self, name: str) -> Sheet:
        """Return one sheet.

        Raises:
            UserError: The sheet is damaged, or there is no room for it.
        """
        if name not in self._sheets:
            far = reach(self._path, name)
            if far:
                raise _too_far(name, *far)
            with _damage_named(self._path):
                self._sheets[name] = Sheet(self._book.get_sheet_by_name(name), name)
        return self._sheets[name]


def _open(path: Path) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, load_workbook

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise
    except (CalamineError, ValueError, OSError) as fault:
        if _NO_ROOM in str(fault):
            raise
        # The ending may be wrong: try by content.
        return load_workbook(BytesIO(path.read_bytes()))


@contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    """Turn what the library raises about a workbook into plain errors."""
    from python_calamine import CalamineError, PasswordError

    try:
        with stderr_silenced():
            yield
    except PasswordError as fault:
        raise UserError(
            f"“{path.name}” is protected by a password, so it cannot be read.",
            "Open it in the spreadsheet program, save a copy without a password, and import that.",
        ) from fault
    except (CalamineError, ValueError, OSError) as fault:
        if _NO_ROOM in str(fault):
            raise _no_room(f"A sheet of “{path.name}” reaches too far") from fault
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


def _too_far(name: str, rows: int, columns: int) -> UserError:
    return _no_room(f"The sheet “{name}” reaches over {rows:,} rows and {columns:,} columns")


def _no_room(what: str) -> UserError:
    return UserError(
        f"{what}, farther than any case list.",
        "A stray cell may stand far below the list or far to its right: delete those rows and"
        " columns, save the workbook, and import it again.",
    )


def _no_rows(path: Path, *, any_sheet: bool) -> UserError:
    if any_sheet:
        what = f"No sheet of “{path.name}” has any rows."
    else:
        what = f"“{path.name}” has no sheet with cells."
    return UserError(
        what, "Choose the workbook that holds the list; charts alone cannot be imported."
    )
