"""The reports that were saved of a round: which file came from which findings."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from audit_desk.domain.round import Round
from audit_desk.services.report_shelf import ShelfLine
from audit_desk.ui.icons import Ink
from audit_desk.ui.models.when import day_and_time
from audit_desk.ui.screens.round.findings.flat_table import FIT, REST, FlatTable
from audit_desk.ui.screens.round.findings.look import sheet
from audit_desk.ui.screens.round.ports import RoundDesk
from audit_desk.ui.screens.round.report.ports import ReportPorts
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.row_model import Column, RowModel
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "Each file that was saved here, newest first. The register keeps a file's name and its SHA-256,"
    " not the file: whoever has a copy can compare the two. A copy that was edited has another."
)
_WIDTHS = (FIT, REST, FIT, FIT)
_SHOWN = 12
BEHIND, CURRENT = "The findings have changed since", "As the findings are now"


def shelf_model() -> RowModel[ShelfLine]:
    """Return a model of saved reports."""
    return RowModel(
        (
            Column(
                "Saved",
                lambda each: f"{day_and_time(each.report.made_at)}\n{each.report.made_by}",
                sort_key=lambda each: each.report.made_at,
            ),
            Column(
                "File",
                lambda each: f"{each.report.file_name}\n{_what(each)}",
                tip=lambda each: f"SHA-256 {each.report.file_hash}",
            ),
            Column(
                "SHA-256",
                lambda each: f"{each.report.file_hash[:_SHOWN]}…",
                tip=lambda each: each.report.file_hash,
            ),
            Column("Findings", lambda each: BEHIND if each.is_behind else CURRENT),
        )
    )


def _what(line: ShelfLine) -> str:
    report = line.report
    return f"{report.what} · {report.audience.lower()} report" if report.audience else report.what


class ShelfPage(TabPages):
    """A list of saved reports.

    Args:
        ports: Reads the list in the background.
        desk: What surrounds the page.
    """

    def __init__(self, ports: ReportPorts, desk: RoundDesk) -> None:
        super().__init__()
        self._ports = ports
        self._desk = desk
        self._round: Round | None = None
        self.model = shelf_model()
        self.table = FlatTable(self.model, "Saved reports", _WIDTHS)
        self.copy_button = button("Copy the SHA-256", self._copy)
        """Puts the hash of the chosen file into the clipboard."""
        self.empty = EmptyState(
            desk.icons.icon("file-chart-outline", Ink.MUTED),
            "No report was saved yet",
            "Each report that is saved is noted here: when, by whom, for whom, and whether the"
            " findings have changed since.",
        )
        """Shown where there is none."""
        self._full = sheet(label(_ABOUT, "muted"), self.table, row(self.copy_button, None))
        self.add_pages(self.empty, self._full)

    def show_round(self, round_: Round) -> None:
        """Read the list of a round."""
        self._round = round_
        job = self._ports.shelf
        self._desk.tasks.run(
            lambda _progress: job(round_),
            title="Reading the list of reports",
            on_done=lambda lines: self._show(lines) if self._round is round_ else None,
        )

    def _show(self, lines: Sequence[ShelfLine]) -> None:
        self.model.set_rows(lines)
        self.table.fit()
        if lines:
            self.table.selectRow(0)
        self.show_page(self._full if lines else self.empty)

    def _copy(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.model.row_at(index).report.file_hash)
