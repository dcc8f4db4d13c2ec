"""Cases ↔ rows. The council's own number is written here and never read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit_desk.domain.case import Case
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id, to_facts, to_json


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """What one import did, as counts, and a digest of what it brought in."""

    list_title: str
    added: int
    updated: int
    unchanged: int
    refused: int
    digest: str


class CaseRepo:
    """The cases of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> list[Case]:
        """Return every case, by reference."""
        rows = self._db.execute(
            "SELECT id, reference, facts, closed_on FROM cases ORDER BY reference"
        )
        return [Case(row[0], row[1], to_facts(row[2]), row[3] or "") for row in rows]

    def count(self) -> int:
        """Return how many cases there are."""
        number: int = self._db.execute("SELECT count(*) FROM cases").fetchone()[0]
        return number

    def by_references(self, references: Sequence[str]) -> dict[str, Case]:
        """Return the cases of these references; an unknown one is absent."""
        found: dict[str, Case] = {}
        for start in range(0, len(references), 500):
            part = references[start : start + 500]
            marks = ", ".join("?" * len(part))
            rows = self._db.execute(
                f"SELECT id, reference, facts, closed_on FROM cases WHERE reference IN ({marks})",
                list(part),
            )
            found.update(
                {row[1]: Case(row[0], row[1], to_facts(row[2]), row[3] or "") for row in rows}
            )
        return found

    def add_many(self, cases: Iterable[tuple[str, Case]]) -> None:
        """Add new cases, each with the council's own number; quickest in the order of their ids."""
        at = now()
        pairs = list(cases)
        self._db.conn.executemany(
            "INSERT INTO cases (id, reference, facts, imported_at) VALUES (?, ?, ?, ?)",
            ((case.id, case.reference, to_json(case.facts), at) for _, case in pairs),
        )
        self._db.conn.executemany(
            "INSERT INTO case_lookup (case_id, system_id) VALUES (?, ?)",
            ((case.id, system_id) for system_id, case in pairs),
        )

    def update_facts(self, cases: Iterable[Case]) -> None:
        """Replace the facts of cases that are known already."""
        at = now()
        self._db.conn.executemany(
            "UPDATE cases SET facts = ?, imported_at = ? WHERE id = ?",
            ((to_json(case.facts), at, case.id) for case in cases),
        )

    def record_import(self, record: ImportRecord, by: str) -> None:
        """Keep what an import did."""
        self._db.execute(
            "INSERT INTO imports (id, imported_at, imported_by, list_title, added, updated,"
            " unchanged, refused, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new_id(),
                now(),
                by,
                record.list_title,
                record.added,
                record.updated,
                record.unchanged,
                record.refused,
                record.digest,
            ),
        )
