"""A table that behaves the same on every page."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class RemembersColumns(Protocol):
    """Keeps the widths of a table's columns from one day to the next."""

    def remember_columns(self, name: str, header: QHeaderView) -> None:
        """Restore the widths kept under a name, and keep every later change."""


class Table(QTableView):
    """Whole rows, sorted by a click on a heading, opened by Enter or a double click.

    Args:
        model: Its rows.
        name: What screen readers call it.
        on_open: Called with the index of the row that is opened.
        widths: Starting widths of the columns in characters; the last takes what is left.
        memory: Where changed widths are kept; ``None`` forgets them.
        memory_key: The name they are kept under; the table's own name if empty.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        name: str,
        on_open: Callable[[QModelIndex], object] | None = None,
        *,
        widths: tuple[int, ...] = (),
        memory: RemembersColumns | None = None,
        memory_key: str = "",
    ) -> None:
        super().__init__()
        self._on_open = on_open
        self._widths = widths
        self._lines = 1
        self.setAccessibleName(name)
        self.setModel(model)
        self._behave()
        self._size()
        if memory is not None:
            memory.remember_columns(memory_key or name, self.horizontalHeader())

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)

    def _size(self) -> None:
        self.ensurePolished()
        metrics = self.fontMetrics()
        self.verticalHeader().setMinimumSectionSize(metrics.height())
        self._set_row_height()
        for column, chars in enumerate(self._widths):
            self.setColumnWidth(column, metrics.averageCharWidth() * chars + 24)

    def _open(self, index: QModelIndex) -> None:
        if self._on_open is not None and index.isValid():
            self._on_open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep rows as high as their text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_row_height()

    def rows_of_lines(self, lines: int) -> None:
        """Make every row as high as so many lines of text."""
        self._lines = lines
        self._set_row_height()

    def _set_row_height(self) -> None:
        height = self.fontMetrics().lineSpacing() * (self._lines - 1) + self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(height + 9)
