"""A list beside the register: who is known, what is said anew, who is gone.

Each function takes a connection with a scratch file joined to it.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list would do to the register, as counts of children.

    Attributes:
        rows: Children on the list.
        known: How many of them the register knows.
        changed: Of how many of those something new is said.
        reopened: How many of those have a closed case at present.
        gone: How many stood on the list's last edition and do not stand on this one.
    """

    rows: int
    known: int
    changed: int
    reopened: int
    gone: int

    @property
    def new(self) -> int:
        """How many children the register does not know."""
        return self.rows - self.known


def compare(raw: Any, list_id: str | None) -> Difference:
    """Work out what a list would do, and note it beside the list.

    Args:
        raw: The connection.
        list_id: The list of whose last edition children may be gone; ``None`` where nobody
            leaves, because the list is new or only a part.
    """
    # A patch that changes nothing gives the same text back; the others are looked at fact by fact.
    raw.execute(
        "INSERT INTO staged.known"
        " SELECT staged.rows.row, main.cases.id, main.cases.reference,"
        " json_patch(main.cases.facts, staged.rows.facts) <> main.cases.facts,"
        " main.cases.closed_on IS NOT NULL"
        " FROM staged.rows"
        " CROSS JOIN main.case_lookup AS found ON found.system_id = staged.rows.system_id"
        " CROSS JOIN main.cases ON main.cases.id = found.case_id"
    )
    raw.execute(
        "INSERT INTO staged.changes (row, field, before, after)"
        " SELECT known.row, said.key, held.value, said.value FROM staged.known AS known"
        " CROSS JOIN staged.rows ON staged.rows.row = known.row"
        " CROSS JOIN main.cases ON main.cases.id = known.case_id"
        " CROSS JOIN json_each(staged.rows.facts) AS said"
        " LEFT JOIN json_each(main.cases.facts) AS held ON held.key = said.key"
        " WHERE known.differs AND held.value IS NOT said.value"
    )
    raw.execute(
        "UPDATE staged.known SET differs = 0"
        " WHERE differs AND row NOT IN (SELECT row FROM staged.changes)"
    )
    rows: int = raw.execute("SELECT count(*) FROM staged.rows").fetchone()[0]
    if list_id is not None and rows:
        _note_leaving(raw, list_id)
    counts = raw.execute(
        "SELECT count(*), coalesce(sum(differs), 0),"
        " coalesce(sum(was_closed), 0), (SELECT count(*) FROM staged.leaving) FROM staged.known"
    ).fetchone()
    return Difference(rows, *counts)


def _note_leaving(raw: Any, list_id: str) -> None:
    raw.execute(
        "INSERT INTO staged.leaving (case_id, reference, closes)"
        " SELECT main.cases.id, main.cases.reference, main.cases.closed_on IS NULL AND NOT EXISTS ("
        "  SELECT 1 FROM main.list_members AS other"
        "  WHERE other.case_id = member.case_id AND other.list_id <> member.list_id)"
        " FROM main.list_members AS member"
        " CROSS JOIN main.cases ON main.cases.id = member.case_id"
        " WHERE member.list_id = ? AND member.case_id NOT IN ("
        "  SELECT case_id FROM staged.known UNION ALL"
        "  SELECT found.case_id FROM staged.left_out AS row"
        "  CROSS JOIN main.case_lookup AS found ON found.system_id = row.system_id)"
        " ORDER BY main.cases.reference",
        (list_id,),
    )


def stamp(raw: Any) -> tuple[int, ...]:
    """Return what is different once another import has changed the register's cases."""
    found: tuple[int, ...] = raw.execute(
        "SELECT (SELECT count(*) FROM main.imports), (SELECT count(*) FROM main.cases),"
        " (SELECT coalesce(max(seq), 0) FROM main.history WHERE subject = 'cases')"
    ).fetchone()
    return tuple(found)
