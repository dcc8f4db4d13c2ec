"""What an audit said each time that it was submitted, kept when it is opened again."""

from dataclasses import replace
from datetime import UTC, datetime

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.submission import Content, Submission
from audit_desk.errors import UserError
from audit_desk.services.follow_up_history import FollowUpHistory
from audit_desk.services.seal import hash_of, read_sealed, sealed_text
from audit_desk.storage.action_repo import ActionRepo
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.register import Register
from audit_desk.storage.submission_repo import KeptSubmission, SubmissionRepo


class SubmissionService:
    """The kept submissions of one register."""

    def __init__(self, register: Register) -> None:
        self._record = PackHistoryRepo(register)
        self._repo = SubmissionRepo(register)
        self._audits = AuditRepo(register)
        self._actions = ActionRepo(register)
        self._follow_ups = FollowUpHistory(register)

    def of_audit(self, audit_id: str) -> tuple[Submission, ...]:
        """Return the submissions of an audit that were opened again, oldest first.

        Raises:
            UserError: One of them cannot be read any more.
        """
        return tuple(self._submission(kept) for kept in self._repo.of_audit(audit_id))

    def now(self, audit_id: str) -> Content:
        """Return what stands in the audit at present.

        Raises:
            UserError: It is not in the register.
        """
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        full = self._audits.full([audit])[0]
        told = self._follow_ups.now(self._actions.follow_ups(audit_id))
        return Content(audit.auditor, full.answers, full.judgements, full.contributions, told)

    def keep(self, full: FullAudit, reason: str, by: str) -> int:
        """Keep what was submitted, in the transaction that opens the audit again.

        Returns:
            Which submission it was, from 1.
        """
        audit = full.audit
        sequence = len(self._repo.of_audit(audit.id)) + 1
        submitted = audit.submitted_at or datetime.now(UTC)
        self._repo.add(
            KeptSubmission(
                audit.id,
                sequence,
                audit.seal,
                sealed_text(full),
                self._submitted_by(audit.id) or audit.auditor,
                submitted.isoformat(timespec="microseconds"),
                by,
                datetime.now(UTC).isoformat(timespec="microseconds"),
                reason,
            )
        )
        return sequence

    def faults(self) -> list[str]:
        """Return what is wrong with kept submissions, in words; empty when they are sound."""
        found, kept = [], set()
        sealed, vouched = self._repo.seals_on_record(), self._repo.vouched_audits()
        for each in self._repo.every():
            kept.add((each.audit_id, each.sequence))
            known = each.audit_id in vouched or (each.audit_id, each.seal) in sealed
            if not known or hash_of(each.content) != each.seal:
                named = self._named(each.audit_id, each.sequence)
                found.append(f"{named} does not match its seal.")
        gone = sorted(self._repo.kept_on_record() - kept)
        return found + [f"{self._named(*which)} is missing." for which in gone]

    def _submitted_by(self, audit_id: str) -> str:
        lines = self._record.lines("audit", audit_id)
        return next((line.who for line in reversed(lines) if line.action == "submitted"), "")

    def _named(self, audit_id: str, sequence: int) -> str:
        audit = self._audits.by_id(audit_id)
        reference = audit.reference if audit else "an unknown case"
        return f"Submission {sequence} of the audit of {reference}"

    def _submission(self, kept: KeptSubmission) -> Submission:
        try:
            content = read_sealed(kept.content)
        except ValueError as fault:
            raise UserError(
                f"Submission {kept.sequence} of this audit cannot be read any more.",
                "audit-desk check says what is wrong with the register.",
            ) from fault
        at = datetime.fromisoformat(kept.submitted_at)
        content = replace(content, follow_ups=self._follow_ups.at(kept.audit_id, at))
        return Submission(
            kept.sequence,
            kept.seal,
            content,
            kept.submitted_by,
            at,
            kept.reopened_by,
            datetime.fromisoformat(kept.reopened_at),
            kept.reason,
        )
