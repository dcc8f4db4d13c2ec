"""One recommendation: what is to be done, who sees to it and by when."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout

from audit_desk.domain.round_words import Recommendation
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.follow_up.action_fields import DayLine
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_LINES = 2


class RecommendationRow(QFrame):
    """One recommendation with its fields.

    Args:
        number: Its place in the list, from 1.
        said: What is said of it.
        owners: The roles to choose from.
        today: The local date.
        icons: Where icons come from.

    Signals:
        edited: A person changed something of it.
        removed: It is to be taken out.
        action_wanted: An action is to be made of it.
    """

    edited = Signal()
    removed = Signal()
    action_wanted = Signal()

    def __init__(
        self,
        number: int,
        said: Recommendation,
        owners: Sequence[str],
        today: Callable[[], date],
        icons: Icons,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._said = said
        self._number = label("", "strong", wrap=False)
        self.text = GrowingText("Recommendation", _LINES)
        """What is to be done."""
        self.owner = QLineEdit(said.owner)
        """The role that sees to it."""
        self.owner.setCursorPosition(0)  # a long role shows how it begins
        self.day = DayLine(today)
        """By when."""
        self.action_button = button("Make an action of it", self.action_wanted.emit)
        """Makes an action of it."""
        self.made = label("An action of this round: follow it on the Actions page.", "success")
        self.fault = label("", "error")
        """What is not said yet."""
        self.remove_button = quiet_button("Remove", self.removed.emit, icon=icons.icon("close"))
        completer = QCompleter(list(owners), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self.text.load(said.text)
        self.day.load(said.due_on)
        self._lay_out()
        self.place(number)
        self._show_action()
        self.text.edited.connect(lambda _text: self._on_edited())
        self.owner.textChanged.connect(lambda _text: self._on_edited())
        self.day.edited.connect(self._on_edited)
        lead_focus(self, self.text)

    def _lay_out(self) -> None:
        both = row(Field("Owner", self.owner, "A role, not a name."), self.day, spacing=2 * GRID)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, GRID, 12, GRID)
        box.setSpacing(GRID)
        box.addLayout(row(self._number, None, self.remove_button))
        box.addWidget(self.text)
        box.addLayout(both)
        box.addWidget(self.fault)
        box.addWidget(self.made)
        box.addLayout(row(self.action_button, None))

    def place(self, number: int) -> None:
        """Show its place in the list."""
        self._number.setText(f"Recommendation {number}")
        self.text.setAccessibleName(f"Recommendation {number}")
        self.remove_button.setAccessibleName(f"Remove recommendation {number}")

    @property
    def said(self) -> Recommendation:
        """What is said of it now."""
        return replace(
            self._said,
            text=self.text.toPlainText().strip(),
            owner=self.owner.text().strip(),
            due_on=self.day.day,
        )

    def now_action(self, action_id: str) -> None:
        """Show that an action was made of it."""
        # A button that goes hands the focus to the next one: that removes a recommendation.
        self.text.setFocus()
        self._said = replace(self._said, action_id=action_id)
        self._show_action()

    def refuse(self, why: str) -> None:
        """Say why no action can be made of it yet."""
        self.fault.setText(why)
        self.fault.setVisible(bool(why))

    def _show_action(self) -> None:
        is_action = bool(self._said.action_id)
        self.refuse("")
        self.made.setVisible(is_action)
        self.action_button.setVisible(not is_action)

    def _on_edited(self) -> None:
        self.refuse("")
        self.edited.emit()
