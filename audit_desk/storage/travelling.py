"""An audit's rows as they travel between a register and its packs, table by table.

Rows go over unread, column by column, so that nothing is lost on the way that this version
does not know by name; only their keys are understood here.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.storage.database import Database
from audit_desk.storage.rows import to_json

Row = Mapping[str, Any]
Content = Mapping[str, Sequence[Row]]
"""The rows of one audit by table; a table without rows is absent."""

_AUDIT_COLUMNS = ("state", "auditor", "started_at", "submitted_at", "seal")
"""What of the audit's own row its reader writes; the rest belongs to whoever runs the round."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of which rows belong to an audit.

    Attributes:
        name: The table.
        order: Its columns that tell rows apart within an audit, in SQL.
    """

    name: str
    order: str


_WRITTEN = (
    _Table("answers", "question_id"),
    _Table("judgements", "theme_id"),
    _Table("contributions", "role"),
    _Table("declarations", "auditor"),
    _Table("independence_overrides", "auditor"),
    _Table("drafts", "person, question_id"),
    _Table("actions", "id"),
    _Table("action_links", "question_id"),
    _Table("submissions", "sequence"),
    _Table("not_identifiers", "kind, passage"),
)
"""What a reader writes in an audit. Concerns are not among it: they are never replaced."""


def contents_of(db: Database, audit_ids: Iterable[str]) -> dict[str, Content]:
    """Return all that was written in audits, by the audit's id."""
    ids = list(audit_ids)
    found: dict[str, dict[str, list[Row]]] = {audit_id: {} for audit_id in ids}
    columns = ", ".join(_AUDIT_COLUMNS)
    for part in _parts(ids):
        marks = ", ".join("?" * len(part))
        query = f"SELECT id AS audit_id, {columns} FROM audits WHERE id IN ({marks})"
        for row in _rows(db, query, part):
            found[row.pop("audit_id")]["audits"] = [row]
        for table in _WRITTEN:
            query = (
                f"SELECT * FROM {table.name} WHERE audit_id IN ({marks})"
                f" ORDER BY audit_id, {table.order}"
            )
            for row in _rows(db, query, part):
                found[row["audit_id"]].setdefault(table.name, []).append(row)
    return {audit_id: content for audit_id, content in found.items() if content}


def hash_of(content: Content) -> str:
    """Return the SHA-256 that tells whether two contents are the same, lower-case hex."""
    return hashlib.sha256(to_json(content).encode("utf-8")).hexdigest()


def same_words(one: Content, other: Content) -> bool:
    """Whether two contents say the same, whenever it was written."""
    return _timeless(one) == _timeless(other)


def _timeless(content: Content) -> dict[str, list[dict[str, Any]]]:
    return {
        table: [{name: row[name] for name in row if not name.endswith("_at")} for row in rows]
        for table, rows in content.items()
    }


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _rows(db: Database, query: str, values: Sequence[str]) -> Iterator[dict[str, Any]]:
    cursor = db.execute(query, tuple(values))
    names = [each[0] for each in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
