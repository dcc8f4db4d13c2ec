"""Whether whoever reads a file is independent: declarations, conflicts and exceptions.

The first answer goes through here from the window and from the command line alike, so that
nobody reads the file of a child with whom they worked unless somebody else has allowed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.independence import Declaration, Override, Record, Statement
from audit_desk.domain.people import same_person
from audit_desk.errors import UserError
from audit_desk.services.custody import CustodyService
from audit_desk.storage.assignment_repo import AssignmentRepo
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register


@dataclass(frozen=True, slots=True)
class Allowed:
    """Why somebody may read a file in spite of a conflict, and who says so."""

    reason: str
    by: str


class IndependenceService:
    """What the register knows of who had a part in which case."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = AssignmentRepo(register)
        self._audits = AuditRepo(register)
        self._custody = CustodyService(register)

    def records(self, audits: Sequence[Audit]) -> Mapping[str, Record]:
        """Return all that is known about who may read each file, by the audit's id."""
        return self._repo.records(audits)

    def record(self, audit_id: str) -> Record:
        """Return all that is known about who may read one file.

        Raises:
            UserError: It is not in the register.
        """
        return self._record(self._audit(audit_id))

    def refuse_conflict(self, audit: Audit, person: str) -> None:
        """Refuse the first answer of somebody who may not read this file.

        Raises:
            UserError: They are or were the worker, manager or chair, or said that they had a
                part in the case, and nobody has allowed it.
        """
        record = self._record(audit)
        if record.bars(person):
            raise UserError(
                f"{record.why_not(person)} So {person} cannot read this file.",
                "Give it to another auditor, or let somebody else record why it is allowed.",
            )

    def declare(self, audit_id: str, auditor: str, statement: Statement) -> Audit:
        """Put on record what an auditor says of their part in a child's case.

        Whoever had a part gives the file back: it has no auditor then, and the lead is told.

        Raises:
            UserError: There is no name, the audit is submitted or somebody else's, or the
                case list says otherwise than the auditor.
        """
        auditor = required_name(auditor, "Say who declares it.")
        with self._register.transaction():
            self._custody.refuse_if_out(audit_id)
            audit = self._audit(audit_id)
            self._refuse_declaration(audit, auditor, statement)
            said = Declaration(auditor, statement, datetime.now(UTC))
            self._repo.put_declaration(audit_id, said)
            self._register.history.append(
                auditor, "declared", ("audit", audit_id), after={"statement": statement.value}
            )
            if statement is Statement.INVOLVED and audit.auditor:
                audit = replace(audit, auditor="")
                self._repo.save(audit)
                self._register.history.append(
                    auditor, "gave back", ("audit", audit_id), before={"auditor": auditor}
                )
        return audit

    def override(self, audit_id: str, auditor: str, reason: str, by: str) -> None:
        """Let somebody read a file in spite of a conflict; nothing happens without one.

        Raises:
            UserError: No reason is given, or the auditor would allow it themselves.
        """
        auditor = required_name(auditor, "Say who is to read the file.")
        with self._register.transaction():
            self._custody.refuse_if_out(audit_id)
            audit = self._audit(audit_id)
            record = self._record(audit)
            if not record.bars(auditor):
                return
            if record.reads_already(auditor):
                raise UserError(
                    f"{auditor} makes another reading of {record.reference}.",
                    "Two readings are made by two people; there is no exception from that.",
                )
            self._refuse_override(auditor, reason, by)
            conflict = record.why_not(auditor)
            made = Override(auditor, conflict, reason.strip(), by.strip(), datetime.now(UTC))
            self._repo.put_override(audit_id, made)
            self._register.history.append(
                by.strip(),
                "allowed",
                ("audit", audit_id),
                after={"auditor": auditor, "conflict": conflict, "reason": made.reason},
            )

    def _refuse_declaration(self, audit: Audit, auditor: str, statement: Statement) -> None:
        if audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {audit.reference} is submitted.",
                "Reopen it, with a reason, to change what it says.",
            )
        if audit.auditor and not same_person(audit.auditor, auditor):
            raise UserError(
                f"The file of {audit.reference} is read by {audit.auditor}.",
                "Only they can say whether they had a part in the case.",
            )
        if statement is Statement.INDEPENDENT:
            self.refuse_conflict(audit, auditor)

    @staticmethod
    def _refuse_override(auditor: str, reason: str, by: str) -> None:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this auditor may read the file.")
        if not by.strip():
            raise UserError("Nobody is named who allows it.", "Set your name in Settings.")
        if same_person(auditor, by):
            raise UserError(
                f"{auditor} cannot allow it themselves.", "Somebody else has to decide that."
            )

    def _record(self, audit: Audit) -> Record:
        return self._repo.records([audit])[audit.id]

    def _audit(self, audit_id: str) -> Audit:
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        return audit


def required_name(name: str, hint: str) -> str:
    """Return a name in one line, without blanks around it.

    Raises:
        UserError: It is blank.
    """
    given = " ".join(name.split())
    if not given:
        raise UserError("No name is given.", hint)
    return given
