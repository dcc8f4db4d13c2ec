"""Opens one sheet's part inside the archive that an .xlsx, .xlsm or .xlsb workbook is.

The library that reads cells cannot say how far a sheet reaches before it has room for all of
it, nor which cells are formulas; the part itself can.
"""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

_MOST = 4_000_000
"""A workbook's own index is never longer."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BINARY_SHEET = 156
"""The binary record of one sheet: state and number, then the relation's id and the name."""


@contextmanager
def sheet_part(path: Path, sheet: str) -> Iterator[tuple[IO[bytes] | None, bool]]:
    """Open a sheet's part.

    Args:
        path: The workbook.
        sheet: The sheet's name.

    Yields:
        The part and whether it is binary; no part where the workbook is of another kind or
        cannot be understood, which the reading of its cells will then say.
    """
    try:
        book = zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        yield None, False
        return
    with book:
        is_binary = "xl/workbook.bin" in book.namelist()
        try:
            part = book.open(_part(book, sheet, is_binary=is_binary))
        except (KeyError, ET.ParseError, struct.error, zipfile.BadZipFile):
            yield None, is_binary
            return
        with part:
            yield part, is_binary


def binary_records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and content of each record of a binary part, as far as it goes."""
    at = 0
    while at < len(content):
        number, at = _number(content, at, most=2)
        size, at = _number(content, at, most=4)
        yield number, content[at : at + size]
        at += size


def _number(content: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the lowest first, and where it ends."""
    value = 0
    for place in range(most):
        if at >= len(content):
            break
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that it goes on
            break
    return value, at


def _part(book: zipfile.ZipFile, sheet: str, *, is_binary: bool) -> str:
    """Return where in the archive a sheet stands.

    Raises:
        KeyError: Nowhere.
    """
    index = "xl/workbook.bin" if is_binary else "xl/workbook.xml"
    name = index.replace("xl/", "xl/_rels/") + ".rels"
    targets = {each.get("Id"): each.get("Target", "") for each in _xml(_small(book, name))}
    content = _small(book, index)
    target = targets[(_binary_relation if is_binary else _relation)(content, sheet)]
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _relation(content: bytes, sheet: str) -> str:
    for each in _xml(content).iter():
        if each.tag.endswith("}sheet") and each.get("name") == sheet:
            return each.get(_RELATION, "")
    raise KeyError(sheet)


def _binary_relation(content: bytes, sheet: str) -> str:
    for number, record in binary_records(content):
        if number == _BINARY_SHEET:
            relation, at = _wide_text(record, 8)
            if _wide_text(record, at)[0] == sheet:
                return relation
    raise KeyError(sheet)


def _wide_text(record: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", record, at)
    end = at + 4 + 2 * length
    return record[at + 4 : end].decode("utf-16-le", "replace"), end


def _small(book: zipfile.ZipFile, part: str) -> bytes:
    with book.open(part) as content:
        return content.read(_MOST)


def _xml(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - the parser bounds what entities grow to
