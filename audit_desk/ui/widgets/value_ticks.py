"""Values of a field to tick, found by typing where they are many."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_field import CaseField
from audit_desk.domain.conditions import NOT_RECORDED
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.text import label

_VALUE = Qt.ItemDataRole.UserRole
_LINES = 5
_FIND_ABOVE = 10
_OFFERED = 200


class TickList(QListWidget):
    """Lines to tick with a click or with Space, as high as a few of them."""

    ticked = Signal()
    """Another line is ticked, or one no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def offer(self, lines: list[tuple[str, str]], most: int = _LINES) -> None:
        """Offer these lines, none ticked.

        Args:
            lines: What is ticked and how it reads.
            most: How many lines show without scrolling.
        """
        with QSignalBlocker(self):
            self.clear()
            for value, text in lines:
                item = QListWidgetItem(text)
                item.setData(_VALUE, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.addItem(item)
            self.setCurrentRow(0)
        shown = max(1, min(most, len(lines)))
        line = self.sizeHintForRow(0) if lines else self.fontMetrics().lineSpacing() + GRID
        self.setFixedHeight(line * shown + 2 * self.frameWidth() + GRID)

    def chosen(self) -> tuple[str, ...]:
        """Return what is ticked, in its order."""
        return tuple(
            str(item.data(_VALUE))
            for item in self.items_in_order()
            if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, *values: str) -> None:
        """Tick these, as far as they are offered, and no others; nobody is told."""
        with QSignalBlocker(self):
            for item in self.items_in_order():
                ticked = item.data(_VALUE) in values
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def items_in_order(self) -> list[QListWidgetItem]:
        """Return the lines."""
        return [self.item(place) for place in range(self.count())]


class ValuePicker(QWidget):
    """Ticks the values that cases may have.

    Of a field with thousands of values those are offered that hold what is typed; a ticked one
    stays on top whatever is typed.

    Args:
        field: The field.
        values: Its values with how many cases have each; ``None`` is "not recorded".
    """

    changed = Signal()
    """Other values are ticked."""

    def __init__(self, field: CaseField, values: Sequence[tuple[FactValue | None, int]]) -> None:
        super().__init__()
        self._lines = [
            (text, f"{text} ({count:,})")
            for text, count in (
                (NOT_RECORDED if value is None else str(value), count) for value, count in values
            )
        ]
        self._ticked: dict[str, str] = {}
        self.search = QLineEdit()
        """Narrows the values."""
        self.search.setPlaceholderText("Type to find a value")
        self.search.setAccessibleName(f"Find a value of {field.label}")
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(self._lines) > _FIND_ABOVE)
        self.ticks = TickList()
        """The values."""
        self.ticks.setAccessibleName(f"Values of {field.label}")
        self._more = label("", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID // 2)
        for part in (self.search, self.ticks, self._more):
            box.addWidget(part)
        self.search.textChanged.connect(self._offer)
        self.ticks.ticked.connect(self._note)
        self._offer()

    @property
    def fault(self) -> str:
        """What is wrong; ticks never are."""
        return ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.search, self.ticks

    def values(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return tuple(self._ticked)

    def choose(self, values: tuple[str, ...]) -> None:
        """Tick these values, as far as they still occur; nobody is told."""
        known = dict(self._lines)
        self._ticked = {value: known[value] for value in values if value in known}
        self._offer()

    def _offer(self) -> None:
        words = self.search.text().casefold().split()
        found = [
            line
            for line in self._lines
            if line[0] not in self._ticked and all(word in line[0].casefold() for word in words)
        ]
        self.ticks.offer([*self._ticked.items(), *found[:_OFFERED]])
        self.ticks.tick(*self._ticked)
        left = len(found) - _OFFERED
        self._more.setText(f"{left:,} more: type to find them." if left > 0 else "")
        self._more.setVisible(left > 0)

    def _note(self) -> None:
        offered = dict(self._lines)
        ticked = self.ticks.chosen()
        self._ticked = {value: offered[value] for value in ticked}
        self.changed.emit()
