"""Rows as the CSV that spreadsheets open: with a byte order mark, and without live formulas."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
FORMULA_NOTE = (
    "A text that begins with =, +, -, @ or a tab has an apostrophe before it, so that no"
    " spreadsheet runs it as a formula."
)
"""What ``no_formula`` does, for whoever reads such a file with a program."""


def no_formula(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula when it opens the file."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as CSV in UTF-8, with the mark without which letters are mistaken."""
    stream = StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode("utf-8-sig")
