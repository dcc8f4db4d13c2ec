"""A table with what it shows said above it, and a field that finds rows in it."""

from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.row_model import RowModel
from audit_desk.ui.widgets.table import RemembersColumns, Table
from audit_desk.ui.widgets.text import label

_FIND_CHARS = 18
T = TypeVar("T")


class FoundTable(QWidget):
    """A table to look something up in.

    Args:
        model: Its rows.
        name: What screen readers call it.
        widths: Starting widths of its columns, in characters.
        memory: Keeps column widths.
        memory_key: The name they are kept under.
    """

    def __init__(
        self,
        model: RowModel[T],
        name: str,
        widths: tuple[int, ...],
        memory: RemembersColumns | None,
        memory_key: str,
    ) -> None:
        super().__init__()
        self.table = Table(model, name, widths=widths, memory=memory, memory_key=memory_key)
        """The rows."""
        self.search = QLineEdit()
        """Shows only rows in which every typed word stands."""
        self.search.setPlaceholderText("Find")
        self.search.setAccessibleName(f"Find in: {name}")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(self.fontMetrics().averageCharWidth() * _FIND_CHARS + 3 * GRID)
        self.search.textChanged.connect(model.set_filter)
        self._about = label("", "muted")
        head = row(self._about, self.search)
        head.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        lead_focus(self, self.table)

    def say(self, about: str) -> None:
        """Say how the rows are to be read."""
        self._about.setText(about)
