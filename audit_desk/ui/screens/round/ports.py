"""What the page of a round asks of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.case import Case
from audit_desk.domain.findings import Findings
from audit_desk.domain.moderation import RoundModeration
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.sample_profile import Profile
from audit_desk.domain.verify_draw import Verification
from audit_desk.services.reporting import Progress
from audit_desk.services.sampling import DrawPreview, DrawRequest
from audit_desk.ui.dialogs.take_in.custody_ports import Returns
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.screens.round.audits.ports import AssigningPort
from audit_desk.ui.screens.round.moderation.ports import ModerationPorts
from audit_desk.ui.screens.round.report.ports import FoundInReport, ReportPorts
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.table import RemembersColumns


class RoundPort(Protocol):
    """Rounds by their id, read on the main thread."""

    def by_id(self, round_id: str) -> Round:
        """Return a round.

        Raises:
            UserError: It is not there.
        """

    def tool_of(self, round_: Round) -> AuditTool:
        """Return the tool that a round is pinned to."""


class SamplingPort(Protocol):
    """The draws of a round, read and written on the main thread."""

    def receipts(self, round_id: str) -> tuple[Receipt, ...]:
        """Return the receipts of all draws, oldest first."""

    def swap(self, round_: Round, removed: str, reason: str, person: str) -> Receipt:
        """Put the next spare in a drawn case's place.

        Raises:
            UserError: Reading has started, there is no reason or no spare, or it was not drawn.
        """

    def add_on_purpose(self, round_: Round, reference: str, reason: str, person: str) -> None:
        """Add a case chosen on purpose.

        Raises:
            UserError: There is no such case, it is in the round already, or no reason is given.
        """


@dataclass(frozen=True)
class RoundJobs:
    """What takes longer than a moment; each runs in a worker's thread on its own connection.

    Attributes:
        cases: All cases of the register.
        preview_draw: What a draw would give, saving nothing.
        draw: Draws, keeps the receipt and makes an audit of each drawn case; cancelled before
            its end, it leaves everything as it was.
        profile: How a round's sample looked beside its frame on the day of its last draw.
        verify: Runs a round's last draw again.
        write_list: Writes reference and facts of every case as CSV, and says how many.
        audits: A round's audits in drawing order, with their answers and judgements.
        moderation: The pairs of readings of a round.
        findings: What a round found.
        preview_report: The report as PDF, in memory: no plain text touches the disk.
        write_report: Writes the report into a file, whose ending says in which form, and notes
            it on the round's list.
        report_identifiers: What looks like an identifier in the texts that the report carries;
            where the second is true, in all that was written in the round.
    """

    cases: Callable[[], Sequence[Case]]
    preview_draw: Callable[[Round, DrawRequest, str], DrawPreview]
    draw: Callable[[Round, DrawRequest, str, Progress], Receipt]
    profile: Callable[[Round], tuple[Profile, ...]]
    verify: Callable[[Round], Verification]
    write_list: Callable[[Path], int]
    audits: Callable[[Round], Sequence[FullAudit]]
    moderation: Callable[[Round], RoundModeration]
    findings: Callable[[Round], Findings]
    preview_report: Callable[[Round, Audience, Progress], bytes]
    write_report: Callable[[Round, Path, Audience, Progress], None]
    report_identifiers: Callable[[Round, Audience, bool], Sequence[FoundInReport]]


@dataclass(frozen=True)
class RoundDesk:
    """What surrounds the page of a round.

    Attributes:
        theme: The colours in use.
        icons: Where icons come from.
        errors: Where failures are shown.
        tasks: Runs the jobs.
        prompts: Asks where to save, and whether something is meant.
        person: Who sits here.
        open_audit: Shows an audit, by its id.
        open_papers: Opens what a submitted audit can be saved as, by its id.
        open_cases: Shows the page on which cases are imported.
        open_rounds: Goes back to the list of rounds.
        save_receipt: Writes a receipt into a file; raises ``UserError`` where it cannot.
        documents: Where files are saved unless the person says otherwise.
        assigning: Who reads which file, and by when.
        moderation: Who is read twice, and what is settled.
        report: What the Report tab needs besides.
        today: The local date, for what is due and for days typed without a year.
        hand_out: Hands out files of a round by its id; calls back when some were.
        memory: Keeps column widths; ``None`` forgets them.
        returns: What is out in packs, and taking packs in.
    """

    theme: Theme
    icons: Icons
    errors: ShowsErrors
    tasks: TaskRunner
    prompts: Prompts
    person: Callable[[], str]
    open_audit: Callable[[str], object]
    open_papers: Callable[[str], object]
    open_cases: Callable[[], object]
    open_rounds: Callable[[], object]
    save_receipt: Callable[[Receipt, Path], None]
    documents: Callable[[], Path]
    assigning: AssigningPort
    moderation: ModerationPorts
    report: ReportPorts
    today: Callable[[], date]
    hand_out: Callable[[str, Callable[[], object]], object] = lambda _round, _changed: None
    memory: RemembersColumns | None = None
    returns: Returns = field(default_factory=Returns)
