"""How the home of a pack is laid out: my audits at the left, the cover note at the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.home.concern_card import ConcernCard
from audit_desk.ui.screens.home.feedback_card import FeedbackCard
from audit_desk.ui.screens.home.view import Lines
from audit_desk.ui.widgets.boxes import GRID, column, frame, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.text import label

_WIDEST = 1240
_BESIDE = 110  # characters of width that both sides need
HOW = (
    ("content-save-outline", "All that you write is saved in this one encrypted file, at once."),
    ("wifi-off", "Nothing is sent by itself. You can work anywhere, also without a network."),
    ("tray-arrow-up", "Once you are done, “Hand back” closes the file and shows where it lies."),
)
_BLIND = (
    "Somebody has read these files before you. Nothing of that is in this file, so that your"
    " judgement is your own."
)
BLIND = ("eye-off-outline", _BLIND)


class PackHomeView(Page):
    """The page's parts."""

    def __init__(self, concerns: ConcernCard, icons: Icons) -> None:
        super().__init__("Home", scrolls=True)
        self.concerns = concerns
        self.audits = Lines("My audits")
        self.next = primary_button("", icon=icons.icon("arrow-right", Ink.ON_ACCENT))
        """Opens the audit to go on with."""
        self.back = button("Hand back…", icon=icons.icon("tray-arrow-up"))
        """Hands the pack back."""
        self.note = label("", "body")
        """The cover note."""
        self.from_whom = label("", "muted")
        """Who wrote it, and when."""
        self.add_action(self.back)
        self.add_action(self.next)
        self._blind, self._how = self._explained(icons)
        self.feedback = FeedbackCard()
        left = column(self.audits, self.feedback, None, spacing=2 * GRID)
        right = column(
            frame(label("Cover note", "heading"), self.note, self.from_whom),
            frame(label("How this works", "heading"), self._blind, self._how, spacing=12),
            None,
            spacing=2 * GRID,
        )
        self._beside = row(left, right, spacing=2 * GRID)
        self._beside.setStretch(0, 1)
        self._beside.setStretch(1, 1)
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * GRID)
        inside.addWidget(concerns)
        inside.addLayout(self._beside)
        self.body.addWidget(held)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what large text leaves no room for beside each other below each other."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit what is shown now to the page's width."""
        chars = self.width() / self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if chars >= _BESIDE else way.TopToBottom)
        self.concerns.fit(self.width() - 6 * GRID)  # its margins, and the bar that scrolls it

    def show_note(self, note: str, from_whom: str, *, blind: bool) -> None:
        """Show what the pack's maker wrote, and whether its files are read again."""
        self.note.setText(note or "There is none.")
        self.note.set_role("body" if note else "muted")
        self.from_whom.setText(from_whom)
        self._blind.setVisible(blind)

    @staticmethod
    def _explained(icons: Icons) -> tuple[QWidget, QWidget]:
        def line(name: str, text: str) -> QWidget:
            box = row(IconLabel(icons.icon(name, Ink.ACCENT), 20), label(text), spacing=12)
            box.setStretch(1, 1)
            return holder(box)

        return line(*BLIND), holder(column(*(line(*each) for each in HOW), spacing=12))
