"""Values of a field to tick: cases with any of the ticked ones meet the condition."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from audit_desk.domain.conditions import NOT_RECORDED
from audit_desk.ui.models.case_values import FieldValues
from audit_desk.ui.widgets.boxes import GRID

_VALUE = Qt.ItemDataRole.UserRole
_LINES = 5
_FIND_ABOVE = 10


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


class ValueTicks(QWidget):
    """The values of one field, each with its number of cases, and "not recorded".

    Args:
        of: The field and its values.
    """

    changed = Signal()
    """Other values are ticked."""

    def __init__(self, of: FieldValues) -> None:
        super().__init__()
        self.ticks = TickList()
        """The values."""
        self.ticks.setAccessibleName(f"Values of {of.field.label}")
        lines = [(value, f"{value} ({count:,})") for value, count in of.values]
        if of.missing:
            lines.append((NOT_RECORDED, f"{NOT_RECORDED} ({of.missing:,})"))
        self.ticks.offer(lines)
        self.search = QLineEdit()
        """Shortens a long list to what is looked for."""
        self.search.setPlaceholderText("Find a value")
        self.search.setAccessibleName(f"Find a value of {of.field.label}")
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(lines) > _FIND_ABOVE)
        self.search.textChanged.connect(self._narrow)
        self.ticks.ticked.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID // 2)
        box.addWidget(self.search)
        box.addWidget(self.ticks)

    @property
    def fault(self) -> str:
        """What is wrong; ticks never are."""
        return ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in order."""
        return self.search, self.ticks

    def values(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return self.ticks.chosen()

    def choose(self, values: tuple[str, ...]) -> None:
        """Tick these values, as far as they still occur."""
        self.ticks.tick(*values)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for item in self.ticks.items_in_order():
            item.setHidden(any(word not in item.text().casefold() for word in words))
