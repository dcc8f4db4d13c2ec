"""Concerns and who was told ↔ rows."""

from datetime import datetime
from typing import Any

from audit_desk.domain.concern import Concern, ConcernContact
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_moment

_CONCERN = (
    "SELECT concerns.id, audit_id, reference, question_id, cause, raised_by, raised_at, closed_by,"
    " closed_at, closing_note FROM concerns JOIN audits ON audits.id = audit_id"
    " JOIN cases ON cases.id = case_id"
)


class ConcernRepo:
    """The concerns of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def by_id(self, concern_id: str) -> Concern | None:
        """Return a concern, or ``None``."""
        found = self._where("concerns.id = ?", concern_id)
        return found[0] if found else None

    def open(self) -> list[Concern]:
        """Return every open concern, oldest first."""
        return self._where("closed_at IS NULL")

    def of_audit(self, audit_id: str) -> list[Concern]:
        """Return the concerns of an audit, oldest first."""
        return self._where("audit_id = ?", audit_id)

    def of_round(self, round_id: str) -> list[Concern]:
        """Return the concerns of a round, open ones first, then oldest first."""
        found = self._where("round_id = ?", round_id)
        return sorted(found, key=lambda concern: not concern.is_open)

    def add(self, concern: Concern) -> None:
        """Add a concern."""
        self._db.execute(
            "INSERT INTO concerns (id, audit_id, question_id, cause, raised_by, raised_at,"
            " closed_by, closing_note) VALUES (?, ?, ?, ?, ?, ?, '', '')",
            (
                concern.id,
                concern.audit_id,
                concern.question_id,
                concern.cause,
                concern.raised_by,
                concern.raised_at.isoformat(timespec="microseconds"),
            ),
        )

    def add_contact(self, concern_id: str, contact: ConcernContact) -> None:
        """Record that somebody was told."""
        self._db.execute(
            "INSERT INTO concern_contacts (id, concern_id, told, told_at, response, recorded_by)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                contact.id,
                concern_id,
                contact.told,
                contact.told_at.isoformat(timespec="microseconds"),
                contact.response,
                contact.recorded_by,
            ),
        )

    def close(self, concern_id: str, by: str, at: datetime, note: str) -> None:
        """Record that the child was seen or is safe."""
        self._db.execute(
            "UPDATE concerns SET closed_by = ?, closed_at = ?, closing_note = ? WHERE id = ?",
            (by, at.isoformat(timespec="microseconds"), note, concern_id),
        )

    def _where(self, condition: str, *values: str) -> list[Concern]:
        rows = self._db.execute(f"{_CONCERN} WHERE {condition} ORDER BY raised_at", values)
        return [self._concern(row) for row in rows.fetchall()]

    def _concern(self, row: tuple[Any, ...]) -> Concern:
        contacts = self._db.execute(
            "SELECT id, told, told_at, response, recorded_by FROM concern_contacts"
            " WHERE concern_id = ? ORDER BY told_at",
            (row[0],),
        )
        return Concern(
            id=row[0],
            audit_id=row[1],
            reference=row[2],
            question_id=row[3],
            cause=row[4],
            raised_by=row[5],
            raised_at=datetime.fromisoformat(row[6]),
            contacts=tuple(
                ConcernContact(c[0], c[1], datetime.fromisoformat(c[2]), c[3], c[4])
                for c in contacts
            ),
            closed_by=row[7],
            closed_at=to_moment(row[8]),
            closing_note=row[9],
        )
