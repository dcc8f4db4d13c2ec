"""How the Moderation tab behaves: read when it is looked at, three pages of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.round import Round
from audit_desk.services.findings_moderation import moderation_findings
from audit_desk.ui.icons import Ink
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.screens.round.moderation.agreement_page import AgreementPage
from audit_desk.ui.screens.round.moderation.pairs_page import PairsPage
from audit_desk.ui.screens.round.moderation.second_page import SecondPage
from audit_desk.ui.screens.round.ports import RoundDesk, RoundJobs
from audit_desk.ui.screens.round.tab_pages import TabPages
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.empty_state import EmptyState
from audit_desk.ui.widgets.focus import lead_focus


class ModerationTab(TabPages):
    """Second readings of one round: pairs, who is read twice, agreement.

    Args:
        jobs: Reads the pairs in the background.
        desk: What surrounds the page.
        on_sample: Shows the Sample tab.
        on_report: Shows where the moderation report is saved.
    """

    def __init__(
        self,
        jobs: RoundJobs,
        desk: RoundDesk,
        on_sample: Callable[[], object],
        on_report: Callable[[], object],
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._desk = desk
        self._round: Round | None = None
        self._tool: AuditTool | None = None
        self._rows: Sequence[AuditRow] = ()
        self._found = RoundModeration()
        self.pairs = PairsPage(desk, self._changed)
        """The two readings of each file."""
        self.second = SecondPage(desk, self.again)
        """Who is read twice."""
        self.agreement = AgreementPage(desk.theme, desk.icons)
        """How far the readers agree."""
        self.pages = QTabWidget()
        """The three of them."""
        self.report_button = button("Report…", on_report)
        self.report_button.setAccessibleName("Moderation report")
        """Leads to where it is saved."""
        self.waiting = QWidget()
        """Shown until the pairs are read."""
        self.empty = EmptyState(
            desk.icons.icon("scale-balance", Ink.MUTED),
            "Nothing to moderate yet",
            "Draw the sample and read the files first; then some of them are read again by"
            " somebody else.",
            "Go to Sample",
            on_sample,
        )
        """What to do first."""
        self.none_twice = EmptyState(
            desk.icons.icon("scale-balance", Ink.MUTED),
            "No file is read twice yet",
            "A second reader comes to a file apart from the first. Say by a rule who is read"
            " twice; where the two differ, a moderator settles it here.",
            "Choose who is read twice",
            lambda: self.pages.setCurrentWidget(self.second),
        )
        """What to do before there are pairs."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._pairs = TabPages()
        self._pairs.add_pages(self.pairs, self.none_twice)
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        for name in (self.pages, self.pages.tabBar()):
            name.setAccessibleName("Parts of moderation")
        self.pages.addTab(self._pairs, "&Two readings")
        self.pages.addTab(self.second, "&Who is read twice")
        self.pages.addTab(self.agreement, "Agr&eement")
        self.pages.setCornerWidget(self.report_button)
        self.pages.currentChanged.connect(lambda _place: self._turn())
        self._full = QWidget()
        box = QVBoxLayout(self._full)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pages)
        lead_focus(self._full, self.pairs)
        self.add_pages(self.waiting, self._full, self.empty)

    def show_nothing(self) -> None:
        """Say that nothing is drawn yet."""
        self._round = None
        self.show_page(self.empty)

    def show_round(self, round_: Round, tool: AuditTool, rows: Sequence[AuditRow]) -> None:
        """Read a round's pairs and show them."""
        self._round, self._tool, self._rows = round_, tool, rows
        if self.currentWidget() is not self._full:
            self.show_page(self.waiting)
        job = self._jobs.moderation

        def done(found: RoundModeration) -> None:
            if self._round is round_:
                self._show(round_, found)

        self._desk.tasks.run(
            lambda _progress: job(round_), title="Comparing the readings", on_done=done
        )

    def begin_with_pairs(self) -> None:
        """Turn to the readings, wherever somebody was in another round."""
        self.pages.setCurrentWidget(self._pairs)

    def again(self) -> None:
        """Read the pairs again."""
        if self._round is not None and self._tool is not None:
            self.show_round(self._round, self._tool, self._rows)

    def _show(self, round_: Round, found: RoundModeration) -> None:
        self._found = found
        self.pairs.show_found(round_, found)
        self.second.show_round(round_, self._rows)
        self.report_button.setVisible(bool(found.pairs) and bool(self._desk.report.documents))
        self._pairs.show_page(self.pairs if found.pairs else self.none_twice)
        self.show_page(self._full)
        self._turn()

    def _changed(self, found: RoundModeration) -> None:
        shared = len({pair.first.id for pair in found.pairs}) < len(found.pairs)
        self._found = found
        if shared:  # what is settled of a file that everyone reads stands in all of its pairs
            self.again()

    def _turn(self) -> None:
        if self.pages.currentWidget() is self.agreement and self._tool is not None:
            self.agreement.show_found(moderation_findings(self._tool, self._found))
