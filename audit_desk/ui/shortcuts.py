"""The keys of the whole window, each in one place: used, shown and documented from here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the window.

    Attributes:
        keys: As Qt writes it, for example ``Ctrl+K``.
        does: What it does, for the help page and tool tips.
    """

    keys: str
    does: str

    @property
    def shown(self) -> str:
        """The keys as this computer's keyboard names them."""
        return QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText)


GO_TO = Key("Ctrl+K", "Go to anything: a page, a round, a child's file")
HELP = Key("F1", "Help for where you are")
LOCK = Key("Ctrl+L", "Lock the register")
BACK = Key("Alt+Left", "Back from a full page")
CLOSE_HELP = Key("Esc", "Back from the help to the file that is read")
FORM = Key("Ctrl+P", "The form of the audit that is read: print it, save it, read one in")
FIND = Key("Ctrl+F", "Find on this page")


def page_key(number: int) -> Key:
    """Return the key of the page at a place in the navigation, counted from 1."""
    return Key(f"Ctrl+{number}", f"Page {number} of the navigation")


def bind(
    widget: QWidget, key: Key, action: Callable[[], object], *, whole_window: bool = False
) -> QShortcut:
    """Let a key do something while the focus is in a widget, or anywhere in its window."""
    context = Qt.ShortcutContext
    made = QShortcut(QKeySequence(key.keys), widget)
    made.setContext(context.WindowShortcut if whole_window else context.WidgetWithChildrenShortcut)
    made.activated.connect(action)
    return made
