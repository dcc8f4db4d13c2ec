"""Reading a file: every answer committed as it is given, submitting, reopening."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from audit_desk.domain.audit import Answer, Audit, AuditState, FullAudit, Judgement
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.independence import Statement
from audit_desk.domain.people import same_person
from audit_desk.errors import UserError
from audit_desk.services.actions import ActionService
from audit_desk.services.audit_writing import AuditWriter
from audit_desk.services.concerns import ConcernService
from audit_desk.services.custody import CustodyService
from audit_desk.services.independence import Allowed, IndependenceService
from audit_desk.services.submissions import SubmissionService
from audit_desk.services.tools import ToolService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo

if TYPE_CHECKING:
    from audit_desk.services.identifier_scan import IdentifierScanService


class AuditingService:
    """The audits of one register, one change a call, each durable when the call returns."""

    def __init__(
        self,
        register: Register,
        tools: ToolService,
        concerns: ConcernService,
        independence: IndependenceService,
        actions: ActionService,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._register = register
        self._tools = tools
        self._concerns = concerns
        self._independence = independence
        self._actions = actions
        self._audits = AuditRepo(register)
        self._submissions = SubmissionService(register)
        self._rounds = RoundRepo(register)
        self._custody = CustodyService(register)
        self._today = today
        self._tool_of_round: dict[str, AuditTool] = {}
        self._left: tuple[str, AuditWriter] | None = None
        self._scanner: IdentifierScanService | None = None

    def open(self, audit_id: str) -> FullAudit:
        """Return an audit with everything written in it.

        Raises:
            UserError: It is not in the register.
        """
        return self._audits.full([self._audit(audit_id)])[0]

    def tool_for(self, audit_id: str) -> AuditTool:
        """Return the tool that an audit is pinned to."""
        return self._tool(self._audit(audit_id))

    def save_answer(self, audit_id: str, answer: Answer, by: str) -> FullAudit:
        """Save one answer; a concern that it raises goes on record in the same transaction.

        Raises:
            UserError: The audit is submitted, the answer is not one the question can take, or
                whoever begins the file had a part in the child's case.
        """
        today = self._today()
        return self._change(audit_id, by, lambda writer: writer.answer(answer, today))

    def save_judgement(self, audit_id: str, judgement: Judgement, by: str) -> FullAudit:
        """Save the judgement of a theme or of the whole audit.

        The suggestion of this moment is kept with it, so that an override stays visible.

        Raises:
            UserError: The audit is submitted, there is no such theme, or a text is too long.
        """
        return self._change(audit_id, by, lambda writer: writer.judgement(judgement))

    def save_contribution(self, audit_id: str, made: Contribution, by: str) -> FullAudit:
        """Save what is said of the part that a practitioner or the child had in the audit.

        Raises:
            UserError: The audit is submitted, a text is too long, or the day is impossible.
        """
        today = self._today()
        return self._change(audit_id, by, lambda writer: writer.contribution(made, today))

    def submit(self, audit_id: str, by: str) -> FullAudit:
        """Seal and lock an audit.

        It is asked what follows from each adverse answer, and what part practitioners and the
        child had.

        Raises:
            UserError: Something is still open; it names all that is.
        """

        def submit(writer: AuditWriter) -> None:
            writer.submit(self._identifiers(writer.full), self._actions.follow_ups(audit_id))

        return self._change(audit_id, by, submit)

    def fill(  # noqa: PLR0913 - a whole audit, each part by its name
        self,
        audit_id: str,
        answers: Iterable[Answer],
        judgements: Iterable[Judgement],
        *,
        by: str,
        follow_ups: Iterable[FollowUp] = (),
        contributions: Iterable[Contribution] = (),
        submit: bool = False,
        independent: bool = False,
        allowed: Allowed | None = None,
    ) -> FullAudit:
        """Save many answers and judgements, and submit if asked: all of it or nothing.

        Each leaves the same record as if it were saved alone. Neither what follows from adverse
        answers is asked nor what part practitioners and the child had: another system may know
        nothing of either.

        Args:
            audit_id: The audit.
            answers: The answers.
            judgements: The judgements.
            by: Who read the file.
            follow_ups: What follows from answers.
            contributions: The part that practitioners and the child had.
            submit: Whether to submit as well.
            independent: Whether the reader declares to have had no part in the case.
            allowed: Why they may read it although they had.

        Raises:
            UserError: The audit is submitted, one of them is not possible, something is
                still open where it is to be submitted, or the reader may not read the file.
        """
        today = self._today()

        def write(writer: AuditWriter) -> None:
            if independent:
                self._independence.declare(audit_id, by, Statement.INDEPENDENT)
            for answer in answers:
                writer.answer(answer, today)
            for judgement in judgements:
                writer.judgement(judgement)
            for made in contributions:
                writer.contribution(made, today)
            for follow_up in sorted(follow_ups, key=_shares):
                self._actions.keep(audit_id, follow_up, by)
            if submit:
                told = self._actions.follow_ups(audit_id)
                writer.submit(self._identifiers(writer.full), told, from_file=True)

        with self._register.transaction():
            if allowed is not None:
                self._independence.override(audit_id, by, allowed.reason, allowed.by)
            return self._change(audit_id, by, write)

    def reopen(self, audit_id: str, reason: str, by: str) -> FullAudit:
        """Unlock a submitted audit; what was submitted is kept, with its seal and the reason.

        Raises:
            UserError: No reason is given, or the audit is not submitted.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why the audit is reopened.")
        with self._register.transaction():
            self._custody.refuse_if_out(audit_id)
            full = self.open(audit_id)
            audit = full.audit
            if audit.state is not AuditState.SUBMITTED:
                raise UserError(f"The audit of {audit.reference} is not submitted.")
            kept = self._submissions.keep(full, reason.strip(), by)
            self._audits.save_state(
                replace(audit, state=AuditState.IN_PROGRESS, submitted_at=None, seal="")
            )
            self._register.history.append(
                by,
                "reopened",
                ("audit", audit_id),
                before={"seal": audit.seal},
                after={"reason": reason.strip(), "submission": kept},
            )
        return self.open(audit_id)

    def _change(self, audit_id: str, by: str, change: Callable[[AuditWriter], object]) -> FullAudit:
        """Let a change write in an audit that is not locked, in one transaction."""
        with self._register.transaction():
            writer = self._as_left(audit_id, by) or self._writer(audit_id, by)
            self._left = None  # where the change fails, the writer knows what is not so
            change(writer)
            self._left = (self._register.history.head(), writer)
        return writer.full

    def _as_left(self, audit_id: str, by: str) -> AuditWriter | None:
        """Return the writer of the last change, ``None`` where anything was written since.

        Whatever is written adds to the history: while its last line is the one that this
        writer wrote last, the audit is as it left it, nobody has handed it out, and the same
        person may go on. To read the audit again took half of the time of an answer.
        """
        if self._left is None:
            return None
        head, writer = self._left
        audit = writer.full.audit
        goes_on = (audit.id, writer.by) == (audit_id, by) and not audit.seal
        return writer if goes_on and head == self._register.history.head() else None

    def _writer(self, audit_id: str, by: str) -> AuditWriter:
        self._custody.refuse_if_out(audit_id)
        full = self.open(audit_id)
        if full.audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {full.audit.reference} is submitted and locked.",
                "Reopen it, with a reason, to change it.",
            )
        self._refuse_conflict(full.audit, by)
        return AuditWriter(self._register, self._concerns, self._tool(full.audit), full, by)

    def _refuse_conflict(self, audit: Audit, by: str) -> None:
        """Refuse whoever begins a file that they may not read, or writes in another's.

        Somebody who has begun goes on: what a list says later is for the lead to settle.
        """
        if audit.state is AuditState.NOT_STARTED or not same_person(audit.auditor, by):
            self._independence.refuse_conflict(audit, by)

    def _identifiers(self, full: FullAudit) -> int:
        """Return how many places of an audit look like identifiers and were not said to be none."""
        if self._scanner is None:
            # Loaded by the first submission: the window opens without it.
            from audit_desk.services.identifier_scan import IdentifierScanService

            self._scanner = IdentifierScanService(self._register)
        found = self._scanner.of_audit(self._tool(full.audit), full)
        return sum(not each.is_none for each in found)

    def _audit(self, audit_id: str) -> Audit:
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        return audit

    def _tool(self, audit: Audit) -> AuditTool:
        # A round is pinned for good, so its tool is looked up once and not at every answer.
        if audit.round_id not in self._tool_of_round:
            round_ = self._rounds.by_id(audit.round_id)
            if round_ is None:
                raise UserError("This audit's round is not in the register.")
            tool = self._tools.pinned(round_.tool_id, round_.tool_version)
            self._tool_of_round[audit.round_id] = tool
        return self._tool_of_round[audit.round_id]


def _shares(follow_up: FollowUp) -> bool:
    """Sort the answers that share another's action after those that have one of their own."""
    return bool(follow_up.same_as)
