"""How the Report tab behaves: a preview as soon as it is looked at, then a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.round import Round
from audit_desk.errors import BugError, UserError
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.round.file_names import file_name
from audit_desk.ui.screens.round.ports import FoundInReport, RoundDesk, RoundJobs
from audit_desk.ui.screens.round.report.forms import PDF, Form, OtherForms
from audit_desk.ui.screens.round.report.identifier_banner import IdentifierBanner
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.task_runner import Progress
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID, holder, row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus

if TYPE_CHECKING:
    from audit_desk.ui.screens.round.report.pane import ReportPane


class ReportTab(TabPages):
    """The report of one round.

    Args:
        jobs: Make the preview and the file in the background.
        desk: Asks where to save.
        on_sample: Shows the Sample tab.
    """

    def __init__(self, jobs: RoundJobs, desk: RoundDesk, on_sample: Callable[[], object]) -> None:
        super().__init__()
        self._jobs = jobs
        self._desk = desk
        self._round: Round | None = None
        self._asked: tuple[str, ...] = ()
        self._agreed: tuple[str, ...] = ()
        self._form = PDF
        self.pane: ReportPane | None = None
        """The preview; made when there is one to show."""
        self.save_button = primary_button(
            "Save as PDF…",
            lambda: self.save(PDF),
            icon=desk.icons.icon("content-save", Ink.ON_ACCENT),
            shortcut="Ctrl+S",
        )
        """Writes the report into a file."""
        self.others = OtherForms(desk.icons, self.save)
        """Writes it, or its data, for other programs."""
        self.note = Banner(desk.icons, "", tone="success")
        """Where the report was saved."""
        self.identifiers = IdentifierBanner(desk.icons)
        """What looks like an identifier, to be answered before the report is saved."""
        self.identifiers.agreed.connect(self._ask_where)
        self.identifiers.declined.connect(self._leave_unsaved)
        self.empty = EmptyState(
            desk.icons.icon("file-chart-outline", Ink.MUTED),
            "Nothing to report yet",
            "Draw the sample first. The report prints how it was drawn, so that anybody can"
            " check it.",
            "Go to Sample",
            on_sample,
        )
        """What to do first."""
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
        self._box.setContentsMargins(0, GRID, 0, 0)
        self._box.addWidget(self.note)
        self._box.addWidget(self.identifiers)
        self.note.hide()
        self.add_pages(self.waiting, self._full, self.empty, self.stopped)

    def show_nothing(self) -> None:
        """Say that nothing is drawn yet."""
        self._round = None
        self.show_page(self.empty)

    def show_round(self, round_: Round) -> None:
        """Make a preview of a round's report and show it."""
        self._round = round_
        self._make()

    def save(self, form: Form) -> None:
        """Look through its texts, ask where to, and write the report there."""
        round_ = self._round
        if round_ is None:
            return
        self._form = form
        self.note.hide()
        look = self._jobs.report_identifiers
        self._desk.tasks.run(
            lambda _progress: look(round_, form.holds_all),
            title="Looking through the report's texts",
            on_done=lambda found: self._weigh(found) if self._round is round_ else None,
        )

    def _weigh(self, found: Sequence[FoundInReport]) -> None:
        """Ask about what looks like an identifier, unless a person has said it is to stay."""
        said = tuple(each.sentence for each in found)
        if found and said != self._agreed:
            self._asked = said
            self.identifiers.show_found(found)
        else:
            self._ask_where()

    def _leave_unsaved(self) -> None:
        self.identifiers.hide()
        self.save_button.setFocus()

    def _ask_where(self) -> None:
        round_ = self._round
        if round_ is None:
            return
        if not self.identifiers.isHidden():
            self.identifiers.hide()
            self._agreed = self._asked
        form = self._form
        name = file_name(round_.name, form.what, form.ending).rstrip(".")
        path = self._desk.prompts.save_file(
            "Save the report", form.kind, self._desk.documents() / name
        )
        if path is None:
            return
        target = form.target(path)
        job = self._jobs.write_report
        self._desk.tasks.run(
            lambda progress: job(round_, target, _plain(progress)),
            title="Saving the report",
            on_done=lambda _nothing: self._say_saved(target),
        )

    def _make(self) -> None:
        round_ = self._round
        if round_ is None:
            return
        self.note.hide()
        self.identifiers.hide()
        if self.currentWidget() is not self._full:
            self.show_page(self.waiting)
        job = self._jobs.preview_report
        self._desk.tasks.run(
            lambda progress: job(round_, _plain(progress)),
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
        self.show_page(self._full)

    def _opened_pane(self) -> "ReportPane":
        if self.pane is None:
            # Loads Qt's PDF library, which nobody needs who never looks at a report.
            from audit_desk.ui.screens.round.report.pane import ReportPane

            saving = holder(row(self.others.button, self.save_button))
            self.pane = ReportPane(self._desk.theme, self._desk.icons, saving)
            self._box.addWidget(self.pane, 1)
            lead_focus(self._full, self.pane)
        return self.pane

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._desk.errors.show(error)
        self.show_page(self.stopped)

    def _say_saved(self, path: Path) -> None:
        self.note.set_message(f"The report is saved as {path}.")
        self.note.show()


def _plain(progress: Progress) -> Callable[[int, int], None]:
    return progress.report
