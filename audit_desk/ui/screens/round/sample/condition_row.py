"""One condition that cases must meet to be drawn from: a field and its value."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.round.sample.case_values import FieldValues
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.text import label

_LEAST_CHARS = 10


class ConditionRow(QWidget):
    """Chooses a field and one of the values that cases have in it.

    Args:
        fields: The fields to choose from, at least one.
        icons: Where its icon comes from.
        on_remove: Called with this row when the person takes it away.
    """

    changed = Signal()
    """Another field or value is chosen."""

    def __init__(
        self,
        fields: Sequence[FieldValues],
        icons: Icons,
        on_remove: Callable[["ConditionRow"], object],
    ) -> None:
        super().__init__()
        self._fields = {each.field.key: each for each in fields}
        self.field = _combo("Field of the condition")
        """Which fact is looked at."""
        self.value = _combo("Value of the condition")
        """What it must be."""
        for each in fields:
            self.field.addItem(each.field.label, each.field.key)
        self.remove_button = quiet_button(
            "", lambda: on_remove(self), icon=icons.icon("close", Ink.MUTED)
        )
        """Takes this condition away."""
        self.remove_button.setAccessibleName("Remove this condition")
        self.remove_button.setToolTip("Remove this condition")
        box = row(self.field, label("is", "muted", wrap=False), self.value, self.remove_button)
        box.setStretch(0, 1)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._show_values()
        self.field.currentIndexChanged.connect(self._field_changed)
        self.value.currentIndexChanged.connect(self.changed)

    @property
    def condition(self) -> tuple[str, str]:
        """The field's key and the value."""
        return str(self.field.currentData()), str(self.value.currentData())

    def choose(self, key: str, value: str) -> None:
        """Choose a field and a value, as far as they still occur."""
        self.field.setCurrentIndex(max(0, self.field.findData(key)))
        self.value.setCurrentIndex(max(0, self.value.findData(value)))

    def _field_changed(self) -> None:
        self.value.blockSignals(True)  # a new field is one change, not two
        self._show_values()
        self.value.blockSignals(False)
        self.changed.emit()

    def _show_values(self) -> None:
        self.value.clear()
        for value, count in self._fields[str(self.field.currentData())].values:
            self.value.addItem(f"{value} ({count:,})", value)


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LEAST_CHARS)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
