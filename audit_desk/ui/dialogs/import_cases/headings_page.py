"""The second page: which row holds the headings."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from audit_desk.services.case_table import ListHead
from audit_desk.ui.dialogs.import_cases.head_model import HeadModel
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_WIDEST = 220  # pixels


class HeadTable(Table):
    """The grid; the arrow keys and a click move the row of headings."""

    moved = Signal(int)
    """The place of the row, from 0."""

    def show_head(self, model: HeadModel) -> None:
        """Show the first rows of a list."""
        old = self.model()
        self.setSortingEnabled(False)
        model.setParent(self)
        self.setModel(model)
        old.deleteLater()
        self.horizontalHeader().hide()
        self.verticalHeader().show()
        self.resizeColumnsToContents()
        for column in range(model.columnCount()):
            self.setColumnWidth(column, min(_WIDEST, self.columnWidth(column)))
        self.selectRow(model.chosen)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the window: it goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        QTableView.keyPressEvent(self, event)


class HeadingsPage(QWidget):
    """The first rows, with the row of headings marked."""

    def __init__(self) -> None:
        super().__init__()
        empty = HeadModel(ListHead("", (), 1, 1))
        self.grid = HeadTable(empty, "The first rows of the list: choose the row of headings")
        self._model = empty
        self.said = label("", "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.said)
        layout.addWidget(self.grid, 1)
        layout.addWidget(
            label("What identifies children is covered here, too, and is never kept.", "muted")
        )
        self.grid.moved.connect(self._choose)

    @property
    def header_row(self) -> int:
        """The number of the row that is chosen."""
        return self._model.header_row

    def show_head(self, head: ListHead) -> None:
        """Show the first rows of a list."""
        self._model = HeadModel(head)
        self.grid.show_head(self._model)
        self._say()

    def take_focus(self) -> None:
        """Let the person choose."""
        self.grid.setFocus()

    def _choose(self, place: int) -> None:
        self._model.choose(place)
        self._say()

    def _say(self) -> None:
        self.said.setText(f"Row {self.header_row} holds the headings.")
