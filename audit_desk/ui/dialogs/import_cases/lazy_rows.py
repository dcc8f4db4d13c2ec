"""A table over rows that are read as they come into sight, however many there are."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from audit_desk.ui.widgets.row_model import Column, Index

T = TypeVar("T")

_BLOCK = 200
"""So many rows are read at once: more than a window shows."""
_HELD = 20
"""So many blocks are kept, the last used."""


class LazyRows(QAbstractTableModel, Generic[T]):
    """Rows in columns, in the order that they come in.

    Args:
        columns: The columns.
        rows: The rows; only slices of them are read, and few at a time.
        parent: Qt's owner.
    """

    def __init__(
        self, columns: Sequence[Column[T]], rows: Sequence[T], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = rows
        self._count = len(rows)
        self._blocks: OrderedDict[int, Sequence[T]] = OrderedDict()

    def row_at(self, number: int) -> T:
        """Return a row."""
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

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        column = self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.text(self.row_at(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(self.row_at(index.row())) if column.tip else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(numeric=column.numeric)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what Qt asks of a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(numeric=self._columns[section].numeric)
        return None


def _side(*, numeric: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
