"""Keys that a field keeps for itself, where they would be shortcuts of the page around it."""

from collections.abc import Callable, Container

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

KEYPAD = Qt.KeyboardModifier.KeypadModifier
ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


def keeps(event: QEvent, keys: Container[int], besides: Qt.KeyboardModifier = KEYPAD) -> bool:
    """Keep these keys from becoming shortcuts; return whether the event was about one of them.

    Args:
        event: What Qt sends before it looks for a shortcut, or anything else.
        keys: The keys that the field needs itself.
        besides: What may be held down with them; with anything more they are the page's.
    """
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and not event.modifiers() & ~besides
        and event.key() in keys
    ):
        event.accept()
        return True
    return False


def keeps_in_row(
    event: QEvent, escape: Callable[[], object], besides: Qt.KeyboardModifier = KEYPAD
) -> bool:
    """Keep the arrows for a row of options, and let Escape lead out of it.

    Args:
        event: What an option is sent.
        escape: Leads out.
        besides: As in ``keeps``.
    """
    if keeps(event, ARROWS, besides):
        return True
    if (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    ):
        escape()
        return True
    return False
