"""The page's keys, bound to what they do while the three columns are shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from audit_desk.ui.screens.audit.keymap import KEYS, Act

_EVERYWHERE = {Act.CLOSE, Act.SAVE}


class PageKeys:
    """Shortcuts of one page; a text field keeps the plain keys it can type to itself."""

    def __init__(self, page: QWidget, acts: Mapping[Act, Callable[[], object]]) -> None:
        self._reading: list[QShortcut] = []
        for act, do in acts.items():
            for keys in KEYS[act]:
                shortcut = QShortcut(QKeySequence(keys), page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(act not in _ONCE)
                shortcut.activated.connect(do)
                if act not in _EVERYWHERE:
                    self._reading.append(shortcut)

    def set_reading(self, reading: bool) -> None:
        """Let the reading's keys work only while the reading is shown."""
        for shortcut in self._reading:
            shortcut.setEnabled(reading)


_ONCE = {Act.NEXT_OPEN, Act.NEXT_FROM_TEXT, Act.SUBMIT, Act.CLOSE}
"""A key held down must not run through the audit."""
