"""What a draw needs beside the cases, and the places of a sample ↔ rows."""

from collections.abc import Iterator
from datetime import datetime

from audit_desk.domain.audit import AuditState, Selection
from audit_desk.domain.case import Case
from audit_desk.domain.independence import FormerStaff
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id, to_json, to_moment


class SampleRepo:
    """The samples of one register's rounds."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def audited_elsewhere(self, round_id: str) -> Iterator[tuple[str, datetime | None]]:
        """Iterate over the cases of other rounds: each with when its audit was submitted.

        ``None`` stands for an audit that is not submitted.
        """
        rows = self._db.execute(
            "SELECT case_id, submitted_at FROM audits WHERE round_id <> ?", (round_id,)
        )
        for case_id, submitted_at in rows:
            yield case_id, to_moment(submitted_at)

    def former_staff(self) -> dict[str, list[str]]:
        """Return who was a case's worker, manager or chair before, by the case's id."""
        found: dict[str, list[str]] = {}
        for case_id, name in self._db.execute("SELECT case_id, name FROM former_staff"):
            found.setdefault(case_id, []).append(name)
        return found

    def former_staff_of(self, case_id: str) -> list[FormerStaff]:
        """Return who was one case's worker, manager or chair before."""
        rows = self._db.execute(
            "SELECT role, name, until FROM former_staff WHERE case_id = ?", (case_id,)
        )
        return [FormerStaff(*row) for row in rows]

    def remove_drawn(self, round_id: str) -> None:
        """Remove a round's drawn audits; those of cases added on purpose stay."""
        self._db.execute(
            "DELETE FROM audits WHERE round_id = ? AND selection = ? AND state = ?",
            (round_id, Selection.RANDOM.value, AuditState.NOT_STARTED.value),
        )

    def make_room(self, round_id: str, places: int) -> None:
        """Move a round's audits back, so that so many come before them."""
        self._db.execute(
            "UPDATE audits SET position = position + ? WHERE round_id = ?", (places, round_id)
        )

    def next_position(self, round_id: str) -> int:
        """Return the position behind a round's last audit."""
        row = self._db.execute(
            "SELECT coalesce(max(position) + 1, 0) FROM audits WHERE round_id = ?", (round_id,)
        ).fetchone()
        position: int = row[0]
        return position

    def give_place(self, audit_id: str, case: Case, auditor: str) -> None:
        """Put another case in the place of an audit that nobody has started.

        The round, the position and the due date are those of the audit that goes.

        Args:
            audit_id: The audit that goes.
            case: The case that comes, with its facts of today.
            auditor: Who is to read it; empty where nobody is named.
        """
        self._db.execute(
            "INSERT INTO audits (id, round_id, case_id, selection, state, auditor, position, facts,"
            " seal, due_on) SELECT ?, round_id, ?, selection, state, ?, position, ?, seal, due_on"
            " FROM audits WHERE id = ?",
            (new_id(), case.id, auditor, to_json(case.facts), audit_id),
        )
        self._db.execute("DELETE FROM audits WHERE id = ?", (audit_id,))
