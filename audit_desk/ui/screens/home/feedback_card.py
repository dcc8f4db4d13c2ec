"""What moderators said of the audits that whoever reads it made before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder
from audit_desk.ui.widgets.text import label

TITLE = "What the moderator said of your audits"


class FeedbackCard(QFrame):
    """A card that is out of sight where nothing was said."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(TITLE)
        self._given = QVBoxLayout()
        self._given.setSpacing(2 * GRID)
        layout = column(label(TITLE, "heading"), spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.addLayout(self._given)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_given(self, given: Sequence[PackFeedback]) -> None:
        """Show all that was said."""
        clear(self._given)
        for each in given:
            self._given.addWidget(_said(each))
        self.setVisible(bool(given))


def _said(given: PackFeedback) -> QWidget:
    day = short_day(given.given_at.astimezone().date())
    words = (given.words, *given.answered)
    return holder(
        column(
            label(f"{given.reference} · {given.round_name}", "strong"),
            *(label(each) for each in words if each),
            label(f"{given.moderator}, {day}", "muted"),
            spacing=2,
        )
    )
