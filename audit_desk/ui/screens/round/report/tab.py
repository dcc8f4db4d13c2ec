"""How the Report tab behaves: the lead's words, the preview, and what was saved."""

from collections.abc import Callable, Sequence
from typing import Literal

from audit_desk.domain.audience import Audience
from audit_desk.domain.round import Round
from audit_desk.services.releases import Quotable
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.report.audience_bar import AudienceBar
from audit_desk.ui.screens.round.report.audience_quotes import QuotesDialog
from audit_desk.ui.screens.round.report.documents import DocumentsPage
from audit_desk.ui.screens.round.report.forms import PDF, Form, OtherForms
from audit_desk.ui.screens.round.report.ports import OtherDocument
from audit_desk.ui.screens.round.report.preview import PreviewPage
from audit_desk.ui.screens.round.report.saving import Saving
from audit_desk.ui.screens.round.report.shelf import ShelfPage
from audit_desk.ui.screens.round.report.view import ReportView
from audit_desk.ui.screens.round.report.words.page import WordsPage
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus

PageName = Literal["words", "preview", "documents", "shelf"]
_Page = WordsPage | PreviewPage | DocumentsPage | ShelfPage


class ReportTab(TabPages):
    """The report of one round.

    Args:
        jobs: Make the preview and the file in the background.
        desk: Asks where to save.
        on_sample: Shows the Sample tab.
    """

    def __init__(self, jobs: RoundJobs, desk: RoundDesk, on_sample: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._round: Round | None = None
        self._read: set[_Page] = set()
        self.audience = Audience.FULL
        """For whom the report is."""
        self.save_button = primary_button(
            "Save as PDF…",
            lambda: self.save(PDF),
            icon=desk.icons.icon("content-save", Ink.ON_ACCENT),
            shortcut="Ctrl+S",
        )
        """Writes the report into a file."""
        self.others = OtherForms(desk.icons, self.save)
        """Writes it, or its data, for other programs."""
        self.saving = Saving(jobs, desk, lambda: self.audience)
        """What is said while it is saved."""
        self.words = WordsPage(desk.report, desk)
        """What the lead writes."""
        self.preview = PreviewPage(jobs, desk, lambda: self.audience)
        """The report page by page."""
        self.documents = DocumentsPage(desk.report.documents, desk.icons, self._save_document)
        """What else a round can be saved as."""
        self.shelf = ShelfPage(desk.report, desk)
        """What was saved."""
        self.audiences = AudienceBar(desk.icons)
        """Chooses for whom the report is, and what may be quoted in it."""
        saves = (self.audiences.head, self.others.button, self.save_button)
        self.view = ReportView(self.audiences, self.saving, saves)
        """The four pages by their names."""
        self._pages: dict[PageName, _Page] = {"words": self.words, "preview": self.preview}
        if desk.report.documents:
            self._pages["documents"] = self.documents
        self._pages["shelf"] = self.shelf
        self.empty = EmptyState(
            desk.icons.icon("file-chart-outline", Ink.MUTED),
            "Nothing to report yet",
            "Draw the sample first. The report prints how it was drawn, so that anybody can"
            " check it.",
            "Go to Sample",
            on_sample,
        )
        """What to do first."""
        self._lay_out()

    def _lay_out(self) -> None:
        titles: dict[PageName, str] = {
            "words": "Words",
            "preview": "Preview",
            "documents": "Other documents",
            "shelf": "Reports made",
        }
        for name, page in self._pages.items():
            self.view.add_page(titles[name], page)
        self.view.names.setCurrentIndex([*self._pages].index("preview"))
        self.view.names.currentChanged.connect(lambda _place: self._turn())
        self.audiences.chosen.connect(self.choose)
        self.audiences.quotes_wanted.connect(self._choose_quotes)
        self.words.saved.connect(self._reworded)
        self.saving.saved.connect(self._saved)
        self.saving.declined.connect(self.save_button.setFocus)
        lead_focus(self.view, self.preview)
        self.add_pages(self.view, self.empty)

    def show_nothing(self) -> None:
        """Say that nothing is drawn yet."""
        self._round = None
        self.saving.show_round(None)
        self.show_page(self.empty)

    def show_round(self, round_: Round) -> None:
        """Show the page of a round's report that was looked at."""
        self._round = round_
        self._read.clear()
        self.saving.show_round(round_)
        self.show_page(self.view)
        self._turn()

    def go(self, name: PageName) -> None:
        """Show one of the pages."""
        self.view.names.setCurrentIndex([*self._pages].index(name))

    def leave(self) -> bool:
        """Save what is typed, and say whether all of it is saved; what is not is shown."""
        if self.words.save_now():
            return True
        self.go("words")
        return False

    def choose(self, audience: Audience) -> None:
        """Make the report for others."""
        if audience is not self.audience:
            self.audience = audience
            self._read.discard(self.preview)
            self._turn()

    def _choose_quotes(self) -> None:
        """Show the texts that could be quoted, to be released one by one."""
        round_ = self._round
        if round_ is None:
            return
        self.words.save_now()
        look = self._desk.report.quotable
        self._desk.tasks.run(
            lambda _progress: look(round_),
            title="Looking through the round's texts",
            on_done=lambda found: self._show_quotes(round_, found),
        )

    def _show_quotes(self, round_: Round, found: Sequence[Quotable]) -> None:
        desk = self._desk
        dialog = QuotesDialog(
            found,
            desk.prompts,
            lambda add, gone: desk.report.release(round_, add, gone, desk.person()),
            self.window(),
        )
        dialog.accepted.connect(self._released)
        dialog.open()

    def _released(self) -> None:
        """Make the preview again with what may be quoted now."""
        self._read.discard(self.preview)
        self._turn()

    def save(self, form: Form) -> None:
        """Write the report into a file."""
        self.words.save_now()
        self.saving.save(form)

    def _save_document(self, document: OtherDocument) -> None:
        self.words.save_now()
        self.saving.save_document(document)

    def _saved(self) -> None:
        self._read.discard(self.shelf)
        if self.view.pages.currentWidget() is self.shelf:
            self._turn()

    def _turn(self) -> None:
        """Read what a page shows when it is looked at."""
        page, round_ = [*self._pages.values()][self.view.names.currentIndex()], self._round
        lead_focus(self.view, page)
        if round_ is None or page in self._read:
            return
        self._read.add(page)
        if not isinstance(page, DocumentsPage):
            page.show_round(round_)

    def _reworded(self) -> None:
        """Let the preview be made anew when it is looked at, and saved reports be old."""
        self._read -= {self.preview, self.shelf}
