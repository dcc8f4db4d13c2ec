"""Cells pasted from a spreadsheet into a list of events."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.domain.event_rows import MOST_ROWS

_SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]\d{2}$")
_LONGEST_CELL = 2_000
_MOST_NAMED = 3
"""Words that are named where they are none of a column's answers."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted, laid under the columns.

    Attributes:
        rows: The texts of each row, one a column, as a person would type them.
        left_out: What did not fit, as a sentence; empty where all did.
    """

    rows: tuple[tuple[str, ...], ...]
    left_out: str = ""


def read_pasted(text: str, columns: Sequence[Part], first: int, room: int) -> Pasted:
    """Lay pasted lines under the columns of a list.

    A line of headings is passed over, and so are empty lines. A spreadsheet's seconds are taken
    off a time, which a file never has.

    Args:
        text: The clipboard's text: cells parted by tabs, rows by line ends.
        columns: The list's columns.
        first: The number of the column into which the first cell goes.
        room: How many rows may still be added.
    """
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    lines = lines[1:] if lines and _are_headings(lines[0], columns) else lines
    width = len(columns) - first
    rows = tuple(
        tuple([""] * first + [_tidy(cell) for cell in _padded(line, width)])
        for line in lines[:room]
    )
    too_wide = sum(any(map(str.strip, line[width:])) for line in lines[:room])
    too_many = len(lines) - len(rows)
    unknown = [
        f"“{cell[:40]}” is no answer under “{column.label}”, so that cell is empty."
        for column in columns
        if column.kind is PartKind.CHOICE
        for cell in dict.fromkeys(row[columns.index(column)] for row in rows)
        if cell and not option_of(column, cell)
    ]
    sentences = [
        *([f"{_rows(too_wide)} had more cells than there are columns."] if too_wide else []),
        *([f"{_rows(too_many)} left out: a list has at most {MOST_ROWS}."] if too_many else []),
        *unknown[:_MOST_NAMED],
    ]
    return Pasted(rows, " ".join(sentences))


def option_of(column: Part, typed: str) -> str:
    """Return the id of the option that is meant, by its words or its id; empty for none."""
    wanted = " ".join(typed.split()).casefold()
    for option in column.options:
        if wanted in (option.label.casefold(), option.id.replace("_", " "), option.id):
            return option.id
    return ""


def _padded(line: Sequence[str], width: int) -> list[str]:
    return [*line[:width], *[""] * (width - len(line))]


def _tidy(cell: str) -> str:
    return _SECONDS.sub(r"\1", " ".join(cell.split()))[:_LONGEST_CELL]


def _are_headings(line: Sequence[str], columns: Sequence[Part]) -> bool:
    labels = {column.label.casefold() for column in columns}
    return any(" ".join(cell.split()).casefold() in labels for cell in line)


def _rows(number: int) -> str:
    return "1 pasted row" if number == 1 else f"{number} pasted rows"
