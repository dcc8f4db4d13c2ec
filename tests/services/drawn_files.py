"""What happens to files beside a draw: staff are recorded, files are closed or read."""

from dataclasses import replace

from audit_desk.domain.audit import Audit
from audit_desk.services.desk import Desk
from audit_desk.storage.case_repo import CaseRepo
from tests.stored_cases import change_facts


def close(desk: Desk, *references: str) -> None:
    with desk.register.transaction():
        for reference in references:
            desk.register.db.execute(
                "UPDATE cases SET closed_on = '2026-05-01' WHERE reference = ?", (reference,)
            )


def give_staff(desk: Desk, reference: str, role: str, name: str) -> None:
    repo = CaseRepo(desk.register)
    case = repo.by_references([reference])[reference]
    with desk.register.transaction():
        change_facts(desk.register, [replace(case, facts={**case.facts, role: name})])


def submit(desk: Desk, audit: Audit, day: str) -> None:
    with desk.register.transaction():
        desk.register.db.execute(
            "UPDATE audits SET state = 'submitted', submitted_at = ?, seal = ? WHERE id = ?",
            (f"{day}T12:00:00+00:00", "0" * 64, audit.id),
        )
