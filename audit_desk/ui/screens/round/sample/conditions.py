"""The conditions that define the frame of a draw, one below the other."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.models.case_values import FieldValues
from audit_desk.ui.screens.round.sample.condition_row import ConditionRow
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.focus import lead_focus


class Conditions(QWidget):
    """Any number of conditions; none means that every open case may be drawn.

    Args:
        icons: Where icons come from.
        today: The local date.
    """

    changed = Signal()
    """A condition was added, changed or removed."""

    def __init__(self, icons: Icons, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._icons = icons
        self._today = today
        self._fields: tuple[FieldValues, ...] = ()
        self.rows: list[ConditionRow] = []
        """The conditions in their order."""
        self.add_button = quiet_button("Add a &condition", self.add, icon=icons.icon("plus"))
        """Adds a condition."""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID // 2)
        self._box.addWidget(self.add_button)
        lead_focus(self, self.add_button)

    def set_fields(self, fields: tuple[FieldValues, ...]) -> None:
        """Offer these fields; present conditions are taken away."""
        self._drop_all()
        self._fields = fields
        self.add_button.setEnabled(bool(fields))

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Return the conditions as field and value, each once."""
        return tuple(dict.fromkeys(each for row in self.rows for each in row.conditions))

    def fault(self) -> str:
        """Return why a condition cannot be read; empty where all can."""
        return next((row.editor.fault for row in self.rows if row.editor.fault), "")

    def set_chosen(self, where: tuple[tuple[str, str], ...]) -> None:
        """Show these conditions in place of the present, without telling that any changed.

        A field or a value that no case has any more is left out.
        """
        self._drop_all()
        known = {each.field.key for each in self._fields}
        wanted: dict[str, list[str]] = {}
        for key, value in where:
            if key in known:
                wanted.setdefault(key, []).append(value)
        with QSignalBlocker(self):
            for key, values in wanted.items():
                made = self._append()
                made.choose(key, *values)
                if not made.conditions:
                    self._drop(made)

    def add(self) -> None:
        """Add a condition and go to it."""
        made = self._append()
        made.field.setFocus()
        self.changed.emit()

    def _append(self) -> ConditionRow:
        made = ConditionRow(self._fields, self._icons, self._today, self._remove)
        made.changed.connect(self.changed)
        made.editor_changed.connect(self._chain)
        self._box.insertWidget(len(self.rows), made)
        self.rows.append(made)
        self._chain()
        return made

    def _chain(self) -> None:
        """Let Tab go through the conditions as they stand, then to the button below them."""
        stops = [stop for row in self.rows for stop in row.stops]
        # Each comes behind the button, which then comes behind them: so all keep its place in
        # the page, where a chain of their own would stand behind everything else.
        for first, second in pairwise((self.add_button, *stops, self.add_button)):
            QWidget.setTabOrder(first, second)

    def _remove(self, gone: ConditionRow) -> None:
        self._drop(gone)
        self.add_button.setFocus()
        self.changed.emit()

    def _drop_all(self) -> None:
        for each in tuple(self.rows):
            self._drop(each)

    def _drop(self, gone: ConditionRow) -> None:
        self.rows.remove(gone)
        self._box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
