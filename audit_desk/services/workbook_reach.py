"""Tells how far a sheet reaches before its cells are read.

The library makes room for every cell between the first and the last, so that one stray cell in
the far corner of a sheet would take more memory than any computer has.
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from audit_desk.services.workbook_parts import binary_records, sheet_part

MOST_CELLS = 40_000_000
"""Room for so many cells is about a gigabyte."""

_PIECE = 1 << 20
_TAG = 300
"""No opening of a cell is longer."""
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension [^>]*?ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]+)(\d+)"[^>]*[^/]>')
"""A cell with something in it; one that is merely formatted ends at once."""
_BINARY_DIMENSION = 148
"""The binary record of a sheet's first and last row, first and last column, from 0."""


def reach(path: Path, sheet: str) -> tuple[int, int] | None:
    """Return how many rows and columns a sheet reaches over where that is far too much.

    Args:
        path: The workbook.
        sheet: The sheet's name.

    Returns:
        Rows and columns, or ``None`` where there is room for them, or where the workbook is of
        a kind that cannot reach so far.
    """
    with sheet_part(path, sheet) as (part, is_binary):
        if part is None:
            return None
        found = _binary_reach(part) if is_binary else _xml_reach(part)
    return found if found[0] * found[1] > MOST_CELLS else None


def column_index(letters: str) -> int:
    """Return a column's place, from 0, from its letters."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _binary_reach(part: IO[bytes]) -> tuple[int, int]:
    for number, record in binary_records(part.read(_PIECE)):
        if number == _BINARY_DIMENSION:
            _, last_row, _, last_column = struct.unpack_from("<4I", record)
            return last_row + 1, last_column + 1
    return 0, 0


def _xml_reach(part: IO[bytes]) -> tuple[int, int]:
    """Return what a sheet says of itself where that is little; else look at every cell.

    Some programs say nothing, or say it of cells that are merely formatted.
    """
    first = part.read(_PIECE)
    said = _DIMENSION.search(first)
    if said:
        rows, columns = int(said[2]), column_index(said[1].decode()) + 1
        if rows * columns <= MOST_CELLS:
            return rows, columns
    rows = columns = 0
    for piece in _overlapping(part, first):
        for letters, row in _CELL.findall(piece):
            rows = max(rows, int(row))
            columns = max(columns, column_index(letters.decode()) + 1)
    return rows, columns


def _overlapping(part: IO[bytes], first: bytes) -> Iterator[bytes]:
    """Yield the pieces of a part, each with the end of the one before it."""
    end, piece = b"", first
    while piece:
        yield end + piece
        end, piece = piece[-_TAG:], part.read(_PIECE)
