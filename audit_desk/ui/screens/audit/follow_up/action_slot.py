"""The place at a question's end for what follows from its answer; the card is made when asked."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.action import Action
from audit_desk.domain.follow_up import FollowUp
from audit_desk.ui.screens.audit.follow_up.action_card import ActionCard
from audit_desk.ui.screens.audit.look import Look


class ActionSlot(QWidget):
    """Shows nothing until an answer asks for an action: most questions never do.

    Signals:
        told: What follows, and whether it was typed (and may wait).
        left: A field lost the focus.
        finished: Enter in the last field.
        focused: The focus was put into it by a key.
        escaped: Escape was pressed.
        made: The card, when it was made.
    """

    told = Signal(object, bool)
    left = Signal()
    finished = Signal()
    focused = Signal()
    escaped = Signal()
    made = Signal(ActionCard)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._card: ActionCard | None = None
        self._room: int | None = None
        self._read_only = False
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def card(self) -> ActionCard:
        """The card, made now if it was not yet."""
        if self._card is None:
            self._card = self._make()
            self.made.emit(self._card)
        return self._card

    def _make(self) -> ActionCard:
        card = ActionCard(self._look, self._today)
        card.hide()
        card.set_read_only(self._read_only)
        card.told.connect(self.told)
        card.left.connect(self.left)
        card.finished.connect(self.finished)
        card.focused.connect(self.focused)
        card.escaped.connect(self.escaped)
        if self._room is not None:
            card.fit(self._room)
        self._lines.addWidget(card)
        return card

    def fields(self) -> list[QWidget]:
        """Return the card's fields in the order in which Tab visits them, if there is a card."""
        return self._card.fields() if self._card else []

    def show_for(
        self, told: FollowUp, choices: Sequence[Action], owners: Sequence[str], *, asked: bool
    ) -> None:
        """Show what follows from another question's answer, as on the card."""
        self.card.show_for(told, choices, owners, asked=asked)
        self._follow_card()

    def follow(self, told: FollowUp, *, asked: bool) -> None:
        """Show what was undone or done again, and what is still to be said."""
        if self._card is not None:
            self._card.follow(told)
            self._card.ask(told, asked=asked)
            self._follow_card()

    def _follow_card(self) -> None:
        self.setVisible(not self.card.isHidden())

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Say whether something of it could not be saved."""
        if self._card is not None:
            self._card.unsaved.setVisible(unsaved)

    def set_read_only(self, read_only: bool) -> None:
        """Show only, or let it be written."""
        self._read_only = read_only
        if self._card is not None:
            self._card.set_read_only(read_only)

    def fit(self, room: int) -> None:
        """Fit the card to a width."""
        self._room = room
        if self._card is not None:
            self._card.fit(room)

    def focus_field(self) -> None:
        """Put the focus into the card's first field."""
        self.card.focus_field()
