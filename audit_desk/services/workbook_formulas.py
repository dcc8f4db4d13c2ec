"""Finds formulas whose results were never saved.

A program that writes a workbook without calculating it leaves formulas without results. To a
reader of cells those cells are blank, and a child's facts would be missing without a word.
"""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from audit_desk.errors import UserError

_LOOKED_AT = 4_000_000
"""So many bytes of a sheet are enough: a program either calculates a workbook or does not."""
_CELL = re.compile(
    rb"<(?:\w+:)?c ([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_EMPTY_TEXT = re.compile(rb'\bt="str"')
"""A formula whose result is an empty text; that result is saved."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


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
    for letters, row in _uncalculated(_start_of_sheet(path, sheet)):
        column = _column_index(letters)
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


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _start_of_sheet(path: Path, sheet: str) -> bytes:
    """Return the first bytes of a sheet's XML; nothing where the workbook is of another kind."""
    try:
        with zipfile.ZipFile(path) as book:
            part = _part(book, sheet)
            if part is None:
                return b""
            with book.open(part) as content:
                return content.read(_LOOKED_AT)
    except (zipfile.BadZipFile, KeyError, ET.ParseError):
        return b""


def _small(book: zipfile.ZipFile, part: str) -> bytes:
    with book.open(part) as content:
        return content.read(_LOOKED_AT)


def _part(book: zipfile.ZipFile, sheet: str) -> str | None:
    """Return where in the workbook's archive a sheet stands."""
    if "xl/workbook.xml" not in book.namelist():
        return None
    # A workbook's own small index; entities are bounded by the parser's protection.
    index = ET.fromstring(_small(book, "xl/workbook.xml"))  # noqa: S314
    relations = ET.fromstring(_small(book, "xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for each in index.iter():
        if each.tag.endswith("}sheet") and each.get("name") == sheet:
            target = targets.get(each.get(_RELATION), "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return None
