"""The columns of a list and what becomes of each, with a choice where there is one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from audit_desk.ui.dialogs.import_cases.choices import TARGETS, ColumnChoice, Fate
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.text import label

_TITLES = {
    Fate.OPEN: ("Not recognised", "Left out, unless you say what a column is."),
    Fate.KEPT: ("Kept", ""),
    Fate.DROPPED: ("Never kept", "Left out before anything is saved."),
}


class ChoiceBox(QComboBox):
    """A choice of what a column is; scrolling the page over it changes nothing."""

    def __init__(self, choice: ColumnChoice) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"What the column {choice.header} is")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(18)
        for key, words in TARGETS:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(choice.target)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ColumnList(QWidget):
    """Not recognised columns first, then kept ones, then those that identify children."""

    chosen = Signal(str, str)
    """A column's heading and what a person says it is."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, ChoiceBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self._layout.setSpacing(GRID)

    def show_choices(self, choices: Sequence[ColumnChoice]) -> None:
        """Show a list's columns; the choice that had the focus keeps it."""
        # The window's own memory: while progress is shown over it, no widget of it has the focus.
        inside = self.window().focusWidget()
        focused = next((name for name, box in self._boxes.items() if box is inside), "")
        clear(self._layout)
        self._boxes = {}
        for fate in Fate:
            of_fate = [choice for choice in choices if choice.fate is fate]
            if of_fate:
                self._add_part(fate, of_fate)
        self._layout.addStretch(1)
        if focused in self._boxes:
            _focus(self._boxes[focused])

    def box_of(self, header: str) -> ChoiceBox:
        """Return the choice of a column that has one."""
        return self._boxes[header]

    def take_focus(self) -> bool:
        """Take the focus to the first choice; tell whether there is one."""
        for box in self._boxes.values():
            _focus(box)
            return True
        return False

    def _add_part(self, fate: Fate, choices: Sequence[ColumnChoice]) -> None:
        title, note = _TITLES[fate]
        if self._layout.count():
            self._layout.addSpacing(GRID)
        words = label(note, "muted")
        if not note:
            words.hide()
        heading = label(f"{title} · {len(choices)}", "strong")
        self._layout.addWidget(holder(column(heading, words, spacing=0)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance("Change") + 20)
        for row, choice in enumerate(choices):
            self._add_row(grid, row, choice)
        self._layout.addLayout(grid)

    def _add_row(self, grid: QGridLayout, row: int, choice: ColumnChoice) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        name = label(choice.header, "small")
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | middle)
        grid.addWidget(name, row, 0)
        if choice.fate is Fate.OPEN or choice.by_hand:
            self._put_box(grid, row, choice)
            return
        note = label(choice.note, "muted" if choice.fate is Fate.DROPPED else "small")
        note.setAlignment(Qt.AlignmentFlag.AlignLeft | middle)
        if choice.fate is Fate.DROPPED:
            grid.addWidget(note, row, 1, 1, 2)
            return
        grid.addWidget(note, row, 1)
        change = quiet_button("Change")
        change.setAccessibleName(f"Change what the column {choice.header} is")
        change.clicked.connect(partial(self._change, grid, row, choice, note, change))
        grid.addWidget(change, row, 2)

    def _change(
        self,
        grid: QGridLayout,
        row: int,
        choice: ColumnChoice,
        note: QWidget,
        change: QWidget,
        _checked: bool = False,
    ) -> None:
        for old in (note, change):
            grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        _focus(self._put_box(grid, row, choice))

    def _put_box(self, grid: QGridLayout, row: int, choice: ColumnChoice) -> ChoiceBox:
        box = ChoiceBox(choice)
        box.setToolTip(choice.note)
        box.activated.connect(partial(self._activated, choice.header, box))
        self._boxes[choice.header] = box
        grid.addWidget(box, row, 1, 1, 2)
        return box

    def _activated(self, header: str, box: ChoiceBox, _index: int) -> None:
        self.chosen.emit(header, str(box.currentData()))


def _focus(box: ChoiceBox) -> None:
    box.show()  # a layout shows what is new in it only later, and what is hidden takes no focus
    box.setFocus()
