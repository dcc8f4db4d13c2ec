"""The navigator's rows as a model, so that it can be tested without a window."""

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from audit_desk.ui.screens.audit.way.nav_rows import NavRow, RowKind
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.widgets.column_model import Index

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives a row as a ``NavRow``."""


class NavModel(QAbstractListModel):
    """The rows that stand in the navigator now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NavRow, ...] = ()

    def set_rows(self, rows: tuple[NavRow, ...]) -> bool:
        """Show other rows.

        Returns:
            Whether rows came or went, rather than only changed how they stand.
        """
        if [self._shape(row) for row in rows] == [self._shape(row) for row in self._rows]:
            changed = [i for i, row in enumerate(rows) if row != self._rows[i]]
            self._rows = rows
            for index in changed:
                self.dataChanged.emit(self.index(index), self.index(index))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    @staticmethod
    def _shape(row: NavRow) -> tuple[RowKind, Place, str]:
        return (row.kind, row.place, row.text)

    def row_of(self, place: Place) -> int:
        """Return the row of a place, or -1."""
        for index, row in enumerate(self._rows):
            if row.place == place and row.kind in {RowKind.QUESTION, RowKind.JUDGEMENT}:
                return index
        return -1

    def row_at(self, index: int) -> NavRow:
        """Return a row."""
        return self._rows[index]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: D102 - Qt's own contract
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, its tip or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.state is not None:
            return f"{row.text}\n{row.state.value.capitalize()}".strip()
        return None
