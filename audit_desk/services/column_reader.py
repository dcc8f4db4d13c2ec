"""Reads one column of a list into pieces of JSON, each different cell once.

A list of a hundred thousand rows has few different teams, dates and codes. Each is read, judged
and written as JSON once; a row's facts are then no more than its pieces put together.
"""

from collections.abc import Callable, Sequence

from audit_desk.domain.case_dates import is_ambiguous, is_day_first
from audit_desk.domain.case_values import Reader
from audit_desk.domain.cells import Cell, ValueFault, number_text
from audit_desk.services.case_rows import AMBIGUOUS, SHOWN, SLIPS
from audit_desk.storage.rows import to_json

Note = Callable[[int, str, str, str], None]
"""Called with a row's place in the block, a heading, a value to show and what is wrong."""

_MOST = 20_000
"""So many different cells are remembered from block to block."""


class _Pieces(dict[Cell, str]):
    """A cell's piece of JSON; those of refused cells are empty, and the reasons stand apart."""

    def __init__(self, key: str, read: Reader, *, american: bool) -> None:
        super().__init__()
        self.refused: dict[Cell, ValueFault] = {}
        self.day_first: set[Cell] = set()
        self._start = f"{to_json(key)}:"
        self._read = read
        self._american = american

    def __missing__(self, cell: Cell) -> str:
        value = self._read(cell)
        if self._american and is_ambiguous(cell):
            value = AMBIGUOUS
        if isinstance(value, ValueFault):
            self.refused[cell] = value
            piece = ""
        else:
            piece = "" if value is None else f"{self._start}{to_json(value)},"
        if is_day_first(cell):
            self.day_first.add(cell)
        self[cell] = piece
        return piece

    def forget(self) -> None:
        """Forget all cells, where they have become too many to remember."""
        self.clear()
        self.refused.clear()
        self.day_first.clear()


class ColumnReader:
    """Reads one column, block by block.

    Args:
        header: The column's heading, for the faults.
        key: The key of its field.
        read: Reads one cell.
        american: Whether the column is known to have American dates, so that every date which
            may be one is refused.
    """

    def __init__(self, header: str, key: str, read: Reader, *, american: bool = False) -> None:
        self.header = header
        self.key = key
        self._pieces = _Pieces(key, read, american=american)
        self._american = 0
        self._day_first = 0
        self._start = len(to_json(key)) + 1

    def read(self, cells: Sequence[Cell], note: Note) -> list[str]:
        """Return the block's pieces of JSON, empty ones where there is nothing."""
        pieces = self._pieces
        if len(pieces) > _MOST:
            pieces.forget()
        found = list(map(pieces.__getitem__, cells))
        if pieces.day_first:
            self._day_first += sum(map(pieces.day_first.__contains__, cells))
        if pieces.refused and not pieces.refused.keys().isdisjoint(cells):
            self._note_refused(cells, note)
        return found

    def value_text(self, piece: str) -> str:
        """Return a date's ISO text from its piece."""
        return piece[self._start + 1 : -2]

    @property
    def proves_american(self) -> bool:
        """Whether the dates read so far have the month first more often than by a slip."""
        return self._american * SLIPS > self._day_first

    def _note_refused(self, cells: Sequence[Cell], note: Note) -> None:
        refused = self._pieces.refused
        for place, cell in enumerate(cells):
            fault = refused.get(cell)
            if fault is not None:
                self._american += fault.american
                shown = number_text(cell)[:SHOWN] if fault.show_value else ""
                note(place, self.header, shown, fault.message)
