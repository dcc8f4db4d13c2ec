"""Finds formulas whose results were never saved.

A program that writes a workbook without calculating it leaves formulas without results. To a
reader of cells those cells are blank, and a child's facts would be missing without a word.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from audit_desk.errors import UserError
from audit_desk.services.workbook_parts import sheet_part
from audit_desk.services.workbook_reach import column_index

_LOOKED_AT = 4_000_000
"""So many bytes of a sheet are enough: a program either calculates a workbook or does not."""
_CELL = re.compile(
    rb"<(?:\w+:)?c ([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_EMPTY_TEXT = re.compile(rb'\bt="str"')
"""A formula whose result is an empty text; that result is saved."""


def refuse_uncalculated(path: Path, sheet: str, headers: Sequence[str], header_row: int) -> None:
    """Make sure that the cells below the headings are not formulas without results.

    Args:
        path: The workbook; only one of the .xlsx family is looked at.
        sheet: The sheet's name.
        headers: The headings; a column without one is passed over.
        header_row: The number of the row of headings.

    Raises:
        UserError: A cell of the list is such a formula.
    """
    with sheet_part(path, sheet) as (part, is_binary):
        start = b"" if part is None or is_binary else part.read(_LOOKED_AT)
    for letters, row in _uncalculated(start):
        column = column_index(letters)
        if row > header_row and column < len(headers) and headers[column]:
            raise UserError(
                f"The column “{headers[column]}” of the sheet “{sheet}” holds formulas whose"
                f" results were not saved (the first is in cell {letters}{row}).",
                "Open the workbook in the spreadsheet program, save it there, and import it again.",
            )


def _uncalculated(content: bytes) -> list[tuple[str, int]]:
    if b"<f" not in content and b":f" not in content:
        return []
    found = []
    for cell in _CELL.finditer(content):
        place = _PLACE.search(cell[1])
        if place and not _EMPTY_TEXT.search(cell[1]):
            found.append((place[1].decode(), int(place[2])))
    return found
