"""With the practitioner and the child: what those whom the audit is about had to say to it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.contribution import Contribution, Contributions, Role
from audit_desk.domain.practitioner import TITLE
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.screens.audit.contributions.contribution_card import ContributionCard
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "The file shows what was written down. Those who were there can say what happened, what they"
    " learned from it, and what it was like. Roles are enough: names do not belong here."
)


class ContributionPanel(QWidget):
    """A card for each of them; made when it is first shown.

    Signals:
        told: A contribution, and whether it was typed (and may wait).
        left: A text lost the focus.
        card_opened: The card in which the focus is now.
        text_made: A text whose cursor is to stay in sight.
    """

    told = Signal(object, bool)
    left = Signal()
    card_opened = Signal(QWidget)
    text_made = Signal(GrowingText)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._read_only = False
        self.cards: dict[Role, ContributionCard] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)

    def _make(self) -> None:
        self._lines.addWidget(label(TITLE, "heading"))
        self._lines.addWidget(label(_ABOUT))
        for role in Role:
            card = ContributionCard(role, self._look.theme, self._today)
            card.told.connect(self.told)
            card.left.connect(self.left)
            card.escaped.connect(card.invited.focus_first)
            for text in card.texts():
                self.text_made.emit(text)
            self.cards[role] = card
            self._lines.addWidget(card)
        self._lines.addStretch(1)

    def show_contributions(self, said: Contributions, *, read_only: bool) -> None:
        """Show what is said of each of them so far."""
        if not self.cards:
            self._make()
        self._read_only = read_only
        for role, card in self.cards.items():
            card.load(said.get(role) or Contribution(role))
            card.set_read_only(read_only)

    def focus_start(self) -> None:
        """Put the focus where something is still to be said, or on the first question.

        Where nothing can be changed it goes to the first words that can be read.
        """
        if self._read_only:
            texts = (text for card in self.cards.values() for text in card.shown_texts())
            next(texts, self).setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        cards = list(self.cards.values())
        card = next((card for card in cards if not card.is_complete), cards[0])
        card.focus_open()
        self.card_opened.emit(card)
