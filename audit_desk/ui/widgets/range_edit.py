"""From one date or number to another; either end may stay open."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.conditions import NOT_RECORDED, RANGE, read_condition
from audit_desk.errors import UserError
from audit_desk.ui.models.case_values import FieldValues
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.text import label

_DATES = (FieldKind.DATE, FieldKind.MOMENT)
_DAY = slice(0, 10)


class RangeEdit(QWidget):
    """Two ends, and a tick for the cases that have no value.

    Args:
        of: The field, its lowest and its highest value.
        today: The local date, for days typed without a year.
    """

    changed = Signal()
    """Another range is typed."""

    def __init__(self, of: FieldValues, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._field = of.field
        self._today = today
        self.low = self._end("From", of.values[0][0])
        """The lower end."""
        self.high = self._end("To", of.values[-1][0])
        """The upper end."""
        self.without = QCheckBox(f"Also those where it is not recorded ({of.missing:,})")
        """Whether cases without a value meet the condition too."""
        self.without.setAccessibleName(self.without.text())
        self.without.setVisible(bool(of.missing))
        self._fault = label("", "error")
        self._fault.hide()
        ends = row(
            label("from", "muted", wrap=False),
            self.low,
            label("to", "muted", wrap=False),
            self.high,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID // 2)
        box.addLayout(ends)
        box.addWidget(self._fault)
        box.addWidget(self.without)
        for end in (self.low, self.high):
            end.textChanged.connect(self._typed)
            end.editingFinished.connect(self._say_fault)
        self.without.toggled.connect(self.changed)

    @property
    def fault(self) -> str:
        """Why what is typed cannot be read; empty where it can."""
        try:
            self.values()
        except UserError as refused:
            return str(refused)
        return ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in order."""
        return self.low, self.high, self.without

    def values(self) -> tuple[str, ...]:
        """Return the range as a condition keeps it, and ``NOT_RECORDED`` where that is ticked.

        Raises:
            UserError: An end cannot be read, or the range ends before it begins.
        """
        ends = [end.text().strip() for end in (self.low, self.high)]
        found: list[str] = []
        if any(ends):
            found.append(read_condition(self._field, RANGE.join(ends), self._today()))
        if self.without.isChecked():
            found.append(NOT_RECORDED)
        return tuple(found)

    def choose(self, values: tuple[str, ...]) -> None:
        """Show the first of these ranges, and the tick; nobody is told."""
        ranges = [value for value in values if value != NOT_RECORDED]
        with QSignalBlocker(self):
            self.without.setChecked(NOT_RECORDED in values)
            low, dots, high = ranges[0].partition(RANGE) if ranges else ("", "", "")
            self.low.setText(self._shown(low))
            self.high.setText(self._shown(high if dots else low))

    def _end(self, name: str, example: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("end")
        made.setAccessibleName(f"{name}, {self._field.label}")
        made.setPlaceholderText(self._shown(example))
        return made

    def _shown(self, value: str) -> str:
        if self._field.kind not in _DATES or not value:
            return value
        try:
            return f"{dt.date.fromisoformat(value[_DAY]):%d/%m/%Y}"
        except ValueError:
            return value

    def _typed(self) -> None:
        self._fault.hide()
        self.changed.emit()

    def _say_fault(self) -> None:
        self._fault.setText(self.fault)
        self._fault.setVisible(bool(self.fault))
