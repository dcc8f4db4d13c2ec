"""A button that the key for the next question, held or pressed twice, does not press."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class Deliberate(QObject):
    """Lets Enter press a button only where it is pressed alone, and anew.

    Whoever reads with Ctrl+Enter arrives at the button with that key; a repeat of it would
    submit an audit before anybody has seen the question.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow an Enter that is a repeat, or has Ctrl or another key with it."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and (event.isAutoRepeat() or event.modifiers() not in _PLAIN)
        ):
            return True
        return super().eventFilter(watched, event)
