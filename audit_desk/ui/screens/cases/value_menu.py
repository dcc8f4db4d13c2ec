"""A menu of a field's values that stays open while several are ticked."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from audit_desk.domain.case import FactValue
from audit_desk.domain.case_field import CaseField
from audit_desk.ui.models.case_words import NOT_RECORDED, fact_text

_MOST = 60  # more values than this are found faster by typing


class TickMenu(QMenu):
    """A menu whose ticks can be set and unset without opening it again each time."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was clicked and stay open."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter and stay open; Escape closes."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() not in keys or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class ValueMenu(TickMenu):
    """The values of one field.

    Args:
        field: The field.
        values: Its values with how many cases have each.
        on_change: Called with the ticked values.
        parent: Qt's owner.
    """

    def __init__(
        self,
        field: CaseField,
        values: list[tuple[FactValue | None, int]],
        on_change: Callable[[frozenset[FactValue | None]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(field.label, parent)
        self._on_change = on_change
        self._values: dict[QAction, FactValue | None] = {}
        for value, count in values[:_MOST]:
            words = fact_text(field, value) or NOT_RECORDED
            action = self.addAction(f"{words.replace('&', '&&')}   ({count:,})")
            action.setCheckable(True)
            action.triggered.connect(self._changed)
            self._values[action] = value
        if len(values) > _MOST:
            more = self.addAction(f"{len(values) - _MOST:,} more: type to find them")
            more.setEnabled(False)

    def set_ticked(self, values: Iterable[FactValue | None]) -> None:
        """Tick these values and no others."""
        wanted = set(values)
        for action, value in self._values.items():
            action.setChecked(value in wanted)

    def _changed(self) -> None:
        ticked = (value for action, value in self._values.items() if action.isChecked())
        self._on_change(frozenset(ticked))
