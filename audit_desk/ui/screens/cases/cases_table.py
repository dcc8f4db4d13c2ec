"""The cases' table: rows by keyboard, and letters go to the search."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from audit_desk.ui.widgets.table import Table


class CasesTable(Table):
    """Home and End go to the first and last case; what is typed is looked for.

    Args:
        model: The cases.
        on_open: Called with the index of the case that is opened with Enter.
    """

    typed = Signal(str)
    """Letters were typed."""

    def __init__(self, model: QAbstractItemModel, on_open: Callable[[QModelIndex], object]) -> None:
        super().__init__(model, "Cases", on_open)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last case."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.model().rowCount() - 1}
        row = ends.get(Qt.Key(event.key()))
        if row is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.setCurrentIndex(self.model().index(row, 0))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for what is typed in every fact, not only at the beginning of one column."""
        self.typed.emit(search)
