"""How the cases page is laid out."""

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QSplitter, QStackedWidget, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.screens.cases.cases_table import CasesTable
from audit_desk.ui.screens.cases.chips import FilterChips
from audit_desk.ui.screens.cases.facts_panel import FactsPanel
from audit_desk.ui.screens.cases.filter_panel import FilterPanel
from audit_desk.ui.shortcuts import Key
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import column, holder, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.page import Page

FILTER = Key("Ctrl+Shift+F", "Make a filter, or put its panel away")
_FIND_CHARS = 24


class CasesView(Page):
    """The page: find and filters on top, the table, and the chosen case beside it.

    Args:
        icons: Where icons come from.
        model: The table's rows.
        today: The local date.
    """

    def __init__(
        self, icons: Icons, model: QAbstractItemModel, today: Callable[[], dt.date]
    ) -> None:
        super().__init__("Cases")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find in any column")
        self.search.setAccessibleName("Find a case")
        self.search.setToolTip("Ctrl+F · each word may stand in any fact, shown or not")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(self.search.fontMetrics().averageCharWidth() * _FIND_CHARS + 48)
        self.filter = button(
            "Filter", icon=icons.icon("filter-outline", Ink.MUTED), tip=FILTER.keys
        )
        self.filter.setCheckable(True)
        self.panel = FilterPanel(today)
        self.chips = FilterChips(icons)
        self.closed = QCheckBox()
        self.facts = FactsPanel()
        self.table = CasesTable(model, self._look_at_facts)
        self.sort = button("Sort", icon=icons.icon("sort", Ink.MUTED))
        self.columns = button("Columns", icon=icons.icon("view-column-outline", Ink.MUTED))
        self.save = button("Save list…", icon=icons.icon("content-save-outline", Ink.MUTED))
        self.bring_in = primary_button("Bring in a case list", shortcut="Ctrl+I")
        self.empty = EmptyState(
            icons.icon("table-arrow-down", Ink.MUTED),
            "No cases yet",
            "Bring in the list that the council's system exports. Names, birth dates and addresses"
            " are left out before anything is saved; each child gets a reference instead.",
            "Bring in a case list",
        )
        self.none = EmptyState(
            icons.icon("magnify", Ink.MUTED),
            "No case fits",
            "Take a word or a filter away to see more, or press Escape to see all.",
        )
        self.note = Banner(icons, "", tone="success")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._rows = QStackedWidget()
        self._pages = QStackedWidget()
        self._arrange()
        self._set_tab_order()

    def _arrange(self) -> None:
        for action in (self.sort, self.columns, self.save, self.bring_in):
            self.add_action(action)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self.none)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._rows)
        self.splitter.addWidget(self.facts)
        self.splitter.setHandleWidth(12)
        self.splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([780, 256])
        self.splitter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        find = row(self.search, self.filter, None, self.closed)
        parts = (self.note, find, self.panel, self.chips, self.splitter)
        full = holder(column(*parts, spacing=12))
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(QWidget())
        self.body.addWidget(self._pages)

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [
            *(self.search, self.filter, self.panel.field, self.panel.close_button),
            *(self.closed, self.table, self.facts.body),
            *(self.sort, self.columns, self.save, self.bring_in),
        ]
        for first, second in itertools.pairwise(order):
            QWidget.setTabOrder(first, second)
        self.chips.follow(self.panel.close_button)

    def show_waiting(self) -> None:
        """Show nothing while the cases are read for the first time."""
        self._pages.setCurrentIndex(2)
        self._show_actions(full=False)

    def show_state(self, *, known: int, closed: int, total: int, shown: int) -> None:
        """Show the table, that no case fits, or that there are none.

        Args:
            known: How many cases the register has.
            closed: How many of them are closed.
            total: How many there are to find: all, or those that are not closed.
            shown: How many are found.
        """
        if not known:
            self.set_title("Cases")
        elif shown == total:
            self.set_title("Cases", f"{total:,} case{'' if total == 1 else 's'}")
        else:
            self.set_title("Cases", f"{shown:,} of {total:,} cases")
        self.note.hide()
        self.closed.setText(f"Show closed ({closed:,})")
        self.closed.setVisible(bool(closed))
        self._pages.setCurrentIndex(0 if known else 1)
        self._rows.setCurrentIndex(0 if shown else 1)
        self.facts.setVisible(bool(shown))
        self._show_actions(full=bool(known))

    def say_saved(self, count: int, target: Path) -> None:
        """Say that the list was saved, until something else is done."""
        self.note.set_message(f"{count:,} cases were saved as {target.name} in {target.parent}.")
        self.note.show()

    def _show_actions(self, *, full: bool) -> None:
        for action in (self.sort, self.columns, self.save, self.bring_in):
            action.setVisible(full)

    def _look_at_facts(self, _index: QModelIndex) -> None:
        self.facts.body.setFocus()
