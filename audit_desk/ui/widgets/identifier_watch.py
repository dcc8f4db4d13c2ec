"""Shows beside a text what in it looks like an identifier: quietly, and without holding it up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QLayout,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from audit_desk.domain.known_names import KnownNames
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_lines import Found, LineScanner, words_for
from audit_desk.ui.widgets.text import TextLabel, label

_PAUSE_MS, _LONG_PAUSE_MS = 300, 900
_LONG = 30_000
"""From so many characters on a text is looked through after a longer pause."""
_MOST = 200
"""So many are underlined; the line below the text counts all."""


class IdentifierWatch(QObject):
    """Watches one text field; looks through it after each pause in typing.

    What is found is underlined with dashes, told in a line below the field, in its accessible
    description, and in a tip where the pointer rests on it.

    Args:
        field: The field; the watch lives as long as it does.
        names: The names that are known, asked for at each look.
        theme: The colours.
    """

    def __init__(
        self, field: QPlainTextEdit, names: Callable[[], KnownNames], theme: Theme
    ) -> None:
        super().__init__(field)
        self._field = field
        self._names = names
        self._theme = theme
        self._scanner = LineScanner()
        self._description = ""
        self.found: tuple[Found, ...] = ()
        """What was found at the last look."""
        self.note: TextLabel | None = None
        """The line below the field; made when something is found, and out of sight without."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self._length = field.document().characterCount()
        field.document().contentsChange.connect(self._changed)
        field.viewport().installEventFilter(self)
        field.installEventFilter(self)
        theme.changed.connect(self._underline)
        if not field.document().isEmpty():
            self._pause.start()

    @staticmethod
    def of(field: QPlainTextEdit) -> "IdentifierWatch | None":
        """Return the watch of a field, or ``None``."""
        return field.findChild(IdentifierWatch)

    def _changed(self, position: int, removed: int, _added: int) -> None:
        if position == 0 and removed >= self._length - 1:
            self._show(())  # another text: what was found in the one before is not in it
        self._length = self._field.document().characterCount()
        self._pause.start(_LONG_PAUSE_MS if self._length > _LONG else _PAUSE_MS)

    def look(self) -> None:
        """Look through the text as it stands."""
        self._pause.stop()
        self._show(self._scanner.found_in(self._field.toPlainText(), self._names()))

    def _show(self, found: tuple[Found, ...]) -> None:
        if found or self.found:
            self.found = found
            self._underline()
            self._say(words_for(found))
            self._describe()

    def _say(self, words: str) -> None:
        if self.note is None:
            self.note = label("", "muted")
            _place_below(self._field, self.note)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say in a tip what is under the pointer, and in the description what is in the text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event)
            if words:
                QToolTip.showText(event.globalPos(), words, self._field)
                return True
        elif event.type() == QEvent.Type.FocusIn and watched is self._field and self.found:
            self._describe()  # whoever owns the field may have said something else since
        return super().eventFilter(watched, event)

    def _words_at(self, event: QHelpEvent) -> str:
        at = self._field.cursorForPosition(event.pos()).position()
        for found, shown in zip(self.found, self._field.extraSelections(), strict=False):
            cursor = shown.cursor
            if cursor.selectionStart() <= at <= cursor.selectionEnd():
                return found.words
        return ""

    def _underline(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(self._theme.colours.accent))
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

    def _describe(self) -> None:
        told = self._field.accessibleDescription().removesuffix(self._description).strip()
        self._description = words_for(self.found)
        self._field.setAccessibleDescription(f"{told} {self._description}".strip())


def watch_all(
    fields: Sequence[QPlainTextEdit], names: Callable[[], KnownNames], theme: Theme
) -> None:
    """Watch fields that are not watched yet."""
    for field in fields:
        if IdentifierWatch.of(field) is None:
            IdentifierWatch(field, names, theme)


def _place_below(field: QWidget, note: QWidget) -> None:
    """Put a line right below a field, where its layout goes from top to bottom."""
    parent = field.parentWidget()
    layout = parent.layout() if parent is not None else None
    box = _box_of(layout, field) if layout is not None else None
    if box is not None:
        box.insertWidget(box.indexOf(field) + 1, note)
    else:
        note.setParent(field)  # it stays out of sight: underline and description remain


def _box_of(layout: QLayout, field: QWidget) -> QBoxLayout | None:
    if isinstance(layout, QVBoxLayout) and layout.indexOf(field) >= 0:
        return layout
    inner = (item.layout() for item in map(layout.itemAt, range(layout.count())) if item)
    return next((box for one in inner if one and (box := _box_of(one, field))), None)
