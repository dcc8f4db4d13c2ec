"""Reads a text file of comma-, semicolon- or tab-separated values into rows of cells.

Encodings are tried in a fixed order, so that one file always reads the same: a byte order mark,
UTF-16 without one, strict UTF-8, Windows-1252, and only then a guess.
"""

import codecs
import csv
import io
import re
from contextlib import suppress
from itertools import islice

from audit_desk.domain.column_recognition import count_recognised
from audit_desk.errors import UserError
from audit_desk.services.case_table import MAX_COLUMNS, Progress

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t|"
_PEEK = 20
_BLOCK = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_EXPORT_AGAIN = "Export the list again as CSV (UTF-8) or as a workbook."


def read_csv(raw: bytes, name: str, progress: Progress) -> list[list[str]]:
    """Return all rows of a text file, blank ones included, so that row numbers stay true.

    Args:
        raw: The file's bytes.
        name: Its name, for messages.
        progress: Told about lines done of all.

    Raises:
        UserError: It is no text, or a quotation mark is never closed.
    """
    text = decode(raw, name)
    marked = _SEPARATOR_LINE.match(text)
    delimiter = marked[1] if marked else find_delimiter(text)
    total = text.count("\n") + 1
    rows: list[list[str]] = [[]] if marked else []
    lines = csv.reader(
        io.StringIO(text[marked.end() :] if marked else text, newline=""),
        delimiter=delimiter,
        strict=True,
    )
    try:
        while block := list(islice(lines, _BLOCK)):
            rows.extend(block)
            progress(min(len(rows), total), total)
    except csv.Error as fault:
        raise _broken_quote(text, delimiter, name) from fault
    return rows


def decode(raw: bytes, name: str) -> str:
    """Return the bytes as text.

    Raises:
        UserError: They are no text.
    """
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    text = _try(raw, marked) if marked else _decode_unmarked(raw)
    if text is None or _CONTROL.search(text):
        raise UserError(f"“{name}” is not a text file, so it cannot be read as CSV.", _EXPORT_AGAIN)
    return text


def find_delimiter(text: str) -> str:
    """Return the delimiter under which the first lines have most headings, then most cells."""
    head = "".join(islice(io.StringIO(text, newline=""), _PEEK))
    return max(_DELIMITERS, key=lambda delimiter: _sense(head, delimiter))


def _sense(head: str, delimiter: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter))
    except csv.Error:  # one endless cell: not this delimiter
        return 0, 0
    recognised = max((count_recognised(row[:MAX_COLUMNS]) for row in rows), default=0)
    return recognised, max((len(row) for row in rows), default=0)


def _decode_unmarked(raw: bytes) -> str | None:
    zeros = raw[:2000].count(0)
    if zeros > len(raw[:2000]) // 4:
        return _try(raw, "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be")
    for encoding in ("utf-8", "cp1252"):
        text = _try(raw, encoding)
        if text is not None:
            return text
    return _guess(raw)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if _CONTROL.search(raw.decode("latin-1")):
        return None
    best = from_bytes(raw).best()
    return None if best is None else str(best)


def _broken_quote(text: str, delimiter: str, name: str) -> UserError:
    """Return the error that names the line on which the faulty quotation mark opened."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    before = 0
    with suppress(csv.Error):
        for _ in reader:
            before = reader.line_num
    at_end = reader.line_num >= len(lines)
    record = lines[before : reader.line_num]
    line = before + 1 + _lines_before_open_quote(record, delimiter)
    what = "is never closed" if at_end else "does not stand around a whole cell"
    return UserError(
        f"A quotation mark in line {line} of “{name}” {what}; nothing was imported.",
        "Put it right in the file (a quotation mark inside a cell is written twice), "
        "or export the list as a workbook.",
    )


def _lines_before_open_quote(record: list[str], delimiter: str) -> int:
    """Return how many lines of a record stand before the quoted cell that goes wrong."""
    opened_at, is_open = 0, False
    for number, line in enumerate(record):
        for cell in line.split(delimiter):
            if not is_open and cell.startswith('"'):
                opened_at = number
            if cell.count('"') % 2:
                is_open = not is_open
    return opened_at
