"""The menu that sorts the table: what a click on a heading does, by keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTableView

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class SortMenu(QMenu):
    """Offers the shown columns; the one that is sorted by is turned round.

    Args:
        table: The table.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__("Sort", table)
        self._table = table
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offer the columns that are shown now."""
        self.clear()
        header, model = self._table.horizontalHeader(), self._table.model()
        current, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        for column in range(model.columnCount()):
            name = str(model.headerData(column, Qt.Orientation.Horizontal)).replace("&", "&&")
            turned = column == current and order is _UP
            action = self.addAction(f"{name}, turned round" if turned else name)
            action.setCheckable(True)
            action.setChecked(column == current)
            action.triggered.connect(partial(self._sort, column, _DOWN if turned else _UP))
        if 0 <= current < model.columnCount():
            self.addSeparator()
            self.addAction("As the register has them").triggered.connect(
                partial(self._sort, -1, _UP)
            )

    def _sort(self, column: int, order: Qt.SortOrder, _checked: bool = False) -> None:
        self._table.sortByColumn(column, order)
