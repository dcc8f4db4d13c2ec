"""How Home is laid out: concerns, first steps, my audits beside the rounds."""

import itertools
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.ui.screens.home.concern_card import ConcernCard
from audit_desk.ui.screens.home.feedback_card import FeedbackCard
from audit_desk.ui.screens.home.first_steps import FirstSteps
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.widgets.boxes import GRID, clear, column, row
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.text import label

_WIDEST = 1240


class Lines(QFrame):
    """A heading above rows that lead somewhere.

    Args:
        title: The heading.
        more: A link at its right; empty for none.
        on_more: Where the link leads.
    """

    def __init__(
        self, title: str, more: str = "", on_more: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        head = row(label(title, "heading", wrap=False), None)
        head.setContentsMargins(10, 0, 0, 0)
        self.more = quiet_button(more, on_more)
        head.addWidget(self.more)
        head.addStrut(self.more.sizeHint().height())  # headings beside each other are level
        if not more:
            self.more.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 6, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        layout.addStretch(1)

    def show_rows(self, rows: Sequence[RowButton], otherwise: str) -> None:
        """Show rows, or a sentence where there are none."""
        clear(self._rows)
        for each in rows:
            self._rows.addWidget(each)
            each.show()  # now: the focus may be wanted at once
        if not rows:
            words = row(label(otherwise, "muted"))
            words.setContentsMargins(10, 4, 10, 4)
            self._rows.addLayout(words)

    def put_in_place(self, before: RowButton, row: RowButton) -> None:
        """Show a row in the place of another."""
        self._rows.replaceWidget(before, row)
        row.show()
        before.hide()
        before.deleteLater()

    def buttons(self) -> list[RowButton]:
        """Return the rows that are shown and lead somewhere."""
        items = (self._rows.itemAt(number) for number in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [each for each in widgets if isinstance(each, RowButton) and each.isEnabled()]


class HomeView(Page):
    """The page's parts; which are shown depends on what there is."""

    def __init__(
        self,
        concerns: ConcernCard,
        steps: FirstSteps,
        on_rounds: Callable[[], object],
        on_actions: Callable[[], object],
    ) -> None:
        super().__init__("Home", scrolls=True)
        self.concerns = concerns
        self.steps = steps
        self.audits = Lines("My audits")
        self.choices = Lines("To be decided")
        self.needs = Lines("Files that need an auditor")
        self.due_actions = Lines("Actions overdue or due soon", "All actions", on_actions)
        self.feedback = FeedbackCard()
        self.rounds = Lines("Rounds", "All rounds", on_rounds)
        self._held_focus = False
        self._beside = QWidget()
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2 * GRID)
        left = column(self.audits, self.due_actions, self.feedback, spacing=2 * GRID)
        right = column(self.choices, self.needs, self.rounds, spacing=2 * GRID)
        for each in (left, right):
            each.addStretch(1)  # a card is as high as what it holds
            beside.addLayout(each, 1)
        self._columns = (beside, (left, right))
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * GRID)
        for part in (concerns, steps, self._beside):
            inside.addWidget(part)
        self.body.addWidget(held)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what large text leaves no room for beside each other below each other."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit what is shown now to the page's width."""
        room = self.width() - 6 * GRID  # the page's margins, and the bar that scrolls it
        beside, columns = self._columns
        wanted = sum(each.minimumSize().width() for each in columns) + beside.spacing()
        fits = wanted <= room
        direction = QBoxLayout.Direction
        beside.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self.concerns.fit(room)

    def set_tab_order(self) -> None:
        """Let the tab key go down the page: its rows are newer than its links."""
        order: list[QWidget] = [
            *self._buttons(self.concerns),
            *self._buttons(self.steps),
            *self.audits.buttons(),
            *self.due_actions.buttons(),
            self.due_actions.more,
            *self.choices.buttons(),
            *self.needs.buttons(),
            *self.rounds.buttons(),
            self.rounds.more,
        ]
        for first, second in itertools.pairwise(order):
            QWidget.setTabOrder(first, second)
        lead_focus(self, self._start())
        if self._held_focus:
            order[0].setFocus()
        self._held_focus = False

    def _start(self) -> QWidget:
        """Return where work goes on: the next first step, my audits, what is to be decided, rounds.

        Whoever is not shown the rounds must not stand on their link unseen.
        """
        begun = [
            *self._buttons(self.steps),
            *self.audits.buttons(),
            *self.choices.buttons(),
            *self.rounds.buttons(),
        ]
        otherwise = self.audits if self.rounds.isHidden() else self.rounds.more
        return next(iter(begun), otherwise)

    def is_at_start(self) -> bool:
        """Whether the focus is where work goes on, to which the page leads it."""
        return self.window().focusWidget() is self._start()

    def begin(self) -> None:
        """Give the focus to where work goes on."""
        self._start().setFocus()

    def note_focus(self) -> None:
        """Remember whether the focus is on what is about to be replaced."""
        # The window's own memory: while a dialog stands over it, no widget of it has the focus.
        focused = self.window().focusWidget()
        self._held_focus = focused is not None and self.isAncestorOf(focused)

    @staticmethod
    def _buttons(part: QWidget) -> list[QPushButton]:
        found = [made for made in part.findChildren(QPushButton) if not _is_gone(made, part)]
        for made in found:
            made.show()  # a layout shows what is new only later, and the hidden take no focus
        return found

    def show_lists(self, *, shown: bool) -> None:
        """Show audits and rounds, or leave the page to the first steps."""
        self._beside.setVisible(shown)


def _is_gone(widget: QWidget, part: QWidget) -> bool:
    """Whether a widget or something around it, up to a part, was taken away: hidden on purpose."""
    on_purpose = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    each: QWidget | None = widget
    while each is not None:
        if each.isHidden() and each.testAttribute(on_purpose):
            return True
        each = None if each is part else each.parentWidget()
    return False
