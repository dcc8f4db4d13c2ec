"""Cases ↔ rows. The council's own number is never read here."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.case import Case
from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id, to_facts


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
