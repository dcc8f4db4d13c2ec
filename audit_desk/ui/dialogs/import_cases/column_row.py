"""One column of the list: its heading, some of its values, and what it is read as."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSizePolicy, QWidget

from audit_desk.domain.case_event import ListKind
from audit_desk.services.list_fields import LEAVE_OUT, targets_of
from audit_desk.services.list_look import Fate, SeenColumn
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.text import label

_CHARS = 24
"""How wide a choice is: wider ones are cut in the box and whole in its list."""


class ChoiceBox(QComboBox):
    """A choice that the wheel leaves alone: scrolling the page over it changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(18)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def choose(self, data: str) -> None:
        """Show a choice without telling anybody."""
        self.setCurrentIndex(max(0, self.findData(data)))


def target_model(kind: ListKind, parent: QWidget) -> QStandardItemModel:
    """Return what a column may be read as: one for all columns of a list."""
    model = QStandardItemModel(parent)
    for key, words in targets_of(kind):
        item = QStandardItem(words)
        item.setData(key, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


class ColumnRow(QFrame):
    """One column of the list.

    Args:
        column: The column.
        targets: What it may be read as; see ``target_model``.
    """

    chosen = Signal(str, str)
    """The heading, and what a person says that it is."""

    def __init__(self, column: SeenColumn, targets: QStandardItemModel) -> None:
        super().__init__()
        self._column = column
        self.box: ChoiceBox | None = None
        """The choice; ``None`` where there is none."""
        self._name = label(column.header, "strong")
        self._samples = label("", "muted")
        self._note = label("", "muted")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 3, 0, 3)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(0)
        for place in range(3):
            self._grid.setColumnStretch(place, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for place, part in enumerate((self._name, self._samples)):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | middle)
            self._grid.addWidget(part, 0, place)
        if column.fate is Fate.DROPPED:
            self._grid.addWidget(self._note, 0, 1, 1, 2)
            self._samples.hide()
        else:
            self._add_box(targets)
            self._grid.addWidget(self._note, 1, 0, 1, 3)
        self.show_column(column)

    def _add_box(self, targets: QStandardItemModel) -> None:
        self.box = ChoiceBox(f"What the column {self._column.header} is")
        self.box.setModel(targets)
        self.box.activated.connect(self._activated)
        self._grid.addWidget(self.box, 0, 2)

    def show_column(self, column: SeenColumn) -> None:
        """Show what becomes of the column now."""
        self._column = column
        beside = (
            column.fate is not Fate.DROPPED
            and column.target != LEAVE_OUT
            and not column.samples
            and not column.fault
        )
        self._samples.setText(column.note if beside else " · ".join(column.samples))
        words = column.fault or ("" if beside else column.note)
        self._note.setText(words)
        self._note.set_role("error" if column.fault else "muted")
        self._note.setVisible(bool(words))
        if self.box is not None:
            self.box.choose(column.target)
            self.box.setAccessibleDescription(words)
            self.box.setProperty("invalid", "true" if column.fault else "false")
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)
        self._name.set_role("strong" if column.fate is Fate.KEPT else "body")

    def _activated(self, _index: int) -> None:
        if self.box is not None:
            self.chosen.emit(self._column.header, str(self.box.currentData()))
