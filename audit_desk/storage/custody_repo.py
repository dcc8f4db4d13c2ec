"""Who has which audit, from the open lines of the packs handed out ↔ rows."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from audit_desk.domain.custody import Custody
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json

_HELD = (
    "SELECT pack_audits.audit_id, reference, pack_id, person, since, packs.due_on"
    " FROM pack_audits JOIN packs ON packs.id = pack_id"
    " JOIN audits ON audits.id = pack_audits.audit_id JOIN cases ON cases.id = audits.case_id"
    " WHERE ended_at IS NULL"
)


class CustodyRepo:
    """Custody in one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of(self, audit_id: str) -> Custody | None:
        """Return who has an audit, or ``None`` where it is here."""
        row = self._db.execute(f"{_HELD} AND pack_audits.audit_id = ?", (audit_id,)).fetchone()
        return _custody(row) if row else None

    def of_round(self, round_id: str) -> list[Custody]:
        """Return what is out of a round, in drawing order."""
        rows = self._db.execute(
            f"{_HELD} AND audits.round_id = ? ORDER BY position, reading", (round_id,)
        )
        return [_custody(row) for row in rows]

    def number_out(self) -> dict[str, int]:
        """Return how many audits are out, by round; rounds without any are left out."""
        return dict(
            self._db.execute(
                "SELECT audits.round_id, count(*) FROM pack_audits"
                " JOIN audits ON audits.id = pack_audits.audit_id"
                " WHERE ended_at IS NULL GROUP BY audits.round_id"
            ).fetchall()
        )

    def handed_out(self, round_id: str) -> list[str]:
        """Return the references of a round's audits that were ever handed out."""
        rows = self._db.execute(
            "SELECT DISTINCT reference FROM pack_audits"
            " JOIN audits ON audits.id = pack_audits.audit_id"
            " JOIN cases ON cases.id = audits.case_id WHERE audits.round_id = ?"
            " ORDER BY reference",
            (round_id,),
        )
        return [row[0] for row in rows]

    def end(self, audit_ids: Sequence[str], by: str, at: str, reason: str) -> None:
        """End the custody of audits that are taken back."""
        self._db.execute(
            "UPDATE pack_audits SET ended_at = ?, ended_by = ?, ended_how = 'taken back',"
            " reason = ? WHERE ended_at IS NULL"
            " AND audit_id IN (SELECT value FROM json_each(?))",
            (at, by, reason, to_json(list(audit_ids))),
        )


def _custody(row: tuple[Any, ...]) -> Custody:
    due = date.fromisoformat(row[5]) if row[5] else None
    return Custody(row[0], row[1], row[2], row[3], datetime.fromisoformat(row[4]), due)
