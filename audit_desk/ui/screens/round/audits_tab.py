"""The audits of a round: how far each is, and the way into the next one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from audit_desk.ui.icons import Ink
from audit_desk.ui.models.audit_model import GRADE_COLUMN, AuditRow, audit_model, next_unread
from audit_desk.ui.screens.round.mark_delegate import MarkDelegate
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.widgets.boxes import GRID, column, row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_WIDTHS = (14, 14, 26, 12, 24)
_FIND_CHARS, _BAR_CHARS = 26, 30


def progress_words(rows: Sequence[AuditRow]) -> str:
    """Return how many audits are submitted and under way, in words."""
    done = sum(row.is_submitted for row in rows)
    reading = sum(bool(row.audit.started_at) and not row.is_submitted for row in rows)
    words = f"{done} of {len(rows)} submitted"
    return f"{words}, {reading} being read" if reading else words


class AuditsTab(TabPages):
    """The audits of one round.

    Args:
        desk: What surrounds the page.
        on_sample: Shows the Sample tab.
    """

    def __init__(self, desk: RoundDesk, on_sample: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.rows: Sequence[AuditRow] = ()
        """All audits, in drawing order."""
        self._model = audit_model()
        self._words = label("", "strong", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Submitted audits")
        self.find_line = QLineEdit()
        """Narrows the table to what is typed."""
        self.find_line.setPlaceholderText("Find (Ctrl+F)")
        self.find_line.setAccessibleName("Find an audit")
        self.find_line.setClearButtonEnabled(True)
        self.find_line.textChanged.connect(self._model.set_filter)
        self.next_button = primary_button(
            "Next unread file",
            self.open_next,
            icon=desk.icons.icon("arrow-right", Ink.ON_ACCENT),
            shortcut="Ctrl+Return",
        )
        """Opens the first file that nobody has started."""
        self.table = Table(
            self._model,
            "Audits",
            self._open,
            widths=_WIDTHS,
            memory=desk.memory,
            memory_key="round-audits",
        )
        """The audits."""
        self.find_line.returnPressed.connect(self.table.setFocus)
        chips = MarkDelegate(desk.theme, lambda row: row.overall, self.table)
        self.table.setItemDelegateForColumn(GRADE_COLUMN, chips)
        self.empty = EmptyState(
            desk.icons.icon("file-document-multiple-outline", Ink.MUTED),
            "No file to read yet",
            "Draw the sample first; each drawn file then becomes an audit here.",
            "Go to Sample",
            on_sample,
        )
        """What to do first."""
        self._full = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        chars = self.fontMetrics().averageCharWidth()
        self._bar.setFixedWidth(chars * _BAR_CHARS)
        self.find_line.setFixedWidth(chars * _FIND_CHARS)
        box = QVBoxLayout(self._full)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.setSpacing(GRID + 4)
        progress = column(self._words, self._bar, spacing=6)
        box.addLayout(row(progress, None, self.find_line, self.next_button, spacing=2 * GRID))
        box.addWidget(self.table, 1)
        lead_focus(self._full, self.table)
        self.add_pages(self._full, self.empty)
        bind(self._full, FIND, self.find_line.setFocus)

    def set_rows(self, rows: Sequence[AuditRow]) -> None:
        """Show these audits; the current one stays current."""
        current = self.table.currentIndex()
        kept = self._model.row_at(current).audit.id if current.isValid() else ""
        self.rows = rows
        self._model.set_rows(rows)
        found = self._model.index_of(lambda row: row.audit.id == kept)
        self.table.setCurrentIndex(found if found.isValid() else self._model.index(0, 0))
        self._words.setText(progress_words(rows))
        self._bar.setMaximum(max(1, len(rows)))
        self._bar.setValue(sum(row.is_submitted for row in rows))
        self.next_button.setEnabled(next_unread(rows) is not None)
        self.show_page(self._full if rows else self.empty)

    def open_next(self) -> None:
        """Open the first file that nobody has started, else the first not yet submitted."""
        found = next_unread(self.rows)
        if found is not None:
            self._desk.open_audit(found.audit.id)

    def _open(self, index: QModelIndex) -> None:
        self._desk.open_audit(self._model.row_at(index).audit.id)
