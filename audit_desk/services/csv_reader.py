"""Reads a text file of comma-, semicolon- or tab-separated values, never holding it whole.

A file is read twice: a survey counts its rows, takes a sample and finds faults of quoting, at a
fraction of what parsing costs; then the rows come in blocks.
"""

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from audit_desk.errors import UserError
from audit_desk.services.case_table import (
    BLOCK,
    HEAD,
    MAX_ROWS,
    SAMPLED,
    Progress,
    Row,
    Survey,
    no_progress,
    spread,
    too_long,
)
from audit_desk.services.csv_encoding import find_encoding
from audit_desk.services.csv_faults import quoting_fault
from audit_desk.services.heading_row import best_heading_row

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ",;\t|"
_PIECE = 1 << 17
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


class CsvFile:
    """One text file, as it stands while it is being read."""

    def __init__(self, path: Path, piece: int = _PIECE) -> None:
        """Find out how the file is written.

        Args:
            path: The file.
            piece: So many characters, and the rest of their line, are surveyed at once.

        Raises:
            UserError: It is no text.
        """
        self._path = path
        self._piece = piece
        self._stamp = _stamp(path.stat())
        self._encoding = find_encoding(path)
        with self._lines() as lines:
            first = "".join(islice(lines, HEAD))
        marked = _SEPARATOR_LINE.match(first)
        self._has_separator_line = marked is not None
        self._delimiter = marked[1] if marked else find_delimiter(first)

    def head(self, skip: int = 0, most: int = HEAD) -> Sequence[Row]:
        """Return some rows, by default the first ones.

        Raises:
            UserError: A fault of quoting, or the file changed since it was first looked at.
        """
        return next(self.blocks(skip, most), [])

    def survey(self, skip: int = 0, progress: Progress = no_progress) -> Survey:
        """Return what one look through the rows below the first ones tells.

        Args:
            skip: So many rows at the top are passed over.
            progress: Told about rows done of all, which are reckoned from the bytes done.

        Raises:
            UserError: A fault of quoting, more rows than any list has, or the file changed.
        """
        count = int(self._has_separator_line and not skip)
        stride = 1
        sample: list[str | list[str]] = []
        with self._lines() as lines:
            self._below(skip, lines)
            while piece := lines.readlines(self._piece):
                rows = self._records(piece, lines)
                sample += rows[-count % stride :: stride]
                count += len(rows)
                if count + skip >= MAX_ROWS:
                    raise too_long(f"“{self._path.name}”")
                while len(sample) > 2 * SAMPLED:
                    sample, stride = sample[::2], stride * 2
                done = max(1, os.lseek(lines.fileno(), 0, os.SEEK_CUR))
                progress(count, max(count, count * self._stamp[0] // done))
        return Survey(count, self._parsed(spread(sample)))

    def blocks(self, skip: int = 0, most: int = BLOCK) -> Iterator[Sequence[Row]]:
        """Yield the rows below the first ones, so many at a time.

        Raises:
            UserError: A fault of quoting, or the file changed since it was first looked at.
        """
        with self._lines() as lines:
            rows = self._below(skip, lines)
            while block := list(islice(rows, most)):
                self._check_unchanged()
                yield block

    @contextmanager
    def _lines(self) -> Iterator[TextIOWrapper]:
        """Open the file; see to it that it is the same one when it is closed."""
        self._check_unchanged()
        try:
            with self._path.open(encoding=self._encoding, newline="") as lines:
                yield lines
        except (csv.Error, UnicodeDecodeError) as fault:
            self._check_unchanged()
            raise quoting_fault(self._path, self._encoding, self._delimiter) from fault
        self._check_unchanged()

    def _check_unchanged(self) -> None:
        try:
            now = _stamp(self._path.stat())
        except FileNotFoundError:
            now = None
        if now != self._stamp:
            raise UserError(
                f"“{self._path.name}” was changed while it was being read; nothing was imported.",
                "Wait until the other program has finished with it, and start again.",
            )

    def _reader(self, lines: Iterable[str]) -> "Reader":
        return csv.reader(lines, delimiter=self._delimiter, strict=True)

    def _below(self, skip: int, lines: TextIOWrapper) -> Iterator[list[str]]:
        """Return the rows below the first ones."""
        rows: Iterator[list[str]] = self._reader(lines)
        if self._has_separator_line:
            lines.readline()
            rows = chain([[]], rows)
        for _ in islice(rows, skip):
            pass
        return rows

    def _records(self, piece: list[str], further: Iterable[str]) -> Sequence[str | list[str]]:
        """Return the records that begin in some lines, unparsed where each line is one.

        Most lines are plainly records. The others are parsed alone; only if one of them does
        not end with its line is every line parsed, with further ones as needed.
        """
        border = f'"{self._delimiter}"'
        unsure = [line for line in piece if '"' in line and not _is_plain(line, border)]
        with suppress(csv.Error):
            if sum(1 for _ in self._reader(unsure)) == len(unsure):
                return piece
        reader = self._reader(chain(piece, further))
        records = []
        for record in reader:
            records.append(record)
            if reader.line_num >= len(piece):
                break
        return records

    def _parsed(self, records: Sequence[str | list[str]]) -> list[list[str]]:
        return [next(self._reader([each])) if isinstance(each, str) else each for each in records]


def find_delimiter(text: str) -> str:
    """Return the delimiter under which the first lines have most headings, then most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _sense(text, delimiter))


def _sense(text: str, delimiter: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # one endless cell: not this delimiter
        return 0, 0
    widest = max(map(len, rows), default=0)
    return (best_heading_row(rows)[0] if widest > 1 else 0), widest


def _is_plain(line: str, border: str) -> bool:
    """Return whether a line is a quoted cell after a quoted cell, without a quote in any."""
    body = line.rstrip("\r\n")
    if len(body) < 2 or body[0] != '"' or body[-1] != '"':  # noqa: PLR2004 - a pair of quotes
        return False
    return body.count('"', 1, -1) == 2 * body.count(border, 1, -1)


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    """Return by what a file is known again: its size, its time of change, its place on disk."""
    return status.st_size, status.st_mtime_ns, status.st_ino
