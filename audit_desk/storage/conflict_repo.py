"""Audits of which there are two versions, until a person chooses ↔ rows."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json
from audit_desk.storage.travelling import Content, contents_of

_SELECT = (
    "SELECT pack_conflicts.pack_id, head, audit_id, reference, rounds.id, rounds.name, person,"
    " found_at, coalesce(chosen, ''), chosen_by, chosen_at, pack_conflicts.reason"
    " FROM pack_conflicts JOIN packs ON packs.id = pack_conflicts.pack_id"
    " JOIN audits ON audits.id = audit_id JOIN cases ON cases.id = case_id"
    " JOIN rounds ON rounds.id = audits.round_id"
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of one audit.

    Attributes:
        pack_id: The pack whose version is the other one.
        head: The state of the pack that brought it.
        audit_id: The audit.
        reference: The case's reference.
        round_id: Its round.
        round_name: That round's name.
        person: Whose pack it was.
        found_at: When it came in, UTC.
        chosen: ``ours``, ``theirs``, ``superseded``; empty while nobody chose.
        chosen_by: Who chose.
        chosen_at: When, UTC; ``None`` while nobody did.
        reason: Why.
    """

    pack_id: str
    head: str
    audit_id: str
    reference: str
    round_id: str
    round_name: str
    person: str
    found_at: datetime
    chosen: str = ""
    chosen_by: str = ""
    chosen_at: datetime | None = None
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it."""
        return self.pack_id, self.head, self.audit_id


class ConflictRepo:
    """The conflicts of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def waiting(self) -> list[Conflict]:
        """Return those that wait for a choice, oldest first."""
        return self._where("chosen IS NULL")

    def of_audit(self, audit_id: str) -> list[Conflict]:
        """Return those of one audit, also those that are chosen, oldest first."""
        return self._where("audit_id = ?", audit_id)

    def add(self, pack_id: str, head: str, theirs: Mapping[str, Content]) -> None:
        """Keep both versions of audits, by the audit's id."""
        ours = contents_of(self._db, theirs)
        at = now()
        self._db.conn.executemany(
            "INSERT INTO pack_conflicts (pack_id, head, audit_id, ours, theirs, found_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (pack_id, head, key, to_json(ours[key]), to_json(content), at)
                for key, content in theirs.items()
            ],
        )

    def supersede(self, pack_id: str, heads: Collection[str], audit_ids: Collection[str]) -> None:
        """End conflicts of which the same pack has brought a later state."""
        self._db.execute(
            "UPDATE pack_conflicts SET chosen = 'superseded', chosen_at = ?"
            " WHERE chosen IS NULL AND pack_id = ?"
            " AND head IN (SELECT value FROM json_each(?))"
            " AND audit_id IN (SELECT value FROM json_each(?))",
            (now(), pack_id, to_json(list(heads)), to_json(list(audit_ids))),
        )

    def versions(self, conflict: Conflict) -> tuple[Content, Content]:
        """Return what stood in the register, and what came with the pack."""
        ours, theirs = self._db.execute(
            "SELECT ours, theirs FROM pack_conflicts WHERE pack_id = ? AND head = ?"
            " AND audit_id = ?",
            conflict.key,
        ).fetchone()
        return json.loads(ours), json.loads(theirs)

    def now(self, audit_id: str) -> Content:
        """Return what stands in the register now."""
        return contents_of(self._db, [audit_id])[audit_id]

    def choose(self, conflict: Conflict, chosen: str, by: str, reason: str) -> None:
        """Record a choice; what stands in the register at that moment is kept as ours."""
        self._db.execute(
            "UPDATE pack_conflicts SET chosen = ?, chosen_by = ?, chosen_at = ?, reason = ?,"
            " ours = ? WHERE pack_id = ? AND head = ? AND audit_id = ?",
            (chosen, by, now(), reason, to_json(self.now(conflict.audit_id)), *conflict.key),
        )

    def _where(self, condition: str, *values: str) -> list[Conflict]:
        rows = self._db.execute(f"{_SELECT} WHERE {condition} ORDER BY found_at, reference", values)
        return [_conflict(row) for row in rows]


def _conflict(row: tuple[Any, ...]) -> Conflict:
    return Conflict(
        pack_id=row[0],
        head=row[1],
        audit_id=row[2],
        reference=row[3],
        round_id=row[4],
        round_name=row[5],
        person=row[6],
        found_at=datetime.fromisoformat(row[7]),
        chosen=row[8],
        chosen_by=row[9],
        chosen_at=datetime.fromisoformat(row[10]) if row[10] else None,
        reason=row[11],
    )
