"""What moderators settled, and what they said of the audits ↔ rows."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from audit_desk.domain.audit import Absence
from audit_desk.domain.settlement import Feedback, Settlement
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json

_SETTLED = "audit_id, item, value, absence, reason, moderator, settled_at, seals"
_FEEDBACK = "audit_id, moderator, judges_impact, names_failings, specifies_action, words, given_at"


class ModerationRepo:
    """The settlements and the feedback of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def settlements(self, round_id: str) -> dict[str, dict[str, Settlement]]:
        """Return what was settled in a round, by the first reading's id and the item."""
        rows = self._db.execute(
            f"SELECT {_SETTLED} FROM settlements WHERE audit_id IN"
            " (SELECT id FROM audits WHERE round_id = ? AND reading = 1)",
            (round_id,),
        )
        found: dict[str, dict[str, Settlement]] = {}
        for row in rows:
            found.setdefault(row[0], {})[row[1]] = _settlement(row)
        return found

    def reopened(self, round_id: str) -> dict[str, list[tuple[str, str]]]:
        """Return when readings were submitted and opened again (ISO UTC), by the audit's id."""
        rows = self._db.execute(
            "SELECT audit_id, submissions.submitted_at, reopened_at FROM submissions"
            " JOIN audits ON audits.id = audit_id WHERE round_id = ? ORDER BY audit_id, sequence",
            (round_id,),
        )
        found: dict[str, list[tuple[str, str]]] = {}
        for audit_id, submitted_at, reopened_at in rows:
            found.setdefault(audit_id, []).append((submitted_at, reopened_at))
        return found

    def put(self, settled: Settlement) -> None:
        """Write a settlement, in the place of an earlier one."""
        self._db.execute(
            f"INSERT INTO settlements ({_SETTLED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (audit_id, item) DO UPDATE SET value = excluded.value,"
            " absence = excluded.absence, reason = excluded.reason,"
            " moderator = excluded.moderator, settled_at = excluded.settled_at,"
            " seals = excluded.seals",
            (
                settled.audit_id,
                settled.item,
                settled.value,
                settled.absence.value if settled.absence else None,
                settled.reason,
                settled.moderator,
                settled.settled_at.isoformat(timespec="microseconds"),
                to_json(settled.seals),
            ),
        )

    def remove(self, audit_id: str, item: str) -> None:
        """Take a settlement back."""
        self._db.execute(
            "DELETE FROM settlements WHERE audit_id = ? AND item = ?", (audit_id, item)
        )

    def feedback(self, audit_ids: Sequence[str]) -> list[Feedback]:
        """Return what was said of audits, the oldest first."""
        found: list[Feedback] = []
        for audit_id in audit_ids:
            rows = self._db.execute(
                f"SELECT {_FEEDBACK} FROM audit_feedback WHERE audit_id = ? ORDER BY given_at",
                (audit_id,),
            )
            found += [_feedback(row) for row in rows]
        return found

    def put_feedback(self, given: Feedback) -> None:
        """Write what a moderator says, in the place of what they said before."""
        self._db.execute(
            f"INSERT INTO audit_feedback ({_FEEDBACK}) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (audit_id, moderator) DO UPDATE SET"
            " judges_impact = excluded.judges_impact, names_failings = excluded.names_failings,"
            " specifies_action = excluded.specifies_action, words = excluded.words,"
            " given_at = excluded.given_at",
            (
                given.audit_id,
                given.moderator,
                *given.answers,
                given.words,
                given.given_at.isoformat(timespec="microseconds"),
            ),
        )


def _settlement(row: tuple[Any, ...]) -> Settlement:
    return Settlement(
        audit_id=row[0],
        item=row[1],
        value=row[2],
        absence=Absence(row[3]) if row[3] else None,
        reason=row[4],
        moderator=row[5],
        settled_at=datetime.fromisoformat(row[6]),
        seals=tuple(json.loads(row[7])),
    )


def _feedback(row: tuple[Any, ...]) -> Feedback:
    return Feedback(
        audit_id=row[0],
        moderator=row[1],
        judges_impact=row[2],
        names_failings=row[3],
        specifies_action=row[4],
        words=row[5],
        given_at=datetime.fromisoformat(row[6]),
    )
