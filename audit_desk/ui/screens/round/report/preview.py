"""The report page by page before it is saved; made when it is looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audience import Audience
from audit_desk.domain.round import Round
from audit_desk.errors import BugError, UserError
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus

if TYPE_CHECKING:
    from audit_desk.ui.screens.round.report.pane import ReportPane


class PreviewPage(TabPages):
    """A round's report as it will be saved.

    Args:
        jobs: Make the preview in the background.
        desk: What surrounds the page.
        audience: For whom the report is.
    """

    def __init__(self, jobs: RoundJobs, desk: RoundDesk, audience: Callable[[], Audience]) -> None:
        super().__init__()
        self._jobs = jobs
        self._desk = desk
        self._audience = audience
        self._round: Round | None = None
        self.content = b""
        """The PDF that is shown; empty before the first."""
        self.pane: ReportPane | None = None
        """Its pages; made when there is one to show."""
        self.stopped = EmptyState(
            desk.icons.icon("file-chart-outline", Ink.MUTED),
            "There is no preview",
            "It was not finished. Nothing was written anywhere.",
            "Make the preview",
            self._make,
        )
        """Shown where the preview was cancelled or failed."""
        self.waiting = QWidget()
        self._full = QWidget()
        self._box = QVBoxLayout(self._full)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.add_pages(self.waiting, self._full, self.stopped)

    def show_round(self, round_: Round) -> None:
        """Make a preview of a round's report and show it."""
        self._round = round_
        self._make()

    def _make(self) -> None:
        round_, audience = self._round, self._audience()
        if round_ is None:
            return
        if self.currentWidget() is not self._full:
            self.show_page(self.waiting)
        job = self._jobs.preview_report
        self._desk.tasks.run(
            lambda progress: job(round_, audience, progress.report),
            title="Making the preview",
            on_done=lambda content: self._show(content) if self._round is round_ else None,
            on_failed=self._failed,
            on_cancelled=lambda: self.show_page(self.stopped),
        )

    def _show(self, content: bytes) -> None:
        try:
            self._opened_pane().show_pdf(content)
        except BugError as error:
            self._desk.errors.show(error)
            self.show_page(self.stopped)
            return
        self.content = content
        self.show_page(self._full)

    def _opened_pane(self) -> "ReportPane":
        if self.pane is None:
            # Loads Qt's PDF library, which nobody needs who never looks at a report.
            from audit_desk.ui.screens.round.report.pane import ReportPane

            self.pane = ReportPane(self._desk.theme, self._desk.icons, self._print)
            self._box.addWidget(self.pane, 1)
            lead_focus(self._full, self.pane)
        return self.pane

    def _print(self) -> None:
        """Print what is shown, through the system's own dialog."""
        round_ = self._round
        if round_ is None:
            return
        from audit_desk.ui.dialogs.audit_forms.printing import ask_printer, print_pages

        # A printer into a file takes the name for the file's own.
        printer = ask_printer(Path(file_name(round_.name, "report", "pdf")).stem, self)
        if printer is None:
            return
        content = self.content
        self._desk.tasks.run(
            lambda progress: print_pages(content, printer, progress.report),
            title="Printing",
            on_done=lambda _nothing: None,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._desk.errors.show(error)
        self.show_page(self.stopped)
