"""The list of recommendations as it is written."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.round_words import Recommendation
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.report.words.editor import BEHIND
from audit_desk.ui.screens.round.report.words.recommendation_row import RecommendationRow
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, row, scrolled
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "What should change, who sees to it and by when. With none of your own, the report prints the"
    " drafted ones with room for owner and date."
)
_MOST_UNDONE = 50


class Recommending(QWidget):
    """Recommendations below each other; each can become an action.

    Args:
        icons: Where icons come from.
        today: The local date.

    Signals:
        edited: The list is another one now.
        confirmed: It still holds against the figures as they are now.
        action_wanted: An action is to be made of the row.
    """

    edited = Signal()
    confirmed = Signal()
    action_wanted = Signal(object)

    def __init__(self, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__()
        self._icons = icons
        self._today = today
        self._owners: Sequence[str] = ()
        self._undone: list[tuple[Recommendation, ...]] = []
        self.rows: list[RecommendationRow] = []
        """The recommendations."""
        self.behind = Banner(
            icons,
            "Go through them beside the figures, or say that they still hold.",
            heading=BEHIND,
            tone="warning",
            action="They still hold",
            on_action=self.confirmed.emit,
        )
        self.add_button = button("Add a recommendation", self.add, icon=icons.icon("plus"))
        self.undo_button = button("Undo", self.undo, tip="Bring back what was removed or added")
        self.state = label("", "muted")
        """Whether it is saved."""
        self._lines = column(spacing=GRID + 4)
        self._area = scrolled(holder(self._lines))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(label("Recommendations", "heading"))
        box.addWidget(label(_ABOUT, "muted"))
        box.addWidget(self.behind)
        box.addLayout(row(self.add_button, self.undo_button, None))
        box.addWidget(self.state)
        box.addWidget(self._area, 1)
        lead_focus(self, self.add_button)

    @property
    def said(self) -> tuple[Recommendation, ...]:
        """What is said now."""
        return tuple(each.said for each in self.rows)

    def show_list(
        self, listed: Sequence[Recommendation], owners: Sequence[str], *, behind: bool
    ) -> None:
        """Show a list; what was undone before is forgotten."""
        self._owners = owners
        self._undone = []
        self.behind.setVisible(behind)
        self._fill(listed)

    def add(self, text: str = "") -> None:
        """Add a recommendation at the end and go there."""
        self._keep()
        self._add_row(Recommendation(text))
        self._renumber()
        if text:
            self.edited.emit()
        self.rows[-1].text.setFocus()
        QTimer.singleShot(0, self._show_last)

    def undo(self) -> None:
        """Take the last removal or addition back."""
        if self._undone:
            self._fill(self._undone.pop())
            self.edited.emit()

    def _fill(self, listed: Sequence[Recommendation]) -> None:
        clear(self._lines)
        self.rows = []
        for each in listed:
            self._add_row(each)
        self._lines.addStretch(1)
        self._renumber()

    def _add_row(self, said: Recommendation) -> None:
        made = RecommendationRow(len(self.rows) + 1, said, self._owners, self._today, self._icons)
        made.edited.connect(self.edited)
        made.removed.connect(lambda: self._remove(made))
        made.action_wanted.connect(lambda: self.action_wanted.emit(made))
        self._lines.insertWidget(len(self.rows), made)
        self.rows.append(made)

    def _remove(self, gone: RecommendationRow) -> None:
        self._keep()
        place = self.rows.index(gone)
        self.rows.remove(gone)
        gone.hide()
        gone.deleteLater()
        self._renumber()
        self.edited.emit()
        (
            self.rows[min(place, len(self.rows) - 1)].text if self.rows else self.add_button
        ).setFocus()

    def _keep(self) -> None:
        self._undone = [*self._undone, self.said][-_MOST_UNDONE:]

    def _renumber(self) -> None:
        for number, each in enumerate(self.rows, start=1):
            each.place(number)
        self.undo_button.setEnabled(bool(self._undone))

    def _show_last(self) -> None:
        if self.rows:
            self._area.ensureWidgetVisible(self.rows[-1])
