"""The rule of who is read twice, and why each further reading is made ↔ rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from audit_desk.domain.audit import Audit, Grade
from audit_desk.domain.second_reading import Further, How, Rule
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


@dataclass(frozen=True, slots=True)
class SetRule:
    """A rule as it was set, by whom and when (UTC)."""

    rule: Rule
    set_by: str
    set_at: datetime


class SecondReadingRepo:
    """The further readings of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def rule(self, round_id: str) -> SetRule | None:
        """Return a round's rule, or ``None`` where none was set."""
        row = self._db.execute(
            "SELECT grades, share_percent, seed, set_by, set_at FROM second_reading_rules"
            " WHERE round_id = ?",
            (round_id,),
        ).fetchone()
        if row is None:
            return None
        grades = tuple(Grade(each) for each in json.loads(row[0]))
        return SetRule(Rule(row[2], grades, row[1]), row[3], datetime.fromisoformat(row[4]))

    def put_rule(self, round_id: str, rule: Rule, by: str) -> None:
        """Set a round's rule."""
        self._db.execute(
            "INSERT INTO second_reading_rules"
            " (round_id, grades, share_percent, seed, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (round_id) DO UPDATE SET grades = excluded.grades,"
            " share_percent = excluded.share_percent, seed = excluded.seed,"
            " set_by = excluded.set_by, set_at = excluded.set_at",
            (
                round_id,
                to_json(sorted(grade.value for grade in rule.grades)),
                rule.share_percent,
                rule.seed,
                by,
                now(),
            ),
        )

    def further(self, audits: Sequence[Audit]) -> list[Further]:
        """Return the further readings among a round's audits, in the order given."""
        if not any(audit.reading > 1 for audit in audits):
            return []
        firsts = {audit.case_id: audit.id for audit in audits if audit.reading == 1}
        why = self._why(audits[0].round_id)
        return [
            _further(audit, firsts[audit.case_id], why[audit.id])
            for audit in audits
            if audit.reading > 1 and audit.id in why and audit.case_id in firsts
        ]

    def how(self, audit_id: str) -> How | None:
        """Return how a further reading came about; ``None`` for a first reading."""
        row = self._db.execute(
            "SELECT how FROM second_readings WHERE audit_id = ?", (audit_id,)
        ).fetchone()
        return How(row[0]) if row else None

    def add(self, audit_id: str, how: How, reason: str, by: str) -> None:
        """Write why a further reading is made."""
        self._db.execute(
            "INSERT INTO second_readings (audit_id, how, reason, chosen_by, chosen_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (audit_id, how.value, reason, by, now()),
        )

    def position(self, audit_id: str) -> int:
        """Return the place of an audit in its round."""
        row = self._db.execute("SELECT position FROM audits WHERE id = ?", (audit_id,)).fetchone()
        place: int = row[0]
        return place

    def has_travelled(self, audit_id: str) -> bool:
        """Whether a reading was ever handed out in a pack."""
        row = self._db.execute(
            "SELECT 1 FROM pack_audits WHERE audit_id = ? LIMIT 1", (audit_id,)
        ).fetchone()
        return row is not None

    def remove(self, audit_id: str) -> None:
        """Take a further reading out, and with it why it was to be made."""
        self._db.execute("DELETE FROM audits WHERE id = ? AND reading > 1", (audit_id,))

    def waiting_for_reader(self) -> dict[str, int]:
        """Return how many further readings nobody was given, by round."""
        rows = self._db.execute(
            "SELECT round_id, count(*) FROM audits"
            " WHERE reading > 1 AND auditor = '' AND state = 'not_started' GROUP BY round_id"
        )
        return {row[0]: row[1] for row in rows}

    def _why(self, round_id: str) -> dict[str, tuple[Any, ...]]:
        rows = self._db.execute(
            "SELECT audit_id, how, reason, chosen_by, chosen_at FROM second_readings"
            " JOIN audits ON audits.id = audit_id WHERE round_id = ?",
            (round_id,),
        )
        return {row[0]: row for row in rows}


def _further(audit: Audit, first_id: str, row: tuple[Any, ...]) -> Further:
    return Further(audit, first_id, How(row[1]), row[2], row[3], datetime.fromisoformat(row[4]))
