"""One condition that cases must meet to be drawn from: a field and what it may be."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.models.case_values import FieldValues
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.value_ticks import ValuePicker

_LEAST_CHARS = 10


class ConditionRow(QWidget):
    """Chooses a field, and below it values to tick or a range.

    Args:
        fields: The fields to choose from, at least one.
        icons: Where its icon comes from.
        today: The local date.
        on_remove: Called with this row when the person takes it away.
    """

    changed = Signal()
    """Something else is asked of the cases."""
    editor_changed = Signal()
    """Another field is chosen, and with it another editor stands here."""

    def __init__(
        self,
        fields: Sequence[FieldValues],
        icons: Icons,
        today: Callable[[], dt.date],
        on_remove: Callable[["ConditionRow"], object],
    ) -> None:
        super().__init__()
        self._fields = {each.field.key: each for each in fields}
        self._today = today
        self.field = QComboBox()
        """Which fact is looked at."""
        self.field.setAccessibleName("Field of the condition")
        self.field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field.setMinimumContentsLength(_LEAST_CHARS)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each in fields:
            self.field.addItem(each.field.label, each.field.key)
        self.remove_button = quiet_button(
            "", lambda: on_remove(self), icon=icons.icon("close", Ink.MUTED)
        )
        """Takes this condition away."""
        self.remove_button.setAccessibleName("Remove this condition")
        self.remove_button.setToolTip("Remove this condition")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, GRID)
        self._box.setSpacing(GRID // 2)
        head = row(self.field, self.remove_button)
        head.setStretch(0, 1)
        self._box.addLayout(head)
        self.editor = self._make_editor()
        """The ticks or the range."""
        self.field.currentIndexChanged.connect(self._field_changed)

    @property
    def key(self) -> str:
        """The chosen field."""
        return str(self.field.currentData())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in order."""
        return self.field, self.remove_button, *self.editor.stops

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The field with each of its values; empty while none is chosen or one is unreadable."""
        if self.editor.fault:
            return ()
        return tuple((self.key, value) for value in self.editor.values())

    def choose(self, key: str, *values: str) -> None:
        """Choose a field and values, as far as they still occur."""
        self.field.setCurrentIndex(max(0, self.field.findData(key)))
        self.editor.choose(values)

    def _field_changed(self) -> None:
        gone = self.editor
        self._box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.editor = self._make_editor()
        self.editor_changed.emit()
        self.changed.emit()

    def _make_editor(self) -> ValuePicker | RangeEdit:
        of = self._fields[self.key]
        made = (
            RangeEdit(of, self._today) if of.has_range else ValuePicker(of.field, of.with_missing)
        )
        made.changed.connect(self.changed)
        self._box.addWidget(made)
        return made
