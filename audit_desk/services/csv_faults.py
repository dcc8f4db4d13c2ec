"""Says in which line of a text file a quotation mark went wrong."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from audit_desk.errors import UserError


class _Record(Iterator[str]):
    """Lines on their way to a parser; keeps those of the record being parsed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.pending: list[str] = []

    def __next__(self) -> str:
        line = next(self._lines)
        self.pending.append(line)
        return line


def quoting_fault(path: Path, encoding: str, delimiter: str) -> UserError:
    """Return the error that names the line on which the faulty quotation mark opened."""
    with path.open(encoding=encoding, newline="") as file:
        record = _Record(file)
        reader = csv.reader(record, delimiter=delimiter, strict=True)
        before, why = 0, ""
        try:
            for _ in reader:
                before = reader.line_num
                record.pending.clear()
        except csv.Error as fault:
            why = str(fault)
        is_last = next(file, None) is None
    if "field larger" in why and len(record.pending) == 1:
        return _too_much_text(path, before + 1)
    line = before + 1 + _lines_before_open_quote(record.pending, delimiter)
    what = "does not stand around a whole cell"
    if is_last or "field larger" in why:
        what = "is never closed"
    return UserError(
        f"A quotation mark in line {line} of “{path.name}” {what}; nothing was imported.",
        "Put it right in the file (a quotation mark inside a cell is written twice), "
        "or export the list as a workbook.",
    )


def _too_much_text(path: Path, line: int) -> UserError:
    return UserError(
        f"A cell in line {line} of “{path.name}” holds more than {csv.field_size_limit():,}"
        " characters; nothing was imported.",
        "A case list holds no documents: export it without that column.",
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
