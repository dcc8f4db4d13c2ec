"""Brings a list from its scratch file into the register's tables.

Every function belongs inside one transaction on a connection with the scratch file joined to it.
New cases are written in the order of their ids, a block at a time: what three tables and their
indexes need of one another is then still at hand, and twice the list takes twice the time.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from audit_desk.storage.history import now
from audit_desk.storage.rows import to_facts, to_json

_BLOCK = 20_000
_NEW = (
    "FROM staged.rows WHERE row BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM staged.known WHERE known.row = rows.row)"
)


def highest_number(raw: Any, prefix: str) -> int:
    """Return the highest number of a reference such as CST-0142, in the register and the list."""
    found: int = raw.execute(
        "SELECT coalesce(max(CAST(tail AS INTEGER)), 0) FROM ("
        " SELECT substr(reference, :skip) AS tail FROM main.cases WHERE reference GLOB :like"
        " UNION ALL"
        " SELECT substr(reference, :skip) FROM staged.brought WHERE reference GLOB :like)"
        " WHERE tail NOT GLOB '*[^0-9]*' AND length(tail) < 16",
        {"skip": len(prefix) + 2, "like": f"{prefix}-[0-9]*"},
    ).fetchone()[0]
    return found


def add_new(raw: Any, list_id: str, prefix: str) -> Iterator[int]:
    """Add the children whom the register does not know, with the council's number and the list.

    A child whose row brings no reference gets the next number after the highest.

    Args:
        raw: The connection.
        list_id: The list on which they stand.
        prefix: What the references begin with.

    Yields:
        How many of them are added, after each block.
    """
    at, number, done = now(), highest_number(raw, prefix), 0
    last: int = raw.execute("SELECT coalesce(max(row), 0) FROM staged.rows").fetchone()[0]
    for start in range(0, last + 1, _BLOCK):
        span = (start, start + _BLOCK - 1)
        added = raw.execute(
            "INSERT INTO main.cases (id, reference, facts, imported_at)"
            " SELECT id, coalesce(reference, printf('%s-%04d', ?, ? + place)), facts, ?"
            " FROM (SELECT row AS numbered, sum(reference IS NULL)"
            f"  OVER (ORDER BY row ROWS UNBOUNDED PRECEDING) AS place {_NEW})"
            " CROSS JOIN staged.rows ON staged.rows.row = numbered",
            (prefix, number, at, *span),
        ).rowcount
        if not added:
            continue
        raw.execute(
            f"INSERT INTO main.case_lookup (case_id, system_id) SELECT id, system_id {_NEW}"
            " ORDER BY row",
            span,
        )
        raw.execute(
            f"INSERT INTO main.list_members (case_id, list_id) SELECT id, ? {_NEW} ORDER BY row",
            (list_id, *span),
        )
        number, done = number + added, done + added
        yield done


def change_known(raw: Any) -> Iterator[int]:
    """Write what is said anew of known children; what the list does not say is kept.

    Yields:
        How many children are changed, after each block.
    """
    at, last, done = now(), -1, 0
    while block := raw.execute(
        "SELECT known.row, known.case_id, main.cases.facts, staged.rows.facts"
        " FROM staged.known AS known"
        " CROSS JOIN main.cases ON main.cases.id = known.case_id"
        " CROSS JOIN staged.rows ON staged.rows.row = known.row"
        " WHERE known.row > ? AND known.differs ORDER BY known.row LIMIT ?",
        (last, _BLOCK),
    ).fetchall():
        raw.executemany(
            "UPDATE main.cases SET facts = ?, imported_at = ? WHERE id = ?",
            [
                (to_json({**to_facts(held), **to_facts(said)}), at, case_id)
                for _, case_id, held, said in block
            ],
        )
        last, done = block[-1][0], done + len(block)
        yield done


def note_former_staff(raw: Any, fields: Sequence[str], until: str) -> None:
    """Note who was a child's worker, manager or chair where the list names another.

    Args:
        raw: The connection.
        fields: The keys of the fields that name members of staff.
        until: The day (ISO) of the change.
    """
    marks = ", ".join("?" * len(fields))
    raw.execute(
        "INSERT INTO main.former_staff (case_id, role, name, until)"
        " SELECT known.case_id, changes.field, changes.before, ? FROM staged.changes AS changes"
        " CROSS JOIN staged.known AS known ON known.row = changes.row"
        f" WHERE changes.field IN ({marks}) AND changes.before IS NOT NULL"
        " ON CONFLICT DO UPDATE SET until = excluded.until",
        (until, *fields),
    )


def settle_members(raw: Any, list_id: str, today: str) -> int:
    """Let the known stand on the list, open closed cases of theirs, and let the others leave it.

    Returns:
        How many cases are closed, because the child is on no list any more.
    """
    raw.execute(
        "INSERT OR IGNORE INTO main.list_members (list_id, case_id)"
        " SELECT ?, case_id FROM staged.known ORDER BY case_id",
        (list_id,),
    )
    raw.execute(
        "UPDATE main.cases SET closed_on = NULL"
        " WHERE id IN (SELECT case_id FROM staged.known WHERE was_closed)"
    )
    raw.execute(
        "DELETE FROM main.list_members"
        " WHERE list_id = ? AND case_id IN (SELECT case_id FROM staged.leaving)",
        (list_id,),
    )
    closed: int = raw.execute(
        "UPDATE main.cases SET closed_on = ?"
        " WHERE id IN (SELECT case_id FROM staged.leaving WHERE closes)",
        (today,),
    ).rowcount
    return closed
