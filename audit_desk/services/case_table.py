"""A case list as it is read: headings, and rows in blocks, not yet judged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from audit_desk.domain.cells import Cell
from audit_desk.errors import UserError

Progress = Callable[[int, int], None]
"""Called with what is done and the whole; it may raise ``Cancelled``."""

Row = Sequence[Cell]

_Item = TypeVar("_Item")

BLOCK = 20_000
"""So many rows at most are held at once."""
SAMPLED = 1_000
"""So many rows, spread over the list, tell what a column holds."""
HEAD = 30
"""So many first rows are shown, and searched for the headings."""
MAX_COLUMNS = 2_000
"""No case list is wider; a wider file is a mistake or an attack."""
MAX_ROWS = 1_000_000
"""No council has a list as long; a sheet so long is full to its end and cut off."""


def no_progress(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One list that a file offers.

    Attributes:
        name: The sheet's name; of a text file, the file's.
        rows: How many rows it has, titles, headings and blank ones included.
        columns: How many columns.
        hidden: Whether the workbook hides the sheet.
    """

    name: str
    rows: int
    columns: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListHead:
    """The top of a list, for choosing the row of headings.

    Attributes:
        source: The file or sheet, in words.
        rows: Its first rows as text.
        first_number: The first row's number as a spreadsheet shows it.
        header_row: The number of the row of headings, found or asked for.
    """

    source: str
    rows: tuple[tuple[str, ...], ...]
    first_number: int
    header_row: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What one look through rows told: how many there are, and some of them, spread evenly."""

    row_count: int
    sample: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """One list, read in blocks and never held whole.

    Attributes:
        source: The file's name, with the sheet's where there are several.
        headers: The headings; an empty one is an empty text.
        header_row: The number of the row of headings as a spreadsheet shows it.
        row_count: How many rows are below the headings, blank ones included.
        sample: At most ``SAMPLED`` of those rows, spread evenly; all of a shorter list.
        read: Reads the rows below the headings from the start, at most ``BLOCK`` at a time. A
            row may be shorter than the headings (its end is empty) or longer (its cells have
            slipped).
    """

    source: str
    headers: tuple[str, ...]
    header_row: int
    row_count: int
    sample: Sequence[Row]
    read: Callable[[], Iterator[Sequence[Row]]]

    @classmethod
    def of_rows(
        cls, source: str, headers: Sequence[str], rows: Sequence[Row], header_row: int = 1
    ) -> "Table":
        """Return a list whose rows are at hand."""

        def read() -> Iterator[Sequence[Row]]:
            return (rows[at : at + BLOCK] for at in range(0, len(rows), BLOCK))

        return cls(source, tuple(headers), header_row, len(rows), spread(rows), read)

    @property
    def first_row_number(self) -> int:
        """The number of the first row below the headings."""
        return self.header_row + 1

    def row_number(self, index: int) -> int:
        """Return the number that a spreadsheet shows beside the row of an index."""
        return self.first_row_number + index

    def blocks(self, progress: Progress = no_progress) -> Iterator[tuple[int, Sequence[Row]]]:
        """Yield the rows in order, each block with the index of its first row.

        Args:
            progress: Told about rows done of all, a block once it is dealt with; it may raise
                ``Cancelled``.

        Raises:
            UserError: The file changed since it was first read, or can no longer be read.
        """
        done = 0
        for rows in self.read():
            yield done, rows
            done += len(rows)
            progress(min(done, self.row_count), self.row_count)


def spread(items: Sequence[_Item], most: int = SAMPLED) -> Sequence[_Item]:
    """Return at most so many, spread evenly."""
    if len(items) <= most:
        return items
    return [items[place * len(items) // most] for place in range(most)]


def too_wide(what: str, columns: int) -> UserError:
    """Return the error for a list with more columns than any case list has."""
    return UserError(
        f"{what} has {columns:,} columns; a case list has at most {MAX_COLUMNS:,}.",
        "Delete the columns that are not needed and import the list again.",
    )


def too_long(what: str) -> UserError:
    """Return the error for a list with more rows than any case list has."""
    return UserError(
        f"{what} has {MAX_ROWS:,} rows or more, which is no list of one council's children.",
        "Export fewer years or teams, or delete what stands below the list, and import it again.",
    )
