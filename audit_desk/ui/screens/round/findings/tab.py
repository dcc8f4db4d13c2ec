"""How the Findings tab behaves: it counts when it is looked at, and shows page by page."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.round.findings.look import FindingsLook
from audit_desk.ui.screens.round.findings.sections import Section, sections
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.beside import Beside
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus

_LIST_CHARS = 26


class FindingsTab(TabPages):
    """What one round found.

    Args:
        jobs: Counts in the background.
        desk: What surrounds the page.
        on_sample: Shows the Sample tab.
        on_audits: Shows the Audits tab.
    """

    def __init__(
        self,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_sample: Callable[[], object],
        on_audits: Callable[[], object],
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._desk = desk
        self._look = FindingsLook(desk.theme, desk.icons, self.go, on_audits)
        self._counting: Round | None = None
        self._sections: list[Section] = []
        self._made: set[int] = set()
        self.contents = QListWidget()
        """The pages by their titles."""
        self.contents.setAccessibleName("Findings")
        self.contents.currentRowChanged.connect(self._turn)
        self.pages = QStackedWidget()
        """The page that is looked at."""
        self.waiting = QWidget()
        """Shown until the first count is done."""
        self.empty = EmptyState(
            desk.icons.icon("chart-bar", Ink.MUTED),
            "Nothing to find yet",
            "Draw the sample first, then read the files. Findings are counted from submitted"
            " audits.",
            "Go to Sample",
            on_sample,
        )
        """What to do first."""
        self.stopped = EmptyState(
            desk.icons.icon("chart-bar", Ink.MUTED),
            "The findings are not counted",
            "Counting stopped before it was done. Nothing in the register was changed.",
            "Count again",
            self._again,
        )
        """Shown where counting was cancelled or failed."""
        self._full = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self.contents.setWordWrap(True)
        box = QHBoxLayout(self._full)
        box.setContentsMargins(0, 2 * GRID, 0, 0)
        box.addWidget(Beside(self.contents, self.pages, _LIST_CHARS))
        lead_focus(self._full, self.contents)
        self.add_pages(self.waiting, self._full, self.empty, self.stopped)

    def show_nothing(self) -> None:
        """Say that nothing is drawn yet."""
        self._counting = None
        self.show_page(self.empty)

    def show_round(self, round_: Round) -> None:
        """Count a round's findings and show them."""
        self._counting = round_
        if self.currentWidget() is not self._full:
            self.show_page(self.waiting)
        job = self._jobs.findings

        def done(findings: Findings) -> None:
            if self._counting is round_:
                self._show(findings)

        self._desk.tasks.run(
            lambda _progress: job(round_),
            title="Counting the findings",
            on_done=done,
            on_failed=self._failed,
            on_cancelled=lambda: self.show_page(self.stopped),
        )

    def go(self, title: str) -> None:
        """Show the page of that title."""
        titles = [section.title for section in self._sections]
        if title in titles:
            self.contents.setCurrentRow(titles.index(title))
            self.contents.setFocus()

    def _again(self) -> None:
        if self._counting is not None:
            self.show_round(self._counting)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._desk.errors.show(error)
        self.show_page(self.stopped)

    def _show(self, findings: Findings) -> None:
        kept = self.contents.currentItem()
        title = kept.text() if kept is not None else ""
        self._sections = sections(findings, self._look)
        self._forget_pages()
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.addItems([section.title for section in self._sections])
        self.contents.blockSignals(False)
        for _section in self._sections:
            self.pages.addWidget(QWidget())
        titles = [section.title for section in self._sections]
        self.contents.setCurrentRow(titles.index(title) if title in titles else 0)
        self.contents.setVisible(len(titles) > 1)
        self.show_page(self._full)

    def _forget_pages(self) -> None:
        while (page := self.pages.widget(0)) is not None:
            self.pages.removeWidget(page)
            page.deleteLater()
        self._made = set()

    def _turn(self, place: int) -> None:
        if place < 0:
            return
        if place not in self._made:
            self._made.add(place)
            bare = self.pages.widget(place)
            self.pages.insertWidget(place, self._sections[place].make())
            if bare is not None:
                self.pages.removeWidget(bare)
                bare.deleteLater()
        self.pages.setCurrentIndex(place)
