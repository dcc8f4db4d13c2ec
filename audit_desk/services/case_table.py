"""A case list as it was read: headings and rows, not yet judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit_desk.domain.cells import Cell

Progress = Callable[[int, int], None]
"""Called with what is done and the whole; it may raise ``Cancelled``."""

Row = Sequence[Cell]

MAX_COLUMNS = 2_000
"""No case list is wider; a wider file is a mistake or an attack."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a case list may be read from.

    Attributes:
        path: Where it is.
        is_workbook: Whether it is a workbook, judged by its content and not by its name.
        tables: The sheets that have rows, visible ones first, to choose from; of a text file,
            its name alone.
    """

    path: Path
    is_workbook: bool
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One list.

    Attributes:
        source: The file's name, with the sheet's where there are several.
        headers: The headings; an empty one is an empty text.
        rows: The rows below the headings, blank ones included. A row may be shorter than the
            headings (its end is empty) or longer (its cells have slipped).
        first_row_number: The first row's number as a spreadsheet shows it.
    """

    source: str
    headers: tuple[str, ...]
    rows: Sequence[Row]
    first_row_number: int

    def row_number(self, index: int) -> int:
        """Return the number that a spreadsheet shows beside the row of an index."""
        return self.first_row_number + index
