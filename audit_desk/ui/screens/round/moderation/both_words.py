"""What both readers wrote of one thing that they were asked."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.domain.moderation import Item, Pair
from audit_desk.domain.standing import standing_words
from audit_desk.ui.models.when import day
from audit_desk.ui.widgets.boxes import GRID, column, holder
from audit_desk.ui.widgets.text import label


class BothWords(QWidget):
    """The whole question, and what both readers wrote of it, beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = label("", "muted")
        """The question as it was asked, and who settled it."""
        self.heads = [label("", "strong"), label("", "strong")]
        """Each reader with their answer."""
        self.texts = [label("", chars=60), label("", chars=60)]
        """Their words."""
        sides = QHBoxLayout()
        sides.setSpacing(3 * GRID)
        for head, text in zip(self.heads, self.texts, strict=True):
            sides.addWidget(holder(column(head, text, None, spacing=2)), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.asked)
        box.addLayout(sides, 1)

    def show_item(self, pair: Pair, item: Item | None) -> None:
        """Show what a pair's readers wrote of an item; nothing where none is looked at."""
        self.asked.setText(_asked(item) if item else "")
        sides = ((pair.first, item.first), (pair.second, item.second)) if item else ()
        for place in range(2):
            audit, side = sides[place] if sides else (None, None)
            named = f"{audit.auditor}: {standing_words(side.standing)}" if audit and side else ""
            self.heads[place].setText(named)
            self.texts[place].setText((side.words or "No words with it.") if side else "")


def _asked(item: Item) -> str:
    made = item.settled
    settled = f" · settled by {made.moderator}, {day(made.settled_at)}" if made else ""
    return f"{item.title}{settled}"
