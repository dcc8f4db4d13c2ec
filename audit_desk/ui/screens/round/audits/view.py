"""How the Audits tab is laid out: progress, what can be done, and the table of files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from audit_desk.ui.icons import Ink
from audit_desk.ui.models.audit_model import (
    DUE_COLUMN,
    GRADE_COLUMN,
    STANDING_COLUMN,
    STATE_COLUMN,
    AuditRow,
)
from audit_desk.ui.screens.round.audits.choice import ShownBox, Wanted
from audit_desk.ui.screens.round.audits.tone_delegate import (
    ToneDelegate,
    due_ink,
    standing_ink,
    state_ink,
)
from audit_desk.ui.screens.round.mark_delegate import MarkDelegate
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.shortcuts import FIND, bind
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, column, holder
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.row_model import RowModel
from audit_desk.ui.widgets.table import Table
from audit_desk.ui.widgets.text import label

_WIDTHS = (9, 14, 24, 10, 8, 16, 11)
_FIND_CHARS, _BAR_CHARS, _LEAST_ROWS = 26, 30, 5


@dataclass(frozen=True)
class Acts:
    """What the parts of the tab do.

    Attributes:
        open_next: Opens the next file to read.
        open_row: Opens the file of a row.
        sample: Shows the Sample tab.
        show: Narrows the table to some files.
        assign: Gives the chosen files to an auditor.
        share: Shares out the files without an auditor.
        set_due: Sets the chosen files' day.
        take_back: Takes the chosen files back.
        take_in: Takes in a pack that came back.
        choose: Chooses between two versions of audits.
        papers: Shows what the chosen audit can be saved as.
        hand_out: Hands out somebody's files in a pack.
    """

    open_next: Callable[[], object]
    open_row: Callable[[QModelIndex], object]
    sample: Callable[[], object]
    show: Callable[[Wanted | None], object]
    assign: Callable[[], object]
    share: Callable[[], object]
    set_due: Callable[[], object]
    take_back: Callable[[], object]
    take_in: Callable[[], object]
    choose: Callable[[], object]
    papers: Callable[[], object]
    hand_out: Callable[[], object]


class AuditsView(QWidget):
    """The parts of the tab.

    Args:
        model: The rows of the table.
        desk: What surrounds the page.
        acts: What the parts do.
    """

    def __init__(self, model: RowModel[AuditRow], desk: RoundDesk, acts: Acts) -> None:
        super().__init__()
        self._words = label("", "strong", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Submitted audits")
        self.find_line = QLineEdit()
        """Narrows the table to what is typed."""
        self.find_line.setPlaceholderText("Find (Ctrl+F)")
        self.find_line.setAccessibleName("Find an audit")
        self.find_line.setClearButtonEnabled(True)
        self.shown = ShownBox(acts.show)
        """Which files are shown."""
        self.next_button = primary_button(
            "Next unread file",
            acts.open_next,
            icon=desk.icons.icon("arrow-right", Ink.ON_ACCENT),
            shortcut="Ctrl+Return",
        )
        """Opens the next file that the person at this desk may read."""
        self.assign_button = button("Assi&gn…", acts.assign, tip="Give the chosen files to someone")
        """Gives the chosen files to an auditor."""
        self.due_button = button("Set &due date…", acts.set_due)
        """Sets the chosen files' day."""
        self.back_button = button("Ta&ke back…", acts.take_back)
        """Takes the chosen files back."""
        self.papers_button = button(
            "Report…", acts.papers, tip="The chosen submitted audit, for the worker and manager"
        )
        """Shows what a submitted audit can be saved as."""
        self.take_in_button = button(
            "Take in a &pack…", acts.take_in, tip="A file that somebody handed back"
        )
        """Takes in a pack that came back."""
        self.share_button = button(
            "S&hare out evenly…", acts.share, tip="All files without an auditor"
        )
        """Shares out the files without an auditor."""
        self.hand_out_button = button(
            "Hand o&ut…", acts.hand_out, tip="Somebody's files, in an encrypted file of their own"
        )
        """Hands out somebody's files in a pack."""
        self.table = Table(
            model,
            "Audits",
            acts.open_row,
            widths=_WIDTHS,
            memory=desk.memory,
            memory_key="round-assignments",
        )
        """The audits."""
        self.empty = EmptyState(
            desk.icons.icon("file-document-multiple-outline", Ink.MUTED),
            "No file to read yet",
            "Draw the sample first; each drawn file then becomes an audit here.",
            "Go to Sample",
            acts.sample,
        )
        """What to do first."""
        self.given_back = Banner(desk.icons, "", heading="Files given back", tone="warning")
        """Which files need another auditor, and why."""
        self.given_back.hide()
        self.out = label("", "muted")
        """How many files are out, and with whom."""
        self.out.hide()
        self.versions = Banner(
            desk.icons, "", tone="warning", action="Choose…", on_action=acts.choose
        )
        """How many audits have two versions."""
        self.versions.hide()
        self._set_up_table(desk)
        self._lay_out()

    def _set_up_table(self, desk: RoundDesk) -> None:
        table = self.table
        table.setMinimumHeight(table.verticalHeader().defaultSectionSize() * _LEAST_ROWS)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for place, made in (
            (GRADE_COLUMN, MarkDelegate(desk.theme, lambda row: row.overall, table)),
            (DUE_COLUMN, ToneDelegate(desk.theme, due_ink, table)),
            (STATE_COLUMN, ToneDelegate(desk.theme, state_ink, table)),
            (STANDING_COLUMN, ToneDelegate(desk.theme, standing_ink, table)),
        ):
            table.setItemDelegateForColumn(place, made)
        self.find_line.returnPressed.connect(table.setFocus)

    def _lay_out(self) -> None:
        chars = self.fontMetrics().averageCharWidth()
        self._bar.setFixedWidth(chars * _BAR_CHARS)
        self.find_line.setFixedWidth(chars * _FIND_CHARS)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.setSpacing(GRID + 4)
        progress = column(self._words, self._bar, spacing=6)
        box.addWidget(flow_row(holder(progress), None, self.find_line, self.next_button))
        acts = (
            self.assign_button,
            self.due_button,
            self.back_button,
            self.share_button,
            self.hand_out_button,
            self.take_in_button,
            self.papers_button,
        )
        box.addWidget(flow_row(self.shown, None, *acts))
        for part in (self.given_back, self.versions, self.out):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        lead_focus(self, self.table)
        bind(self, FIND, self.find_line.setFocus)

    def show_progress(self, words: str, done: int, rows: Sequence[AuditRow]) -> None:
        """Show how many audits are submitted."""
        self._words.setText(words)
        self._bar.setMaximum(max(1, len(rows)))
        self._bar.setValue(done)

    def show_given_back(self, words: str) -> None:
        """Show which files need another auditor because the first had a part in the case."""
        self.given_back.set_message(words, heading="Files given back")
        self.given_back.setVisible(bool(words))

    def show_out(self, words: str, versions: int) -> None:
        """Show what is out in packs, and how many audits came back in two versions."""
        self.out.setText(words)
        self.out.setVisible(bool(words))
        audits = "1 audit was" if versions == 1 else f"{versions} audits were"
        self.versions.set_message(
            f"{audits} changed here and in a pack. Both versions are kept until you choose."
        )
        self.versions.setVisible(versions > 0)
