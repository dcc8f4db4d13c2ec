"""Puts cases into a register without a list, where a test is about something else."""

from collections.abc import Iterable

from audit_desk.domain.case import Case
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


def add_cases(register: Register, cases: Iterable[tuple[str, Case]]) -> None:
    """Add cases, each with the council's own number."""
    at, pairs = now(), list(cases)
    register.db.conn.executemany(
        "INSERT INTO cases (id, reference, facts, imported_at) VALUES (?, ?, ?, ?)",
        ((case.id, case.reference, to_json(case.facts), at) for _, case in pairs),
    )
    register.db.conn.executemany(
        "INSERT INTO case_lookup (case_id, system_id) VALUES (?, ?)",
        ((case.id, system_id) for system_id, case in pairs),
    )


def change_facts(register: Register, cases: Iterable[Case]) -> None:
    """Replace the facts of cases that are there."""
    register.db.conn.executemany(
        "UPDATE cases SET facts = ? WHERE id = ?",
        ((to_json(case.facts), case.id) for case in cases),
    )
