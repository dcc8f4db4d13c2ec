"""Watches every text field of the window and its dialogs from the first time it is written in."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from audit_desk.domain.known_names import KnownNames
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_watch import Watching
from audit_desk.ui.widgets.identifier_watches import watch_all


class IdentifierGuard(QObject):
    """Sees a text field when it gets the focus; what cannot be written in is left alone.

    Args:
        names: The names that the open register knows.
        theme: The colours.
        parent: What it lives as long as.
    """

    def __init__(self, names: Callable[[], KnownNames], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._watching = Watching(names, theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._see)

    def _see(self, _left: QWidget | None, entered: QWidget | None) -> None:
        field = entered.lineEdit() if isinstance(entered, QComboBox) else entered
        if isinstance(field, QPlainTextEdit | QLineEdit) and not field.isReadOnly():
            watch_all([field], self._watching)
