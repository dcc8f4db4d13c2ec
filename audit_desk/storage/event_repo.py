"""Events of children ↔ rows: missing episodes, strategy discussions, supervisions."""

from collections.abc import Iterable
from typing import Any

from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_facts, to_json

_EVENT = "SELECT id, case_id, kind, happened, facts, imported_at FROM case_events"


class EventRepo:
    """The events of one register's children."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of_case(self, case_id: str) -> list[CaseEvent]:
        """Return a child's events of every kind, the latest first."""
        rows = self._db.execute(f"{_EVENT} WHERE case_id = ? ORDER BY happened DESC", (case_id,))
        return [_event(row) for row in rows]

    def of_kind(self, kind: ListKind) -> list[CaseEvent]:
        """Return every child's events of a kind."""
        rows = self._db.execute(f"{_EVENT} WHERE kind = ?", (kind.value,))
        return [_event(row) for row in rows]

    def children(self) -> dict[str, tuple[str, str]]:
        """Return each child's case and reference, by the council's number and by the reference.

        Where one child's number is another's reference, the number counts.
        """
        rows = self._db.execute(
            "SELECT system_id, cases.id, reference"
            " FROM cases LEFT JOIN case_lookup ON case_lookup.case_id = cases.id"
        ).fetchall()
        found = {row[2]: (row[1], row[2]) for row in rows}
        found.update({row[0]: (row[1], row[2]) for row in rows if row[0]})
        return found

    def add_many(self, events: Iterable[CaseEvent]) -> None:
        """Add new events."""
        at = now()
        self._db.conn.executemany(
            "INSERT INTO case_events (id, case_id, kind, happened, facts, imported_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    event.id,
                    event.case_id,
                    event.kind.value,
                    event.happened,
                    to_json(event.facts),
                    at,
                )
                for event in events
            ),
        )

    def update_many(self, events: Iterable[CaseEvent]) -> None:
        """Replace when known events happened and what is known of them."""
        at = now()
        self._db.conn.executemany(
            "UPDATE case_events SET happened = ?, facts = ?, imported_at = ? WHERE id = ?",
            ((event.happened, to_json(event.facts), at, event.id) for event in events),
        )


def _event(row: tuple[Any, ...]) -> CaseEvent:
    return CaseEvent(row[0], row[1], ListKind(row[2]), row[3], to_facts(row[4]), row[5])
