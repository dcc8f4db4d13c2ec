"""Where somebody was in an audit ↔ rows."""

from datetime import datetime

from audit_desk.storage.history import now
from audit_desk.storage.register import Register


class PlaceRepo:
    """Where each person was in each audit."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def last(self, audit_id: str, person: str) -> tuple[str, str, datetime] | None:
        """Return theme, question and moment; ``None`` where they never were."""
        row = self._db.execute(
            "SELECT theme_id, question_id, left_at FROM last_places"
            " WHERE audit_id = ? AND person = ?",
            (audit_id, person),
        ).fetchone()
        return (row[0], row[1], datetime.fromisoformat(row[2])) if row else None

    def put(self, audit_id: str, person: str, theme_id: str, question_id: str) -> None:
        """Write where they are now."""
        self._db.execute(
            "INSERT INTO last_places (audit_id, person, theme_id, question_id, left_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (audit_id, person) DO UPDATE SET"
            " theme_id = excluded.theme_id, question_id = excluded.question_id,"
            " left_at = excluded.left_at",
            (audit_id, person, theme_id, question_id, now()),
        )
