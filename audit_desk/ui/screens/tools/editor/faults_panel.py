"""All faults of the draft; choosing one leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from audit_desk.services.tool_checks import ToolFault
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.tools.editor.fault_words import fault_words
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

_MOST_SHOWN = 4  # faults; the list scrolls to the others
_TALLEST = 190  # pixels: large text leaves the form its room
_SHARE = 6  # and the list takes no more than this part of the window


class FaultsPanel(QWidget):
    """The list of faults.

    Signals:
        chosen: A fault that a person wants to go to.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._faults: tuple[ToolFault, ...] = ()
        self._sign = IconLabel(icons.icon("check-circle-outline", Ink.SUCCESS), 18)
        self.summary = label("", "strong")
        self.list = QListWidget()
        self.list.setAccessibleName("Faults of the draft")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(6)
        head = row(self._sign, self.summary)
        head.setStretch(1, 1)
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        box.addLayout(head)
        box.addWidget(self.list)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)

    @property
    def faults(self) -> tuple[ToolFault, ...]:
        """The faults that are shown."""
        return self._faults

    def show_faults(self, faults: Sequence[ToolFault]) -> None:
        """Show the faults; none is said too."""
        if tuple(faults) == self._faults and self.summary.text():
            return
        self._faults = tuple(faults)
        number = len(faults)
        many = "1 fault" if number == 1 else f"{number} faults"
        self.summary.setText(
            f"{many} to put right  F8" if number else "No faults: ready to publish"
        )
        icon = (
            ("alert-circle-outline", Ink.DANGER)
            if number
            else ("check-circle-outline", Ink.SUCCESS)
        )
        self._sign.set_icon(self._icons.icon(*icon))
        self.list.clear()
        self.list.setVisible(bool(number))
        line = self.fontMetrics().lineSpacing() * 2
        high = min(number, _MOST_SHOWN) * line + line // 2
        self.list.setFixedHeight(min(high, _TALLEST, self.window().height() // _SHARE))
        for fault in self._faults:
            where = (
                fault.place.rpartition("question ")[2]
                if "question " in fault.place
                else fault.place
            )
            words = fault_words(fault.sentence)
            place = where.strip().removesuffix(":")
            text = f"{place[:1].upper()}{place[1:]}: {words}" if place else words
            self.list.addItem(QListWidgetItem(text))

    def next_fault(self) -> None:
        """Lead to the fault after the one that was led to last."""
        if not self._faults:
            return
        number = (self.list.currentRow() + 1) % len(self._faults)
        self.list.setCurrentRow(number)
        self.chosen.emit(self._faults[number])

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._faults[self.list.row(item)])
