"""How the Actions page is laid out: filters, the table, and the chosen action beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QStackedWidget

from audit_desk.ui.icons import Ink
from audit_desk.ui.models.action_model import DUE_COLUMN, STATE_COLUMN, ActionRow, action_ink
from audit_desk.ui.screens.actions.detail import DetailPanel
from audit_desk.ui.screens.actions.filters import Filters
from audit_desk.ui.screens.actions.ports import ActionsDesk
from audit_desk.ui.screens.round.audits.tone_delegate import ToneDelegate
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import column, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.row_model import RowModel
from audit_desk.ui.widgets.table import Table

_WIDTHS = (25, 13, 9, 15, 10)
_FIND_CHARS = 22
_FORMS = (
    ("PDF, to print…", ".pdf"),
    ("Word document, to edit…", ".docx"),
    ("CSV, for a spreadsheet…", ".csv"),
)


@dataclass(frozen=True, slots=True)
class Acts:
    """What the parts of the page do.

    Attributes:
        new: Adds an action by hand.
        save: Saves the list, in the form that a file's ending names.
        filtered: Shows what the filters want.
    """

    new: Callable[[], object]
    save: Callable[[str], object]
    filtered: Callable[[], object]


class ActionsView(Page):
    """The parts of the page.

    Args:
        model: The table's rows.
        desk: What surrounds the page.
        acts: What the parts do.
    """

    def __init__(self, model: RowModel[ActionRow], desk: ActionsDesk, acts: Acts) -> None:
        super().__init__("Actions")
        icon = desk.icons.icon
        self.find_line = QLineEdit()
        """Narrows the table to what is typed."""
        self.filters = Filters(acts.filtered)
        """Narrows it by state, owner and round."""
        self.save_button = button("Save list…", icon=icon("content-save-outline", Ink.MUTED))
        """Opens the menu of the forms in which what is shown is saved."""
        menu = QMenu(self.save_button)
        for words, ending in _FORMS:
            menu.addAction(words).triggered.connect(partial(_call, acts.save, ending))
        self.save_button.setMenu(menu)
        self.new_button = primary_button(
            "New action", acts.new, icon=icon("plus", Ink.ON_ACCENT), shortcut="Ctrl+N"
        )
        """Adds an action by hand."""
        self.table = Table(
            model, "Actions", widths=_WIDTHS, memory=desk.memory, memory_key="actions"
        )
        """The actions."""
        for place in (DUE_COLUMN, STATE_COLUMN):
            tone = ToneDelegate(desk.theme, action_ink, self.table)
            self.table.setItemDelegateForColumn(place, tone)
        self.detail = DetailPanel(desk.open_audit)
        """The chosen action."""
        self.note = Banner(desk.icons, "", tone="success")
        """What was saved."""
        self.none = EmptyState(
            icon("magnify", Ink.MUTED), "No action fits", "Press Escape to see all of them."
        )
        self.empty = EmptyState(
            icon("clipboard-check-outline", Ink.MUTED),
            "No action yet",
            "Actions come from audits: an answer that is not good enough asks what will change for"
            " the child, who sees to it and by when. You may also add one to a round by hand.",
            "Go to Rounds",
            desk.go_rounds,
        )
        """What to do first."""
        self._rows, self._pages = QStackedWidget(), QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self.find_line.setPlaceholderText("Find (Ctrl+F)")
        self.find_line.setAccessibleName("Find an action")
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setFixedWidth(self.fontMetrics().averageCharWidth() * _FIND_CHARS + 40)
        for part in (self.table, self.none):
            self._rows.addWidget(part)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        splitter.addWidget(self._rows)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 280])
        head = row(self.find_line, self.filters, None)
        self.note.hide()
        body = column(self.note, head, splitter, spacing=12)
        body.setStretchFactor(splitter, 1)
        self._pages.addWidget(holder(body))
        self._pages.addWidget(self.empty)
        self.body.addWidget(self._pages)
        self.add_action(self.save_button)
        self.add_action(self.new_button)
        bind(self, FIND, self.find_line.setFocus)
        self.find_line.returnPressed.connect(self.table.setFocus)

    def show_state(self, *, total: int, shown: int) -> None:
        """Show the table, that nothing fits, or what to do first."""
        self._pages.setCurrentIndex(0 if total else 1)
        self._rows.setCurrentWidget(self.table if shown else self.none)
        self.save_button.setEnabled(bool(shown))

    def say_saved(self, count: int, target: Path) -> None:
        """Say that the list was saved."""
        actions = "1 action was" if count == 1 else f"{count:,} actions were"
        self.note.set_message(f"{actions} saved as {target.name} in {target.parent}.")
        self.note.show()


def _call(act: Callable[[str], object], ending: str, _checked: bool = False) -> None:
    act(ending)
