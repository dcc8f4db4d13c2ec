"""The editors that forms are made of: each loads a value and tells when a person gives another.

Undo belongs to the whole draft, so a field that has an undo of its own leaves that key alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from audit_desk.services.tool_checks import LONGEST_TEXT
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText

Choices = Sequence[tuple[object, str]]
"""Values and their words."""

_LARGEST = 10_000
_MOST_PASTED = 2 * LONGEST_TEXT  # characters; the whole stays on the clipboard
_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_ours(event: QEvent) -> bool:
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _OURS)
    )


class LineText(QLineEdit):
    """A text of one line.

    Args:
        at_end: Whether it is given when the field is left rather than with every letter: an id
            half typed is nobody's name.

    Signals:
        given: The text, as a person has it now.
        settled: Typing is over for now.
    """

    given = Signal(object)
    settled = Signal()

    def __init__(self, *, at_end: bool = False) -> None:
        super().__init__()
        self._loaded = ""
        if at_end:
            self.editingFinished.connect(self._finish)
        else:
            self.textEdited.connect(self.given.emit)
        self.editingFinished.connect(self.settled)

    def load(self, value: object) -> None:
        """Show a value."""
        self._loaded = str(value)
        if self.text() != self._loaded:
            self.setText(self._loaded)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long text is read from its start

    def _finish(self) -> None:
        if self.text() != self._loaded:
            self._loaded = self.text()
            self.given.emit(self.text().strip())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the draft."""
        if _is_ours(event):
            event.ignore()
            return False
        return super().event(event)


class LongText(GrowingText):
    """A text of several lines.

    Signals:
        given: The text, as a person has it now.
        settled: Typing is over for now.
    """

    given = Signal(object)
    settled = Signal()

    def __init__(self, lines: int = 2) -> None:
        super().__init__("", lines)
        self.setUndoRedoEnabled(False)
        self.edited.connect(self.given.emit)  # text to object
        self.left.connect(self.settled)

    def load(self, value: object) -> None:
        """Show a value."""
        super().load(str(value))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as much as can be worked with; that it is too long stands among the faults."""
        room = _MOST_PASTED - len(self.toPlainText())
        self.insertPlainText(source.text()[: max(0, room)])

    def event(self, event: QEvent) -> bool:
        """Leave undo to the draft."""
        if _is_ours(event):
            event.ignore()
            return False
        return super().event(event)


class Pick(QComboBox):
    """One of several values; the wheel turns the page, never the value."""

    given = Signal(object)
    settled = Signal()

    def __init__(self, choices: Choices = ()) -> None:
        super().__init__()
        self._values: list[object] = []
        self._choices: Choices = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._on_activated)
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        """Offer other values."""
        if list(choices) == list(self._choices):
            return
        self._choices = list(choices)
        self._values = [value for value, _words in choices]
        self.clear()
        for _value, words in choices:
            self.addItem(words)
            self.setItemData(self.count() - 1, words, 3)  # its tool tip: long words are cut

    def load(self, value: object) -> None:
        """Show a value; one that is not offered is shown as it is, to be seen and replaced."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(f"{value} (not there)" if value else "Nothing chosen")
        self.setCurrentIndex(self._values.index(value))

    @property
    def value(self) -> object:
        """The value that is chosen."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _on_activated(self, _index: int) -> None:
        self.given.emit(self.value)
        self.settled.emit()


class Tick(QCheckBox):
    """Yes or no."""

    given = Signal(object)
    settled = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(lambda _checked=False: self.given.emit(self.isChecked()))

    def load(self, value: object) -> None:
        """Show a value."""
        self.setChecked(bool(value))


class Number(QSpinBox):
    """A whole number up to 10,000; the wheel turns the page, never the number."""

    given = Signal(object)
    settled = Signal()

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setRange(least, _LARGEST)
        self.valueChanged.connect(self.given.emit)
        self.editingFinished.connect(self.settled)

    def load(self, value: object) -> None:
        """Show a value."""
        if isinstance(value, int) and value != self.value():
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
