"""Who reads what by when, what they said of their part in the case, and exceptions ↔ rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from audit_desk.domain.audit import Audit
from audit_desk.domain.case import Facts
from audit_desk.domain.independence import Declaration, FormerStaff, Override, Record, Statement
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_facts

_AT_ONCE = 500
T = TypeVar("T")


class AssignmentRepo:
    """The assignments of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def records(self, audits: Sequence[Audit]) -> dict[str, Record]:
        """Return all that is known about who may read each file, by the audit's id.

        Of a submitted audit it is what was known when it was submitted.
        """
        now = dict(self._facts([audit.case_id for audit in audits]))
        former = _grouped(self._former([audit.case_id for audit in audits]))
        ids = [audit.id for audit in audits]
        said = _grouped(self._declarations(ids))
        allowed = _grouped(self._overrides(ids))
        others = _grouped(self._other_readers(ids))
        found = {}
        for audit in audits:
            record = Record(
                audit.reference,
                audit.facts,
                now.get(audit.case_id, {}),
                tuple(former.get(audit.case_id, ())),
                tuple(said.get(audit.id, ())),
                tuple(allowed.get(audit.id, ())),
                tuple(others.get(audit.id, ())),
            )
            submitted = audit.submitted_at
            found[audit.id] = record.as_of(submitted.date()) if submitted else record
        return found

    def auditors(self) -> list[str]:
        """Return every name that stands as the auditor of a file."""
        rows = self._db.execute("SELECT DISTINCT auditor FROM audits WHERE auditor <> ''")
        return [row[0] for row in rows]

    def load(self) -> dict[str, int]:
        """Return how many files each auditor has to read or finish."""
        rows = self._db.execute(
            "SELECT auditor, count(*) FROM audits"
            " WHERE auditor <> '' AND state <> 'submitted' GROUP BY auditor"
        )
        return {row[0]: row[1] for row in rows}

    def given_back(self) -> dict[str, tuple[str, ...]]:
        """Return the audits without an auditor of which somebody said to have had a part."""
        rows = self._db.execute(
            "SELECT audit_id, declarations.auditor FROM declarations"
            " JOIN audits ON audits.id = audit_id"
            " WHERE statement = 'involved' AND audits.auditor = '' AND state <> 'submitted'"
            " AND reading = 1"
            " ORDER BY declared_at"
        )
        return {key: tuple(names) for key, names in _grouped(rows).items()}

    def without_auditor(self) -> dict[str, int]:
        """Return how many unread files have no auditor, by round, where files are given out.

        A file that was begun still tells that by its day: whoever takes the next file without
        being given it has none. Otherwise the count would go when the last file given is begun.
        """
        rows = self._db.execute(
            "SELECT round_id, sum(auditor = '' AND state = 'not_started') AS free FROM audits"
            " WHERE reading = 1 GROUP BY round_id HAVING free > 0"
            " AND sum(auditor <> '' AND (state = 'not_started' OR due_on IS NOT NULL)) > 0"
        )
        return {row[0]: row[1] for row in rows}

    def save(self, audit: Audit) -> None:
        """Write who reads an audit, and by when."""
        self._db.execute(
            "UPDATE audits SET auditor = ?, due_on = ? WHERE id = ?",
            (audit.auditor, audit.due_on.isoformat() if audit.due_on else None, audit.id),
        )

    def put_declaration(self, audit_id: str, said: Declaration) -> None:
        """Write what an auditor said, in the place of what they said before."""
        self._db.execute(
            "INSERT INTO declarations (audit_id, auditor, statement, declared_at)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (audit_id, auditor) DO UPDATE SET"
            " statement = excluded.statement, declared_at = excluded.declared_at",
            (audit_id, said.auditor, said.statement.value, _moment(said.at)),
        )

    def put_override(self, audit_id: str, override: Override) -> None:
        """Write that somebody is let read a file in spite of a conflict."""
        self._db.execute(
            "INSERT INTO independence_overrides"
            " (audit_id, auditor, conflict, reason, decided_by, decided_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (audit_id, auditor) DO UPDATE SET"
            " conflict = excluded.conflict, reason = excluded.reason,"
            " decided_by = excluded.decided_by, decided_at = excluded.decided_at",
            (
                audit_id,
                override.auditor,
                override.conflict,
                override.reason,
                override.by,
                _moment(override.at),
            ),
        )

    def _facts(self, case_ids: Sequence[str]) -> Iterator[tuple[str, Facts]]:
        for row in self._each("SELECT id, facts FROM cases WHERE id IN ({})", case_ids):
            yield row[0], to_facts(row[1])

    def _former(self, case_ids: Sequence[str]) -> Iterator[tuple[str, FormerStaff]]:
        for row in self._each(
            "SELECT case_id, role, name, until FROM former_staff WHERE case_id IN ({})", case_ids
        ):
            yield row[0], FormerStaff(row[1], row[2], row[3])

    def _declarations(self, audit_ids: Sequence[str]) -> Iterator[tuple[str, Declaration]]:
        for row in self._each(
            "SELECT audit_id, auditor, statement, declared_at FROM declarations"
            " WHERE audit_id IN ({}) ORDER BY declared_at",
            audit_ids,
        ):
            yield row[0], Declaration(row[1], Statement(row[2]), datetime.fromisoformat(row[3]))

    def _overrides(self, audit_ids: Sequence[str]) -> Iterator[tuple[str, Override]]:
        for row in self._each(
            "SELECT audit_id, auditor, conflict, reason, decided_by, decided_at"
            " FROM independence_overrides WHERE audit_id IN ({}) ORDER BY decided_at",
            audit_ids,
        ):
            at = datetime.fromisoformat(row[5])
            yield row[0], Override(row[1], row[2], row[3], row[4], at)

    def _other_readers(self, audit_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        for row in self._each(
            "SELECT one.id, other.auditor FROM audits AS one JOIN audits AS other"
            " ON other.case_id = one.case_id AND other.round_id = one.round_id"
            " AND other.id <> one.id AND other.auditor <> '' WHERE one.id IN ({})"
            " ORDER BY other.reading",
            audit_ids,
        ):
            yield row[0], row[1]

    def _each(self, query: str, ids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Run a query over ids, some at a time; ``{}`` in it stands for them."""
        for start in range(0, len(ids), _AT_ONCE):
            part = list(ids[start : start + _AT_ONCE])
            yield from self._db.execute(query.format(", ".join("?" * len(part))), part)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
