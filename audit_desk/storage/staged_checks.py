"""What can only be seen of a list as a whole: children and references that stand on it twice.

Rows are judged in their order: the first of a child or a reference counts, later ones that say
something else are left out. Each function takes a connection with a scratch file joined to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_BLOCK = 5_000


@dataclass(frozen=True, slots=True)
class Twice:
    """A child who stands on two rows that say different things.

    Attributes:
        row: The later row's number.
        first: The earlier row's number.
        facts: What the later row says, as JSON.
        first_facts: What the earlier row says.
    """

    row: int
    first: int
    facts: str
    first_facts: str


def drop_repeated(raw: Any) -> int:
    """Drop the rows that say the same of the same child as an earlier one.

    Returns:
        How many there were.
    """
    _note_pairs(raw, "system_id")
    dropped: int = raw.execute(
        "DELETE FROM staged.rows WHERE row IN ("
        " SELECT pair.row FROM staged.pairs AS pair"
        " CROSS JOIN staged.rows AS later ON later.row = pair.row"
        " CROSS JOIN staged.rows AS first ON first.row = pair.first"
        " WHERE later.facts = first.facts AND later.reference IS first.reference)"
    ).rowcount
    return dropped


def contradictions(raw: Any) -> Iterator[list[Twice]]:
    """Yield, in blocks, the rows that say something else of a child than an earlier one.

    To be called after ``drop_repeated``. The rows of a block may be refused before the next.
    """
    for block in _blocks(
        raw,
        "SELECT pair.row, pair.first, later.facts, first.facts FROM staged.pairs AS pair"
        " CROSS JOIN staged.rows AS later ON later.row = pair.row"
        " CROSS JOIN staged.rows AS first ON first.row = pair.first"
        " WHERE pair.row > ? ORDER BY pair.row LIMIT ?",
    ):
        yield [Twice(*row) for row in block]


def other_than_registered(raw: Any) -> list[int]:
    """Return the rows that bring another reference than the register has for the child."""
    return _numbers(
        raw,
        "SELECT staged.rows.row FROM staged.rows"
        " CROSS JOIN main.case_lookup AS found ON found.system_id = staged.rows.system_id"
        " CROSS JOIN main.cases ON main.cases.id = found.case_id"
        " WHERE staged.rows.reference <> main.cases.reference ORDER BY 1",
    )


def taken_in_register(raw: Any) -> list[int]:
    """Return the rows that bring a reference which the register has for another child."""
    return _numbers(
        raw,
        "SELECT staged.rows.row FROM staged.rows"
        " CROSS JOIN main.cases ON main.cases.reference = staged.rows.reference"
        " LEFT JOIN main.case_lookup AS found ON found.case_id = main.cases.id"
        " WHERE staged.rows.system_id IS NOT found.system_id ORDER BY 1",
    )


def forget_registered_references(raw: Any) -> None:
    """Let the register's reference of a known child stand, which the list only repeats."""
    raw.execute(
        "UPDATE staged.rows SET reference = NULL WHERE reference IS NOT NULL"
        " AND system_id IN (SELECT system_id FROM main.case_lookup)"
    )


def note_references(raw: Any) -> None:
    """Note which references the list brings, so that no child is given one of them."""
    raw.execute(
        "INSERT INTO staged.brought SELECT reference FROM staged.rows WHERE reference IS NOT NULL"
    )


def taken_in_list(raw: Any) -> Iterator[list[tuple[int, int]]]:
    """Yield, in blocks, rows with a reference that stands for another child in an earlier row.

    Each is the later row's number and the earlier one's.
    """
    _note_pairs(raw, "reference")
    yield from _blocks(
        raw, "SELECT row, first FROM staged.pairs WHERE row > ? ORDER BY row LIMIT ?"
    )


def _note_pairs(raw: Any, column: str) -> None:
    """Pair each row with the first that has the same in a column."""
    raw.execute("DROP TABLE IF EXISTS staged.pairs")
    raw.execute("DROP TABLE IF EXISTS staged.twice")
    raw.execute(
        "CREATE TABLE staged.twice AS"
        f" SELECT {column} AS same, min(row) AS first FROM staged.rows WHERE {column} IS NOT NULL"
        f" GROUP BY {column} HAVING count(*) > 1"
    )
    raw.execute("CREATE TABLE staged.pairs (row INTEGER PRIMARY KEY, first INTEGER NOT NULL)")
    if raw.execute("SELECT EXISTS (SELECT 1 FROM staged.twice)").fetchone()[0]:
        raw.execute("CREATE INDEX staged.by_same ON twice (same)")
        raw.execute(
            "INSERT INTO staged.pairs SELECT staged.rows.row, twice.first FROM staged.rows"
            f" CROSS JOIN staged.twice ON twice.same = staged.rows.{column}"
            " WHERE staged.rows.row > twice.first"
        )


def _blocks(raw: Any, sql: str) -> Iterator[list[Any]]:
    last = -1
    while block := raw.execute(sql, (last, _BLOCK)).fetchall():
        yield block
        last = block[-1][0]


def _numbers(raw: Any, sql: str) -> list[int]:
    return [row[0] for row in raw.execute(sql)]
