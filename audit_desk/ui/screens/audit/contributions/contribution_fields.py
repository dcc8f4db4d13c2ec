"""The fields of one role's part in an audit: yes or no, the day, and words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import PartKind
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.part_line import PartLine
from audit_desk.ui.screens.audit.answers.part_reading import read_part, say_part, shown_part
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.own_keys import keeps_in_row
from audit_desk.ui.widgets.text import Role as TextRole
from audit_desk.ui.widgets.text import label

_DAY_CHARACTERS = 24


class YesNo(QWidget):
    """A question with the answers Yes and No; the arrows go between them, Space chooses.

    Signals:
        chosen: Whether it is yes.
        escaped: Escape was pressed.
    """

    chosen = Signal(bool)
    escaped = Signal()

    def __init__(self, question: str, theme: Theme) -> None:
        super().__init__()
        self._read_only = False
        self._group = QButtonGroup(self)
        self.options = {True: self._option("Yes", theme), False: self._option("No", theme)}
        for yes, option in self.options.items():
            option.setAccessibleName(f"{question} {option.text()}")
            option.clicked.connect(lambda _on=False, yes=yes: self.chosen.emit(yes))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(label(question))
        box.addLayout(row(*self.options.values(), None, spacing=16))

    def _option(self, text: str, theme: Theme) -> RadioOption:
        option = RadioOption(text, theme)
        option.installEventFilter(self)
        self._group.addButton(option)
        return option

    def load(self, said: bool | None) -> None:
        """Show what is said so far."""
        self._group.setExclusive(False)
        for yes, option in self.options.items():
            option.setChecked(said is yes)
        self._group.setExclusive(True)
        self._lead_tab()

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be chosen; what is shown stays readable."""
        self._read_only = read_only
        for option in self.options.values():
            option.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
        self._lead_tab()

    def focus_first(self) -> None:
        """Put the focus on what is chosen, or on Yes."""
        here = self._group.checkedButton() or self.options[True]
        here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lead_tab(self) -> None:
        """Let Tab reach what is chosen, or Yes where nothing is."""
        chosen = self._group.checkedButton() or self.options[True]
        for option in self.options.values():
            stop = option is chosen
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            option.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._read_only else policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrows from becoming shortcuts of the page, and let Escape lead out."""
        kept = keeps_in_row(event, self.escaped.emit)
        return kept or super().eventFilter(watched, event)


class SpokenDay(QWidget):
    """The day on which somebody spoke or wrote; what was understood stands under it.

    Signals:
        edited: A person typed another day, or took it away.
    """

    edited = Signal()

    def __init__(self, question: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.day: date | None = None
        """The day as far as it is understood."""
        self.line = PartLine()
        self.line.setPlaceholderText("3/5")
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * _DAY_CHARACTERS)
        self.line.setAccessibleName(question)
        self.note = label("", "muted")
        heading = label(question)
        heading.setBuddy(self.line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (heading, self.line, self.note):
            box.addWidget(part)
        self.note.hide()
        self.line.textEdited.connect(lambda _text: self._on_edited())
        self.line.left.connect(self._on_left)

    def load(self, day: date | None) -> None:
        """Show a day; what is typed and means it, or is not understood, is left alone."""
        if day == self.day:
            return
        self.day = day
        self.line.setText(shown_part(PartKind.DATE, day.isoformat() if day else ""))
        self._say_day()

    def _on_edited(self) -> None:
        try:
            stored = read_part(PartKind.DATE, self.line.text(), self._today())
        except UserError:
            self._say("…")  # still being typed
            return
        day = date.fromisoformat(stored) if stored else None
        if day != self.day:
            self.day = day
            self.edited.emit()
        self._say_day()

    def _on_left(self) -> None:
        try:
            read_part(PartKind.DATE, self.line.text(), self._today())
        except UserError as wrong:
            self._say(f"Not saved. {wrong}", "error")

    def _say(self, words: str, role: TextRole = "muted") -> None:
        self.note.setText(words)
        self.note.set_role(role)
        self.note.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        self.line.setProperty("invalid", "true" if role == "error" else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def _say_day(self) -> None:
        self._say(say_part(PartKind.DATE, self.day.isoformat()) if self.day else "")
