"""The conditions that define the frame of a draw, one below the other."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.sample.case_values import FieldValues
from audit_desk.ui.screens.round.sample.condition_row import ConditionRow
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.focus import lead_focus


class Conditions(QWidget):
    """Any number of conditions; none means that every case may be drawn.

    Args:
        icons: Where icons come from.
    """

    changed = Signal()
    """A condition was added, changed or removed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
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
        return tuple(dict.fromkeys(each.condition for each in self.rows))

    def set_chosen(self, where: tuple[tuple[str, str], ...]) -> None:
        """Show these conditions in place of the present, without telling that any changed.

        One that no case meets any more is left out.
        """
        self._drop_all()
        known = {(each.field.key, value) for each in self._fields for value, _ in each.values}
        with QSignalBlocker(self):
            for key, value in where:
                if (key, value) in known:
                    self._append().choose(key, value)

    def add(self) -> None:
        """Add a condition and go to it."""
        made = self._append()
        made.field.setFocus()
        self.changed.emit()

    def _append(self) -> ConditionRow:
        made = ConditionRow(self._fields, self._icons, self._remove)
        made.changed.connect(self.changed)
        self._box.insertWidget(len(self.rows), made)
        before = self.rows[-1].remove_button if self.rows else None
        self.rows.append(made)
        if before is not None:
            QWidget.setTabOrder(before, made.field)
        for first, second in (
            (made.field, made.value),
            (made.value, made.remove_button),
            (made.remove_button, self.add_button),
        ):
            QWidget.setTabOrder(first, second)
        return made

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
