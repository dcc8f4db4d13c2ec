"""Safeguarding concerns: raising one, recording who was told, closing it by another person.

Nothing is ever sent. The record exists so that nobody can believe somebody else has acted.
"""

from datetime import UTC, datetime

from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.domain.people import same_person
from audit_desk.errors import UserError
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.concern_repo import ConcernRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id


class ConcernService:
    """The concerns of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = ConcernRepo(register)
        self._audits = AuditRepo(register)

    def raise_concern(self, audit_id: str, question_id: str, cause: str, by: str) -> Concern:
        """Put a concern on record; an open one of the same question is returned as it is."""
        with self._register.transaction():
            for concern in self._repo.of_audit(audit_id):
                if concern.is_open and concern.question_id == question_id:
                    return concern
            concern = Concern(
                id=new_id(),
                audit_id=audit_id,
                reference="",
                question_id=question_id,
                cause=cause,
                raised_by=by,
                raised_at=datetime.now(UTC),
            )
            self._repo.add(concern)
            self._register.history.append(
                by, "raised", ("concern", concern.id), after={"audit": audit_id, "cause": cause}
            )
        return self._concern(concern.id)

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str, by: str
    ) -> Concern:
        """Record that somebody was told, when, and what they answered.

        Raises:
            UserError: Nobody is named, or the time lies in the future.
        """
        if not told.strip():
            raise UserError("Nobody is named.", "Type who was told: their role is enough.")
        if told_at > datetime.now(UTC):
            raise UserError("The time at which they were told is in the future.", "Check it.")
        contact = ConcernContact(new_id(), told.strip(), told_at, response.strip(), by)
        with self._register.transaction():
            self._concern(concern_id)
            self._repo.add_contact(concern_id, contact)
            self._register.history.append(
                by,
                "recorded who was told",
                ("concern", concern_id),
                after={
                    "told": contact.told,
                    "told_at": told_at.isoformat(),
                    "response": contact.response,
                },
            )
        return self._concern(concern_id)

    def close(self, concern_id: str, note: str, by: str) -> Concern:
        """Record that the child was seen or is safe.

        Raises:
            UserError: By the auditor who raised it, without a note, or closed already.
        """
        with self._register.transaction():
            concern = self._concern(concern_id)
            if not concern.is_open:
                raise UserError(f"The concern for {concern.reference} is closed already.")
            if not by.strip() or any(same_person(by, one) for one in self._involved(concern)):
                raise UserError(
                    "Whoever audited the file cannot close its concern.",
                    "Someone else records that the child was seen or is safe.",
                )
            if not note.strip():
                raise UserError("Nothing is recorded.", "Say who saw the child, and when.")
            self._repo.close(concern_id, by, datetime.now(UTC), note.strip())
            self._register.history.append(
                by, "closed", ("concern", concern_id), after={"note": note.strip()}
            )
        return self._concern(concern_id)

    def open_concerns(self) -> tuple[Concern, ...]:
        """Return every open concern of the register, oldest first."""
        return tuple(self._repo.open())

    def for_audit(self, audit_id: str) -> tuple[Concern, ...]:
        """Return the concerns of one audit, oldest first."""
        return tuple(self._repo.of_audit(audit_id))

    def of_round(self, round_id: str) -> tuple[Concern, ...]:
        """Return the concerns of one round, open ones first."""
        return tuple(self._repo.of_round(round_id))

    def _involved(self, concern: Concern) -> tuple[str, ...]:
        audit = self._audits.by_id(concern.audit_id)
        return concern.raised_by, audit.auditor if audit else ""

    def _concern(self, concern_id: str) -> Concern:
        concern = self._repo.by_id(concern_id)
        if concern is None:
            raise UserError("This concern is not in the register.")
        return concern
