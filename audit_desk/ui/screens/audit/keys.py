"""The page's keys, bound to what they do while the three columns are shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from audit_desk.ui.screens.audit.keymap import KEYS, Act

_EVERYWHERE = {Act.CLOSE, Act.SAVE}


class PageKeys:
    """Shortcuts of one page; a text field keeps the plain keys it can type to itself.

    They work while the focus is on the way back above the page, too.
    """

    def __init__(self, page: QWidget, acts: Mapping[Act, Callable[[], object]]) -> None:
        self._shortcuts: list[tuple[Act, QShortcut]] = []
        for act, do in acts.items():
            for keys in KEYS[act]:
                shortcut = QShortcut(QKeySequence(keys), page)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(act not in _ONCE)
                shortcut.activated.connect(do)
                self._shortcuts.append((act, shortcut))

    def set_reading(self, *, reading: bool, checking: bool) -> None:
        """Let the reading's keys work only while the reading is shown.

        Args:
            reading: Whether it is.
            checking: Whether what is missing is shown, from where one may look for a question.
        """
        for act, shortcut in self._shortcuts:
            works = reading or (checking and act is Act.FIND) or act in _EVERYWHERE
            shortcut.setEnabled(works)


def escape(panel: QWidget, leave: Callable[[], object]) -> None:
    """Let Escape lead out of a panel while it is shown, wherever in its window the focus is."""
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(leave)


_ONCE = {Act.NEXT_OPEN, Act.NEXT_FROM_TEXT, Act.SUBMIT, Act.CLOSE}
"""A key held down must not run through the audit."""
