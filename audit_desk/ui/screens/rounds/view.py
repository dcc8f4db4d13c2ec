"""How the list of rounds is laid out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget

from audit_desk.services.rounds import RoundLine
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.row_model import RowModel
from audit_desk.ui.widgets.table import RemembersColumns, Table

_WIDTHS = (30, 11, 9, 15)
_ABOUT = "A round is one occasion on which a sample of files is read with one audit tool."


@dataclass(frozen=True, slots=True)
class ListActions:
    """What can be done on the page.

    Attributes:
        open: Called with the index of the round that is opened.
        new: Creates a round.
        check: Checks somebody's receipt.
        take_in: Takes in a pack that came back.
    """

    open: Callable[[QModelIndex], object]
    new: Callable[[], object]
    check: Callable[[], object]
    take_in: Callable[[], object]


class RoundsView(Page):
    """A table of rounds, or what to do first.

    Args:
        icons: Where icons come from.
        model: The rounds.
        actions: What can be done.
        memory: Keeps column widths.
    """

    def __init__(
        self,
        icons: Icons,
        model: RowModel[RoundLine],
        actions: ListActions,
        memory: RemembersColumns | None,
    ) -> None:
        super().__init__("Rounds", _ABOUT)
        self.new_button = primary_button(
            "New round", actions.new, icon=icons.icon("plus", Ink.ON_ACCENT), shortcut="Ctrl+N"
        )
        """Creates a round."""
        self.check_button = button("&Check a receipt…", actions.check)
        """Verifies somebody's draw from its receipt and a list."""
        self.take_in_button = button(
            "Take in a &pack…", actions.take_in, tip="A file that somebody handed back"
        )
        """Takes in a pack that came back."""
        self.table = Table(
            model, "Rounds", actions.open, widths=_WIDTHS, memory=memory, memory_key="rounds"
        )
        """The rounds."""
        self.empty = EmptyState(
            icons.icon("target", Ink.MUTED),
            "No round yet",
            "Create a round, draw a sample of files for it, and read them. Give it the name that"
            " people will look for later, for example “Spring 2026”.",
            "Create the first round",
            actions.new,
        )
        """What to do first."""
        if self.empty.action_button is not None:
            self.empty.action_button.setShortcut("Ctrl+N")
            lead_focus(self.empty, self.empty.action_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.add_action(self.check_button)
        self.add_action(self.take_in_button)
        self.add_action(self.new_button)
        self.body.addWidget(self._stack)

    def show_empty(self, *, empty: bool) -> None:
        """Show what to do first instead of a table without rows."""
        self._stack.setCurrentWidget(self.empty if empty else self.table)
        self.new_button.setVisible(not empty)
        self.take_in_button.setVisible(not empty)
