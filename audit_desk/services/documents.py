"""Documents beside the report: of one audit, for a meeting, of actions, of moderation.

The writers are handed in, so that services know no paper.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit_desk.domain.action import ActionLine
from audit_desk.domain.action_sheet import ActionSheet
from audit_desk.domain.audience import Audience
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.audit_report import AuditReport
from audit_desk.domain.clocks import BankHolidays, read_clocks
from audit_desk.domain.moderation import settled_in
from audit_desk.domain.moderation_sheet import ModerationSheet
from audit_desk.domain.round import Round
from audit_desk.domain.settlement import Settlement
from audit_desk.domain.shareable import Shareable
from audit_desk.errors import BugError, UserError
from audit_desk.services.actions import ActionService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.concerns import ConcernService
from audit_desk.services.findings_moderation import moderation_findings
from audit_desk.services.moderation import ModerationService
from audit_desk.services.pack_slip import slip_of
from audit_desk.services.releases import ReleaseService
from audit_desk.services.rounds import RoundService
from audit_desk.services.settings import SettingsService
from audit_desk.services.whole_file import refuse_impossible, write_whole
from audit_desk.storage.register import Register

PDF, WORD = ".pdf", ".docx"
ENDINGS = (PDF, WORD)
"""The kinds of file that a document can be."""


@dataclass(frozen=True, slots=True)
class DocumentWriters:
    """What writes each document, told the file's ending; the same content gives the same bytes.

    Attributes:
        audit: One audit.
        actions: A list of actions.
        loop: What a team talks about after a round.
        moderation: What second readings and moderation came to.
    """

    audit: Callable[[AuditReport, str], bytes]
    actions: Callable[[ActionSheet, str], bytes]
    loop: Callable[[Shareable, str], bytes]
    moderation: Callable[[ModerationSheet, str], bytes]


@dataclass(frozen=True, slots=True)
class DocumentSources:
    """The services that documents are made from.

    What has no place in a pack is asked for only where it is needed: one audit's report is
    written there as well.
    """

    auditing: AuditingService
    rounds: RoundService
    actions: ActionService
    concerns: ConcernService
    settings: SettingsService
    releases: Callable[[], ReleaseService]
    moderation: Callable[[], ModerationService]


class DocumentService:
    """The documents of one register.

    Args:
        register: The register.
        sources: What documents are made from.
        holidays: The bank holidays, for what the clocks say.
        writers: What writes them; ``None`` where nothing is ever written.
        today: The local date.
    """

    def __init__(
        self,
        register: Register,
        sources: DocumentSources,
        holidays: BankHolidays,
        writers: DocumentWriters | None,
        today: Callable[[], date],
    ) -> None:
        self._register = register
        self._from = sources
        self._holidays = holidays
        self._writers = writers
        self._today = today

    def of_audit(self, audit_id: str) -> AuditReport:
        """Return what one audit found, for the child's worker and manager.

        Raises:
            UserError: The audit is not in the register, or not submitted.
        """
        full = self._from.auditing.open(audit_id)
        audit = full.audit
        if audit.state is not AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {audit.reference} is not submitted yet, so there is no report of"
                " it.",
                "Submit it first: until then its judgements may still change.",
            )
        tool = self._from.auditing.tool_for(audit_id)
        actions = tuple(
            line
            for line in self._from.actions.lines(audit.round_id)
            if audit_id in {line.action.audit_id, *(each.audit_id for each in line.findings)}
        )
        round_ = self._from.rounds.by_id(audit.round_id)
        return AuditReport(
            tool,
            self._from.settings.get().organisation,
            round_.name,
            full,
            read_clocks(tool, full.answers, audit.facts, self._holidays),
            actions,
            self._from.concerns.for_audit(audit_id),
            self._settled(round_, audit),
        )

    def _settled(self, round_: Round, audit: Audit) -> Mapping[str, Settlement]:
        if slip_of(self._register) is not None:
            return {}  # what is settled stands in the register that the pack came from
        return settled_in(self._from.moderation().of_file(round_, audit))

    def write_audit(self, report: AuditReport, target: Path) -> None:
        """Write the report of one audit; the file's ending says in which form.

        Raises:
            UserError: There is no such form, or the file cannot be written.
        """
        _write(lambda ending: self._written_by.audit(report, ending), target)

    def note_audit(self, report: AuditReport, ending: str, by: str) -> None:
        """Put on record that an audit left the register as a file."""
        with self._register.transaction():
            subject = ("audit", report.full.audit.id)
            after = {"kind": ending.lstrip(".")}
            self._register.history.append(by, "wrote an audit's report", subject, after=after)

    def of_actions(self, lines: Sequence[ActionLine], title: str = "All rounds") -> ActionSheet:
        """Return actions as a list for a meeting.

        Args:
            lines: The actions, as they are worked on.
            title: Of what they are: a round's name.
        """
        organisation = self._from.settings.get().organisation
        return ActionSheet(organisation, title, tuple(lines), self._today())

    def write_actions(self, sheet: ActionSheet, target: Path) -> None:
        """Write a list of actions; the file's ending says in which form.

        Raises:
            UserError: There is no such form, or the file cannot be written.
        """
        _write(lambda ending: self._written_by.actions(sheet, ending), target)

    def of_team(self, round_: Round) -> Shareable:
        """Return what a team may see of a round, for the pack of its meeting.

        Raises:
            UserError: Nothing was drawn yet.
        """
        return self._from.releases().shareable(round_, Audience.TEAM)

    def write_loop(self, shared: Shareable, target: Path) -> None:
        """Write the pack for a team's meeting; the file's ending says in which form.

        Raises:
            UserError: There is no such form, or the file cannot be written.
        """
        _write(lambda ending: self._written_by.loop(shared, ending), target)

    def of_moderation(self, round_: Round) -> ModerationSheet:
        """Return what second readings and moderation of a round came to, for the audit team.

        Raises:
            UserError: No file is read twice.
        """
        found = self._from.moderation().of_round(round_)
        if not found.pairs:
            raise UserError(
                f"No file of “{round_.name}” is read twice, so there is no moderation to report.",
                "Say who is read twice in the round's tab Moderation. Nothing was written.",
            )
        tool = self._from.rounds.tool_of(round_)
        return ModerationSheet(
            self._from.settings.get().organisation,
            round_.name,
            tool.title,
            tool.version,
            found,
            moderation_findings(tool, found),
        )

    def write_moderation(self, sheet: ModerationSheet, target: Path) -> None:
        """Write the moderation report; the file's ending says in which form.

        Raises:
            UserError: There is no such form, or the file cannot be written.
        """
        _write(lambda ending: self._written_by.moderation(sheet, ending), target)

    @property
    def _written_by(self) -> DocumentWriters:
        if self._writers is None:
            raise BugError("This register was opened without anything that writes documents.")
        return self._writers


def _write(made: Callable[[str], bytes], target: Path) -> None:
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise UserError(
            f"A document cannot be written as “{target.suffix or target.name}”.",
            f"Give the file one of these endings: {', '.join(ENDINGS)}.",
        )
    refuse_impossible(target)
    write_whole(made(ending), target)
