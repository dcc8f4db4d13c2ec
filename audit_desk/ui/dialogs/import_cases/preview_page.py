"""The fifth page: what bringing the list in would do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QSizePolicy, QTabBar, QVBoxLayout, QWidget

from audit_desk.services.case_preview import ImportPreview
from audit_desk.ui.dialogs.import_cases import row_tables
from audit_desk.ui.dialogs.import_cases.edition_line import EditionLine
from audit_desk.ui.dialogs.import_cases.preview_words import counts_words, leaving_warning, notes
from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class _Tab:
    key: str
    title: str
    count: int
    rows: Callable[[], QAbstractTableModel] | None
    widths: tuple[int, ...] = ()


class PreviewPage(QWidget):
    """Counts as tabs, and the rows of the tab that is chosen.

    Args:
        icons: Where icons come from.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.edition = EditionLine()
        self.warning = Banner(icons, "", tone="warning")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("What bringing the list in would do")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.table = Table(row_tables.fault_rows(()), "Rows")
        self.table.setSortingEnabled(False)
        self.save = button("Save these rows…")
        self._counts = label("", "heading")
        self._note = label("", "body")
        self._tabs: tuple[_Tab, ...] = ()
        self._notes: dict[str, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self._counts, self.edition, self.warning):
            layout.addWidget(part)
        layout.addWidget(self.tabs)
        layout.addLayout(row(self._note, self.save, spacing=2 * GRID))
        layout.addWidget(self.table, 1000)
        layout.addStretch(1)  # takes the room where there is no table
        self.tabs.currentChanged.connect(self._show_tab)

    def show_preview(self, previewed: ImportPreview, *, whole: bool) -> None:
        """Show what bringing a list in would do; the tab that was chosen stays."""
        self._counts.setText(counts_words(previewed))
        self.edition.show_edition(previewed, whole=whole)
        warning = leaving_warning(previewed)
        self.warning.setVisible(warning is not None)
        if warning is not None:
            self.warning.set_message(warning[1], heading=warning[0])
        self._notes = notes(previewed)
        before = self.tab
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._tabs = _tabs(previewed)
        for tab in self._tabs:
            self.tabs.addTab(f"{tab.title} {tab.count:,}")
        keys = [tab.key for tab in self._tabs]
        first = next((place for place, tab in enumerate(self._tabs) if tab.count), 0)
        self.tabs.setCurrentIndex(keys.index(before) if before in keys else first)
        self.tabs.blockSignals(False)
        self._show_tab(self.tabs.currentIndex())

    @property
    def tab(self) -> str:
        """The key of the tab that is chosen."""
        place = self.tabs.currentIndex()
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def show_tab(self, key: str) -> None:
        """Choose a tab."""
        self.tabs.setCurrentIndex([tab.key for tab in self._tabs].index(key))

    @property
    def words(self) -> str:
        """What is said above the tabs."""
        return self._counts.text()

    def _show_tab(self, place: int) -> None:
        if not 0 <= place < len(self._tabs):
            return
        tab = self._tabs[place]
        note = self._notes.get(tab.key, "")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.save.setVisible(tab.key == "refused" and bool(tab.count))
        shown = bool(tab.rows is not None and tab.count)
        self.table.setVisible(shown)
        if shown and tab.rows is not None:
            self._show_rows(tab.rows(), tab)

    @property
    def note(self) -> str:
        """What is said of the tab that is shown."""
        return self._note.text()

    def say_saved(self, count: int, target: Path) -> None:
        """Say where the rows that are left out were written."""
        noun = "1 fault" if count == 1 else f"{count:,} faults"
        self._note.setText(f"Saved {noun} as {target.name} in {target.parent}.")
        self._note.show()

    def _show_rows(self, model: QAbstractTableModel, tab: _Tab) -> None:
        old = self.table.model()
        model.setParent(self.table)
        self.table.setModel(model)
        old.deleteLater()
        self.table.setAccessibleName(tab.title)
        if not tab.widths:
            self.table.resizeColumnsToContents()
        size = self.fontMetrics().averageCharWidth()
        for column, chars in enumerate(tab.widths):
            self.table.setColumnWidth(column, size * chars + 24)


def _tabs(previewed: ImportPreview) -> tuple[_Tab, ...]:
    made = row_tables
    cases = bool(previewed.rows) or not previewed.new
    new = (lambda: made.new_rows(previewed)) if cases else None
    tabs = [
        _Tab("new", "New", previewed.new, new),
        _Tab(
            "changed",
            "Changed",
            previewed.changed,
            lambda: made.change_rows(previewed.changes),
            (12, 34, 26, 26),
        ),
        _Tab("unchanged", "Unchanged", previewed.unchanged, None),
    ]
    if previewed.earlier is not None:
        rows = previewed.leaving
        tabs.append(
            _Tab("leaving", "Leaving", previewed.gone, lambda: made.leaving_rows(rows), (14, 60))
        )
    columns = len(previewed.dropped) + len(previewed.unknown)
    return (
        *tabs,
        _Tab(
            "refused",
            "Left out",
            previewed.refused_rows,
            lambda: made.fault_rows(previewed.refused),
            (6, 24, 16, 30),
        ),
        _Tab("dropped", "Dropped columns", columns, lambda: made.dropped_rows(previewed), (34, 60)),
    )
