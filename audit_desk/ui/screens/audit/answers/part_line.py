"""The line in which a typed fact is written."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from audit_desk.ui.widgets.own_keys import keeps

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEPT = {*_ENTER, *_ARROWS, Qt.Key.Key_Delete}


class PartLine(QLineEdit):
    """A single line that Enter and the arrows lead out of."""

    entered = Signal()
    moved = Signal(int)
    left = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move between the fields from the page."""
        return keeps(event, _KEPT) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter and the arrows, out with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _ENTER and not self._is_modified(event):
            self.entered.emit()
        elif event.key() in _ARROWS:
            self.moved.emit(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_modified(event: QKeyEvent) -> bool:
        keypad = Qt.KeyboardModifier.KeypadModifier
        return bool(event.modifiers() & ~keypad)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()
