"""The cells of a list of events: typed ones, and those with options."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from audit_desk.domain.audit_tool import Part, PartKind
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.part_line import PartLine
from audit_desk.ui.screens.audit.answers.part_reading import read_part, say_part, short_part
from audit_desk.ui.screens.audit.events.event_paste import option_of
from audit_desk.ui.widgets.identifier_watches import holds_words

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier
_LONGEST = 2_000
_CHARACTERS = {
    PartKind.MOMENT: len("00/00/00 00:00"),
    PartKind.DATE: len("00/00/00"),
    PartKind.COUNT: 6,
    PartKind.TEXT: 18,
    PartKind.CHOICE: 8,
}
_FRAME = 22
_EXAMPLES = {PartKind.MOMENT: "3/5 14:20", PartKind.DATE: "3/5", PartKind.COUNT: "0"}

CellCheck = Callable[[str], str]
"""Says what is wrong with a cell's stored form beside the other cells of its row."""


def width_of(column: Part, metrics: QFontMetrics) -> int:
    """Return the least width in pixels at which a column's cells can be read."""
    return metrics.horizontalAdvance("0") * _CHARACTERS[column.kind] + _FRAME


class TypedCell(PartLine):
    """A typed date, count or text of one row.

    What cannot be read, or does not fit, stays in the field; the value before it stays kept.

    Signals:
        edited: Something was typed.
        pasted: More than one cell was pasted.
    """

    edited = Signal()
    pasted = Signal(str)

    def __init__(self, column: Part, today: Callable[[], date], check: CellCheck) -> None:
        super().__init__()
        self.column = column
        self._today = today
        self._check = check
        self.kept = self.stored = self.fault = ""
        self.setMaxLength(_LONGEST)
        if column.kind is PartKind.TEXT:
            holds_words(self)
        self.setPlaceholderText(_EXAMPLES.get(column.kind, ""))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_edited)
        self.left.connect(self._on_left)

    @property
    def is_draft(self) -> bool:
        """Whether what is typed is not understood, or does not fit."""
        return bool(self.fault)

    @property
    def said(self) -> str:
        """What the page understood, in words; empty for nothing."""
        return say_part(self.column.kind, self.stored) if not self.fault else ""

    def load(self, stored: str) -> None:
        """Show a stored value."""
        self.kept = self.stored = stored
        self.fault = ""
        self.setText(short_part(self.column.kind, stored))
        self._describe()

    def load_typed(self, typed: str, kept: str = "") -> None:
        """Show what was typed or pasted, read as if it were typed; ``kept`` stood before it."""
        self.kept = kept
        self.setText(typed)
        self.read_again()
        if not self.fault:
            self.load(self.stored)

    def read_again(self) -> None:
        """Read what stands in the field, now that it or another cell changed."""
        try:
            stored = read_part(self.column.kind, self.text(), self._today())
            wrong = self._check(stored) if stored else ""
        except UserError as error:
            stored, wrong = "", str(error)
        self.fault = wrong
        self.stored = self.kept if wrong else stored
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the paste of several cells, and an undo that is not its own, to the list."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip("\r\n"):
                self.pasted.emit(text)
                return
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()  # the list around it may have a row to put back
            return
        super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self.read_again()
        self.edited.emit()

    def _on_left(self) -> None:
        self.read_again()
        if not self.fault:
            self.load(self.stored)

    def _describe(self) -> None:
        words = f"Not saved. {self.fault}" if self.fault else self.said
        self.setToolTip(words)
        self.setAccessibleDescription(words)


class ChoiceCell(QComboBox):
    """One of a column's options, or none; Up and Down choose, Enter leads on.

    Signals:
        edited: Another option was chosen.
        entered: Enter: the cell is given.
        escaped: Escape was pressed.
        left: The focus went elsewhere.
    """

    edited = Signal()
    entered = Signal()
    escaped = Signal()

    is_draft = False
    fault = ""
    said = ""

    def __init__(self, column: Part) -> None:
        super().__init__()
        self.column = column
        self._read_only = False
        self.addItem("", "")
        for option in column.options:
            self.addItem(option.label, option.id)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        self.activated.connect(lambda _index: self.edited.emit())

    @property
    def stored(self) -> str:
        """The chosen option's id; empty for none."""
        return str(self.currentData() or "")

    def load(self, stored: str) -> None:
        """Show the chosen option."""
        self.setCurrentIndex(max(self.findData(stored), 0))

    def load_typed(self, typed: str, _kept: str = "") -> None:
        """Choose the option that was pasted, by its words or its id; another leaves it empty."""
        self.load(option_of(self.column, typed))

    def read_again(self) -> None:
        """Do nothing: an option cannot be misunderstood."""

    def text(self) -> str:
        """Return the option's words."""
        return self.currentText()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be chosen; what is shown stays readable."""
        self._read_only = read_only
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Keep letters, figures and arrows from becoming shortcuts of the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~_PLAIN
            and event.key() != Qt.Key.Key_F6
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on with Enter, out with Escape."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes by must not change an answer."""
        event.ignore()


Cell = TypedCell | ChoiceCell
