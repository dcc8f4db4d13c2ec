"""The first rows of a list as a grid, with what identifies children covered."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QFont

from audit_desk.domain.column_recognition import ColumnRole, recognise
from audit_desk.domain.identifiers import identifier_in_column, identifier_in_value
from audit_desk.services.case_table import ListHead
from audit_desk.ui.widgets.column_model import Index

HIDDEN = "•••"
"""Stands for a cell that may identify a child."""
_SENSITIVE = frozenset({ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE, ColumnRole.SYSTEM_ID})


class HeadModel(QAbstractTableModel):
    """The first rows of a list; below the headings, what may identify a child is not shown."""

    def __init__(self, head: ListHead) -> None:
        super().__init__()
        self._head = head
        self._width = max((len(row) for row in head.rows), default=0)
        self._chosen = head.header_row - head.first_number
        self._hidden = self._find_hidden()

    def choose(self, place: int) -> None:
        """Take another row for the headings."""
        if place == self._chosen:
            return
        self._chosen = place
        self._hidden = self._find_hidden()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    @property
    def chosen(self) -> int:
        """The place of the row of headings, from 0."""
        return self._chosen

    @property
    def header_row(self) -> int:
        """Its number as a spreadsheet shows it."""
        return self._head.first_number + self._chosen

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._head.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.FontRole and index.row() == self._chosen:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a row's number as a spreadsheet shows it; columns have no headings here."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            str(self._head.first_number + section) if orientation is Qt.Orientation.Vertical else ""
        )

    def _text(self, row: int, column: int) -> str:
        cells = self._head.rows[row]
        text = cells[column] if column < len(cells) else ""
        if row <= self._chosen or not text:
            return text
        return HIDDEN if column in self._hidden or identifier_in_value(text) else text

    def _find_hidden(self) -> frozenset[int]:
        """Return the columns that identify children, by heading or by what stands below it."""
        if not 0 <= self._chosen < len(self._head.rows):
            return frozenset(range(self._width))
        headings = self._head.rows[self._chosen]
        by_heading = {match.index for match in recognise(headings) if match.role in _SENSITIVE}
        return frozenset(by_heading | {c for c in range(self._width) if self._identifies(c)})

    def _identifies(self, column: int) -> bool:
        below = self._head.rows[self._chosen + 1 :]
        texts = [row[column] for row in below if column < len(row)]
        return identifier_in_column(texts) is not None
