"""Keeps two readings of a file apart at one desk, as far as a window can."""

from audit_desk.domain.audit import AuditState
from audit_desk.domain.people import same_person
from audit_desk.errors import UserError
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register


def refuse_other_reading(register: Register, audit_id: str, person: str) -> None:
    """Refuse that somebody looks into another reading of a file before they submitted their own.

    A pack rules it out; here it rules out that a link leads there unawares.

    Raises:
        UserError: They read this file too, and are not done.
    """
    repo = AuditRepo(register)
    audit = repo.by_id(audit_id)
    if audit is None or not person.strip() or same_person(audit.auditor, person):
        return
    mine = [each for each in repo.readings_of(audit) if same_person(each.auditor, person)]
    if any(each.state is not AuditState.SUBMITTED for each in mine):
        raise UserError(
            f"You read {audit.reference} too, apart from whoever made this reading.",
            "It opens to you once you have submitted yours.",
        )
