"""How the page of a round behaves: five tabs, each read when it is looked at."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget

from audit_desk.domain.round import Round
from audit_desk.errors import AuditDeskError, UserError
from audit_desk.ui.icons import Ink
from audit_desk.ui.models.audit_model import AuditRow, audit_rows
from audit_desk.ui.models.when import day
from audit_desk.ui.screens.round.audits.tab import AuditsTab, progress_words
from audit_desk.ui.screens.round.findings.tab import FindingsTab
from audit_desk.ui.screens.round.moderation.tab import ModerationTab
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs, RoundPort, SamplingPort
from audit_desk.ui.screens.round.report.tab import ReportTab
from audit_desk.ui.screens.round.sample.tab import SampleTab
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.roomy import roomy

TabName = Literal["sample", "audits", "moderation", "findings", "report"]
_ORDER: tuple[TabName, ...] = ("sample", "audits", "moderation", "findings", "report")


class RoundScreen(QWidget):
    """One round: Sample, Audits, Moderation, Findings, Report.

    Args:
        rounds: Rounds by their id.
        sampling: Draws and receipts.
        jobs: What takes longer than a moment.
        desk: What surrounds the page.
    """

    def __init__(
        self, rounds: RoundPort, sampling: SamplingPort, jobs: RoundJobs, desk: RoundDesk
    ) -> None:
        super().__init__()
        self._rounds = rounds
        self._jobs = jobs
        self._desk = desk
        self._round: Round | None = None
        self._rows: Sequence[AuditRow] = ()
        self._read: set[TabName] = set()
        self.sample = SampleTab(sampling, jobs, desk, self.refresh)
        """The sample."""
        self.audits = AuditsTab(desk.assigning, desk, lambda: self.show_tab("sample"), self.refresh)
        """The audits."""
        self.moderation = ModerationTab(
            jobs, desk, lambda: self.show_tab("sample"), self._show_documents
        )
        """Second readings, and what is settled between two of them."""
        self.findings = FindingsTab(
            jobs, desk, lambda: self.show_tab("sample"), lambda: self.show_tab("audits")
        )
        """What they found."""
        self.report = ReportTab(jobs, desk, lambda: self.show_tab("sample"))
        """The report."""
        self._shown_id = ""
        self.subtitle = ""
        """The tool, when the round was created, and how far it is."""
        self.tabs = QTabWidget()
        """The five tabs."""
        self.page = Page("Round")
        """The frame around them."""
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _place: self._turn())
        lead_focus(self, self.sample)

    def _lay_out(self) -> None:
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName("Parts of the round")
        self.tabs.tabBar().setAccessibleName("Parts of the round")
        for title, tab in (
            ("&Sample", self.sample),
            ("&Audits", self.audits),
            ("&Moderation", self.moderation),
            ("&Findings", self.findings),
            ("&Report", self.report),
        ):
            self.tabs.addTab(roomy(tab), title)
        self.page.title.setWordWrap(True)  # a round's name may be long
        back = quiet_button(
            "All r&ounds",
            self._desk.open_rounds,
            icon=self._desk.icons.icon("arrow-left", Ink.ACCENT),
        )
        self.page.add_action(back)
        self.page.body.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.page)

    @property
    def round_id(self) -> str:
        """The round that is shown; empty before the first."""
        return self._round.id if self._round else ""

    def open(self, round_id: str, tab: TabName | None = None) -> None:
        """Show a round.

        Args:
            round_id: The round.
            tab: Where to begin; without one, at the audits of a drawn round and at the
                sample of any other.
        """
        try:
            round_ = self._rounds.by_id(round_id)
        except AuditDeskError as error:
            self._desk.errors.show(error)
            return
        self._round, self._rows = round_, ()
        self.tabs.setVisible(self._shown_id == round_id)  # else they tell of another round
        self.moderation.begin_with_pairs()
        self._name_page(round_)
        self._load_rows(
            lambda: self.show_tab(tab or ("audits" if self._rows else "sample")),
            self._desk.open_rounds,
        )

    def refresh(self) -> None:
        """Read the round again: an audit was written, or a sample drawn."""
        if self._round is not None:
            self._load_rows(self._read_current)

    def leave(self) -> bool:
        """Save what is typed, and say whether all of it is saved."""
        if self.report.leave():
            return True
        self.show_tab("report")
        return False

    def _show_documents(self) -> None:
        """Show what a round can be saved as beside its report."""
        self.report.go("documents")
        self.show_tab("report")

    def show_tab(self, name: TabName) -> None:
        """Show one of the tabs."""
        place, tab = _ORDER.index(name), self._tab(name)
        if self.tabs.currentIndex() == place:
            self._read_current()
        self.tabs.setCurrentIndex(place)
        tab.setFocus()

    def _tab(self, name: TabName) -> QWidget:
        tabs: dict[TabName, QWidget] = {
            "sample": self.sample,
            "audits": self.audits,
            "moderation": self.moderation,
            "findings": self.findings,
            "report": self.report,
        }
        return tabs[name]

    def _load_rows(
        self, then: Callable[[], object], given_up: Callable[[], object] = lambda: None
    ) -> None:
        round_ = self._round
        if round_ is None:
            return
        tool, job = self._rounds.tool_of(round_), self._jobs.audits

        def done(rows: list[AuditRow]) -> None:
            if round_ is self._round:
                self._take(round_, rows)
                then()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._desk.errors.show(error)
            given_up()

        self._desk.tasks.run(
            lambda _progress: audit_rows(tool, job(round_)),
            title="Reading the audits",
            on_done=done,
            on_failed=failed,
            on_cancelled=given_up,
        )

    def _take(self, round_: Round, rows: list[AuditRow]) -> None:
        self._rows = rows
        self._read.clear()  # every tab rests on the audits
        self._name_page(round_)
        self.sample.set_rows(rows)
        self.audits.set_rows(rows)
        self._shown_id = round_.id
        self.tabs.show()

    def _turn(self) -> None:
        here, tab = QApplication.focusWidget(), self._tab(_ORDER[self.tabs.currentIndex()])
        lead_focus(self, tab)
        self._read_current()
        if here is not None and here is not self.tabs.tabBar() and self.tabs.isAncestorOf(here):
            # Qt takes the first field of the page: whoever turns to it wants what it is about.
            tab.setFocus()

    def _read_current(self) -> None:
        name, round_ = _ORDER[self.tabs.currentIndex()], self._round
        if round_ is None or name in self._read:
            return
        self._read.add(name)
        if name == "sample":
            self.sample.show_round(round_)
        elif name == "moderation":
            self._show_moderation(round_)
        elif name == "findings":
            self._show_or_not(self.findings, round_)
        elif name == "report":
            self._show_or_not(self.report, round_)

    def _show_moderation(self, round_: Round) -> None:
        if self._rows:
            self.moderation.show_round(round_, self._rounds.tool_of(round_), self._rows)
        else:
            self.moderation.show_nothing()

    def _show_or_not(self, tab: FindingsTab | ReportTab, round_: Round) -> None:
        if self._rows:
            tab.show_round(round_)
        else:
            tab.show_nothing()

    def _name_page(self, round_: Round) -> None:
        tool = self._rounds.tool_of(round_)
        parts = [f"{tool.title}, version {tool.version}", f"created {day(round_.created_at)}"]
        if self._rows:
            parts.append(progress_words(self._rows))
        self.subtitle = " · ".join(parts)
        self.page.set_title(round_.name, self.subtitle)
