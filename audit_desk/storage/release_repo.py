"""Released texts ↔ rows."""

from collections.abc import Iterable
from datetime import datetime

from audit_desk.storage.register import Register

ReleasedKey = tuple[str, str, str, str]
"""Kind, audit, item and hash of the words."""


class ReleaseRepo:
    """Which texts of a round may be quoted outside of it."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_round(self, round_id: str) -> frozenset[ReleasedKey]:
        """Return what is released of a round."""
        rows = self._db.execute(
            "SELECT kind, audit_id, item, hash FROM released_texts WHERE round_id = ?", (round_id,)
        )
        return frozenset((kind, audit, item, hash_) for kind, audit, item, hash_ in rows)

    def last(self, round_id: str) -> datetime | None:
        """Return when something of a round was last released, UTC."""
        sql = "SELECT max(released_at) FROM released_texts WHERE round_id = ?"
        at = self._db.execute(sql, (round_id,)).fetchone()[0]
        return datetime.fromisoformat(at) if at else None

    def add(self, round_id: str, keys: Iterable[ReleasedKey], by: str, at: datetime) -> None:
        """Write releases."""
        self._db.conn.executemany(
            "INSERT INTO released_texts VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(round_id, *key, by, at.isoformat()) for key in keys],
        )

    def remove(self, round_id: str, keys: Iterable[ReleasedKey]) -> None:
        """Take releases back."""
        self._db.conn.executemany(
            "DELETE FROM released_texts WHERE round_id = ? AND kind = ? AND audit_id = ?"
            " AND item = ? AND hash = ?",
            [(round_id, *key) for key in keys],
        )
