"""What somebody said is no identifier ↔ rows."""

from audit_desk.domain.privacy_kinds import Kind, PassageKey
from audit_desk.storage.register import Register


class NotIdentifierRepo:
    """The passages of each audit that look like identifiers and are none."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_audit(self, audit_id: str) -> frozenset[PassageKey]:
        """Return the passages of an audit."""
        rows = self._db.execute(
            "SELECT kind, passage FROM not_identifiers WHERE audit_id = ?", (audit_id,)
        )
        return frozenset((Kind(kind), passage) for kind, passage in rows)

    def add(self, audit_id: str, key: PassageKey) -> None:
        """Keep that a passage is none."""
        self._db.execute(
            "INSERT INTO not_identifiers (audit_id, kind, passage) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (audit_id, key[0].value, key[1]),
        )

    def remove(self, audit_id: str, key: PassageKey) -> None:
        """Keep no longer that a passage is none."""
        self._db.execute(
            "DELETE FROM not_identifiers WHERE audit_id = ? AND kind = ? AND passage = ?",
            (audit_id, key[0].value, key[1]),
        )
