"""The watches of texts of several lines and of one line, and which fields get them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from audit_desk.ui.widgets.identifier_lines import Found
from audit_desk.ui.widgets.identifier_watch import IdentifierWatch, Watching

_PAUSE_MS, _LONG_PAUSE_MS = 300, 900
_LONG = 30_000
"""From so many characters on a text is looked through after a longer pause."""
_MOST = 200
"""So many are underlined; the line below the text counts all."""
_WRITTEN = "holdsWords"


class TextWatch(IdentifierWatch):
    """Watches a text of any number of lines."""

    def __init__(self, field: QPlainTextEdit, watching: Watching) -> None:
        super().__init__(field, field.viewport(), watching)
        self._field = field
        self._length = field.document().characterCount()
        field.document().contentsChange.connect(self._changed)
        if not field.document().isEmpty():
            self._pause.start()

    def _changed(self, position: int, removed: int, _added: int) -> None:
        if position == 0 and removed >= self._length - 1:
            self._show(())  # another text: what was found in the one before is not in it
        self._length = self._field.document().characterCount()
        self._pause.start(_LONG_PAUSE_MS if self._length > _LONG else _PAUSE_MS)

    def _text(self) -> str:
        return self._field.toPlainText()

    def _position_at(self, point: QPoint) -> int:
        return self._field.cursorForPosition(point).position()

    def _underline(self) -> None:
        look = self._look_of_line()
        self._field.setExtraSelections(
            [self._selection(found, look) for found in self.found[:_MOST]]
        )

    def _selection(self, found: Found, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        shown = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(found.start)
        cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
        shown.cursor, shown.format = cursor, look
        return shown


class LineWatch(IdentifierWatch):
    """Watches a text of one line.

    Qt underlines parts of a line only for those who compose characters, so that is the way the
    underlines are asked for; while somebody composes, nothing is underlined anew.
    """

    def __init__(self, field: QLineEdit, watching: Watching) -> None:
        super().__init__(field, field, watching)
        self._field = field
        self._composing = False
        field.textChanged.connect(self._changed)
        if field.text():
            self._pause.start()

    def _changed(self) -> None:
        if not self._field.isModified():
            self._show(())  # another text: what was found in the one before is not in it
        elif self.found:
            self._mark(())  # an underline keeps its place while the letters move
        self._pause.start()

    def _text(self) -> str:
        return self._field.text()

    def _position_at(self, point: QPoint) -> int:
        return self._field.cursorPositionAt(point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice whether somebody composes characters."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        return super().eventFilter(watched, event)

    def _underline(self) -> None:
        self._mark(self.found[:_MOST])

    def _mark(self, marked: Iterable[Found]) -> None:
        if self._composing:
            return
        kind, look = QInputMethodEvent.AttributeType.TextFormat, self._look_of_line()
        at = self._field.cursorPosition()
        shown = [
            QInputMethodEvent.Attribute(kind, found.start - at, found.end - found.start, look)
            for found in marked
        ]
        QApplication.sendEvent(self._field, QInputMethodEvent("", shown))


def holds_words(field: QLineEdit | None) -> None:
    """Say that a line holds a person's own words rather than a date, a number or a search."""
    if field is not None:
        field.setProperty(_WRITTEN, True)


def watch_all(fields: Iterable[QWidget], watching: Watching) -> None:
    """Watch the fields that hold words, may be written in and are not watched yet."""
    for field in fields:
        if IdentifierWatch.of(field) is not None:
            continue
        if isinstance(field, QPlainTextEdit):
            TextWatch(field, watching)
        elif isinstance(field, QLineEdit) and field.property(_WRITTEN):
            LineWatch(field, watching)
