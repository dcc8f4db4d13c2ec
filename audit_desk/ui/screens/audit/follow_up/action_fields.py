"""The fields of an action: who sees to it, by when, and which of the three ways it takes."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QHBoxLayout, QWidget

from audit_desk.domain.due_dates import read_due
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.errors import UserError
from audit_desk.ui.models.when import weekday_of
from audit_desk.ui.screens.audit.answers.part_line import PartLine
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import turn_to_fit
from audit_desk.ui.widgets.completing import complete, complete_when_left
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.identifier_watches import holds_words
from audit_desk.ui.widgets.own_keys import keeps, keeps_in_row

_KEPT = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OWNER_CHARACTERS = 26
_DAY_HINT = "For example 3/5, 30 June or “in 4 weeks”."


class Way(StrEnum):
    """What can follow from an answer."""

    OWN = "An action"
    OTHER = "One that exists"
    NONE = "None needed"


class WayRow(QWidget):
    """The three ways beside each other; the arrows move, Space chooses.

    Signals:
        chosen: The way that a person chose.
        escaped: Escape was pressed.
    """

    chosen = Signal(Way)
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._read_only = False
        self._group = QButtonGroup(self)
        self.options: dict[Way, RadioOption] = {}
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for way in Way:
            option = RadioOption(way.value, theme)
            option.setAccessibleName(f"What follows: {way.value}")
            option.installEventFilter(self)
            option.clicked.connect(lambda _on=False, way=way: self.chosen.emit(way))
            self._group.addButton(option)
            self.options[way] = option
            line.addWidget(option)
        line.addStretch(1)

    def fit(self, room: int) -> None:
        """Put the ways below each other where a width is too small for them."""
        turn_to_fit(self._line, room)

    def load(self, way: Way) -> None:
        """Show which way is taken."""
        self.options[way].setChecked(True)
        self._lead_tab()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be chosen; what is shown stays readable."""
        for option in self.options.values():
            option.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
        self._read_only = read_only
        self._lead_tab()

    def _lead_tab(self) -> None:
        """Let Tab reach the way that is taken; the arrows lead to the others."""
        policies = Qt.FocusPolicy
        for option in self.options.values():
            open_ = policies.StrongFocus if option.isChecked() else policies.ClickFocus
            option.setFocusPolicy(policies.NoFocus if self._read_only else open_)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrows from becoming shortcuts of the page, and let Escape lead out."""
        kept = keeps_in_row(event, self.escaped.emit)
        return kept or super().eventFilter(watched, event)


class Choice(QComboBox):
    """A list to choose from, or to type in, that keeps its own keys from the page.

    Signals:
        left: The focus went elsewhere.
        escaped: Escape was pressed.
        entered: Enter was pressed.
    """

    left = Signal()
    escaped = Signal()
    entered = Signal()

    def __init__(self, name: str, *, typed: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_OWNER_CHARACTERS)
        if typed:
            holds_words(self.lineEdit())
            complete_when_left(self)

    def offer(self, texts: Sequence[str]) -> None:
        """Offer these, what is typed or chosen staying as it is."""
        kept = self.currentText()
        self.blockSignals(True)  # nobody chose anything
        self.clear()
        self.addItems(list(texts))
        if self.isEditable():
            completer = QCompleter(list(texts), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
            self.setCurrentIndex(-1)
            self.setEditText(kept)
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that choose and edit from becoming shortcuts of the page."""
        return keeps(event, _KEPT) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead on and Escape out."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.isEditable():
                complete(self)
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the list is left."""
        super().focusOutEvent(event)
        self.left.emit()


class DayLine(QWidget):
    """A day that is typed; beside it stands at once what was understood.

    Signals:
        edited: A person typed another day, or took it away.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.day: date | None = None
        """The day as far as it is understood."""
        self.line = PartLine()
        self.line.setPlaceholderText("in 4 weeks")
        self.field = Field("By when", self.line, _DAY_HINT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field)
        self.line.textEdited.connect(lambda _text: self._on_edited())
        self.line.left.connect(self._on_left)
        self.setFocusProxy(self.line)

    def load(self, day: date | None) -> None:
        """Show a day; what is typed and means it is left alone."""
        if day != self.day or day is None:
            self.show_for(day)

    def show_for(self, day: date | None, refused: str = "") -> None:
        """Show another action's day, or what was typed for it and is not understood."""
        self.day = day
        self.line.setText(refused or ("" if day is None else format_moment(Moment(day))))
        self._say()
        if refused:
            self._on_left()

    @property
    def refused(self) -> str:
        """What is typed and not understood; empty where all is."""
        try:
            read_due(self.line.text(), self._today())
        except UserError:
            return self.line.text()
        return ""

    def _on_edited(self) -> None:
        try:
            day = read_due(self.line.text(), self._today())
        except UserError:
            self.field.set_note("…")  # still being typed
            return
        if day != self.day:
            self.day = day
            self.edited.emit()
        self._say()

    def _on_left(self) -> None:
        try:
            read_due(self.line.text(), self._today())
        except UserError as wrong:
            self.field.set_error(f"Not saved. {wrong}")
        else:
            self.line.setText("" if self.day is None else format_moment(Moment(self.day)))

    def _say(self) -> None:
        if self.day is None:
            self.field.clear_error()
        elif self.day < self._today():
            self.field.set_note("That day has passed: it is overdue at once.", "warning")
        else:
            self.field.set_note(f"{weekday_of(self.day)}, {format_moment(Moment(self.day))}.")
