"""A table over rows that are read as they come into sight, however many there are."""

from collections import OrderedDict
from collections.abc import Sequence

from audit_desk.ui.widgets.column_model import Column, ColumnModel, Index, T

_BLOCK = 200
"""So many rows are read at once: more than a window shows."""
_HELD = 20
"""So many blocks are kept, the last used."""


class LazyRows(ColumnModel[T]):
    """Rows in columns, in the order that they come in.

    Args:
        columns: The columns.
        rows: The rows; only slices of them are read, and few at a time.
    """

    def __init__(self, columns: Sequence[Column[T]], rows: Sequence[T]) -> None:
        super().__init__(columns)
        self._rows = rows
        self._count = len(rows)
        self._blocks: OrderedDict[int, Sequence[T]] = OrderedDict()

    def row_number(self, number: int) -> T:
        """Return a row, read with those around it."""
        block, place = divmod(number, _BLOCK)
        if block not in self._blocks:
            start = block * _BLOCK
            self._blocks[block] = self._rows[start : start + _BLOCK]
            if len(self._blocks) > _HELD:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(block)
        return self._blocks[block][place]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else self._count
