"""A text field that grows with its words, so that nothing written is out of sight."""

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from audit_desk.domain.plain_text import readable
from audit_desk.ui.widgets.own_keys import keeps

_KEPT = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}
_PLAIN = Qt.KeyboardModifier.ShiftModifier
MOST_LINES = 24
"""Beyond this many lines the field scrolls by itself."""


class GrowingText(QPlainTextEdit):
    """A plain text field, at least a few lines high and as high as its text.

    Tab leaves it, Escape leaves it towards the question, and it keeps to itself the plain
    keys that mean something else outside a text.

    Signals:
        edited: A person changed the text; the whole of it.
        left: The focus went elsewhere.
        escaped: Escape was pressed.
    """

    edited = Signal(str)
    left = Signal()
    escaped = Signal()

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self._loading = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def load(self, text: str) -> None:
        """Show a text that nobody has just typed; its undo starts anew."""
        if text == self.toPlainText():
            return
        self._loading = True
        self.setPlainText(text)
        self._loading = False

    def sizeHint(self) -> QSize:
        """Return the room that the text needs now."""
        return QSize(super().sizeHint().width(), self.height())

    def event(self, event: QEvent) -> bool:
        """Keep the plain editing keys from becoming shortcuts of the page."""
        return (not self.isReadOnly() and keeps(event, _KEPT, _PLAIN)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead out of the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words: the signs that a scan or a word processor left unseen stay out."""
        if source.hasText():
            cursor = self.textCursor()
            cursor.beginEditBlock()  # undone by itself, without what was typed before it
            cursor.insertText(readable(source.text()))
            cursor.endEditBlock()
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._loading:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        wanted = math.ceil(self.document().size().height())
        lines = max(self._lines, min(wanted, MOST_LINES))
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + 2
        height = lines * self.fontMetrics().lineSpacing() + margins
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
