"""A table's rows for Qt: any dataclass, columns by function, find and sort built in."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from audit_desk.ui.widgets.column_model import Column, ColumnModel, Index, T

__all__ = ["ROW_ROLE", "Column", "RowModel"]

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives a delegate the whole row."""


class RowModel(ColumnModel[T]):
    """Rows of one class in columns.

    Finding is plain text in any column, word by word; sorting keeps the order of equals.

    Args:
        columns: The columns.
        parent: Qt's owner.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._all: list[T] = []
        self._texts: list[str] | None = None
        self._shown: list[int] = []
        self._needle = ""
        self._wanted: Callable[[T], bool] | None = None
        self._order: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[T]) -> None:
        """Replace all rows; what is looked for and the order stay."""
        self.beginResetModel()
        self._all = list(rows)
        self._texts = None
        self._choose()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only rows in which each word of the text occurs."""
        needle = text.casefold().strip()
        if needle == self._needle:
            return
        self.beginResetModel()
        self._needle = needle
        self._choose()
        self.endResetModel()

    def set_condition(self, wanted: Callable[[T], bool] | None) -> None:
        """Show only rows that are wanted, of those that are found; ``None`` wants all."""
        self.beginResetModel()
        self._wanted = wanted
        self._choose()
        self.endResetModel()

    def row_at(self, index: Index) -> T:
        """Return the row that an index stands on."""
        return self.row_number(index.row())

    def row_number(self, number: int) -> T:
        """Return a row by its place among the shown ones."""
        return self._all[self._shown[number]]

    def rows(self) -> list[T]:
        """Return the shown rows in their order."""
        return [self._all[number] for number in self._shown]

    def index_of(self, wanted: Callable[[T], bool]) -> QModelIndex:
        """Return the index of the first shown row that is wanted, or an invalid one."""
        for place, number in enumerate(self._shown):
            if wanted(self._all[number]):
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell, and the row itself where a delegate asks."""
        return self.row_at(index) if role == ROW_ROLE else super().data(index, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one restores the order that the rows came in."""
        self.layoutAboutToBeChanged.emit()
        before = self._shown
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._choose()
        self._move_indexes(before)
        self.layoutChanged.emit()

    def _move_indexes(self, before: list[int]) -> None:
        place_of = {number: place for place, number in enumerate(self._shown)}
        old = self.persistentIndexList()
        new = [self.index(place_of[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)

    def _choose(self) -> None:
        wanted, rows = self._wanted, self._all
        self._shown = [n for n in range(len(rows)) if wanted is None or wanted(rows[n])]
        for word in self._needle.split():
            texts = self._haystack()
            self._shown = [number for number in self._shown if word in texts[number]]
        if self._order is not None:
            column, descending = self._columns[self._order[0]], self._order[1]
            key = column.sort_key or (lambda row: column.text(row).casefold())
            self._shown.sort(key=lambda number: key(self._all[number]), reverse=descending)

    def _haystack(self) -> list[str]:
        if self._texts is None:
            columns = self._columns
            self._texts = [
                "\n".join(column.text(row) for column in columns).casefold() for row in self._all
            ]
        return self._texts
