"""The tables of a scratch file: a list's rows as they would be kept, and the faults of the others.

Every function here takes a register's connection to which a scratch file is joined as ``staged``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_TABLES = """
CREATE TABLE staged.rows (
    row INTEGER PRIMARY KEY, system_id TEXT NOT NULL, reference TEXT, facts TEXT NOT NULL,
    id TEXT NOT NULL
) STRICT;
CREATE TABLE staged.faults (
    number INTEGER PRIMARY KEY, row INTEGER NOT NULL, heading TEXT NOT NULL, value TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE staged.left_out (row INTEGER PRIMARY KEY, system_id TEXT) STRICT;
CREATE TABLE staged.brought (reference TEXT NOT NULL) STRICT;
CREATE TABLE staged.known (
    row INTEGER PRIMARY KEY, case_id TEXT NOT NULL, reference TEXT NOT NULL,
    differs INTEGER NOT NULL, was_closed INTEGER NOT NULL
) STRICT;
CREATE TABLE staged.changes (
    number INTEGER PRIMARY KEY, row INTEGER NOT NULL, field TEXT NOT NULL, before ANY, after ANY
) STRICT;
CREATE TABLE staged.leaving (
    number INTEGER PRIMARY KEY, case_id TEXT NOT NULL, reference TEXT NOT NULL,
    closes INTEGER NOT NULL
) STRICT;
"""
_NAMES = ("rows", "faults", "left_out", "brought", "known", "changes", "leaving")

StagedRow = tuple[int, str, str | None, str, str]
"""A row's number, the council's number of the child, the list's reference, the facts as JSON, and
the id that the case gets if the register does not know the child."""

StagedFault = tuple[int, str, str, str]
"""A row's number, the column's heading, the value that may be shown, the reason."""


def make_tables(raw: Any) -> None:
    """Make the tables, empty; those of a first pass over the list are dropped."""
    for name in _NAMES:
        raw.execute(f"DROP TABLE IF EXISTS staged.{name}")
    for statement in _TABLES.split(";")[:-1]:
        raw.execute(statement)


def add_rows(raw: Any, rows: Iterable[StagedRow]) -> None:
    """Add rows that can be saved, in order."""
    raw.executemany("INSERT INTO staged.rows VALUES (?, ?, ?, ?, ?)", rows)


def add_faults(raw: Any, faults: Iterable[StagedFault]) -> None:
    """Add faults."""
    raw.executemany(
        "INSERT INTO staged.faults (row, heading, value, reason) VALUES (?, ?, ?, ?)", faults
    )


def leave_out(raw: Any, rows: Iterable[tuple[int, str | None]]) -> None:
    """Remember whose rows are left out, so that a child with a faulty row is not taken for gone."""
    raw.executemany("INSERT OR IGNORE INTO staged.left_out VALUES (?, ?)", rows)


def refuse(raw: Any, faults: Sequence[StagedFault]) -> None:
    """Leave rows out after all that were added, each with its fault."""
    numbers = [(fault[0],) for fault in faults]
    raw.executemany(
        "INSERT OR IGNORE INTO staged.left_out"
        " SELECT row, system_id FROM staged.rows WHERE row = ?",
        numbers,
    )
    raw.executemany("DELETE FROM staged.rows WHERE row = ?", numbers)
    add_faults(raw, faults)


def index_faults(raw: Any) -> None:
    """Make the faults quick to read by row, once all are known."""
    raw.execute("CREATE INDEX staged.faults_by_row ON faults (row, number)")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a scratch file holds.

    Attributes:
        faults: Faults; a row may have several.
        left_out: Rows with faults.
        changes: Facts that are said anew of known children.
    """

    faults: int
    left_out: int
    changes: int


def count(raw: Any) -> Counts:
    """Return how much the scratch file holds, once the list is compared with the register."""
    row = raw.execute(
        "SELECT (SELECT count(*) FROM staged.faults),"
        " (SELECT count(DISTINCT row) FROM staged.faults), (SELECT count(*) FROM staged.changes)"
    ).fetchone()
    return Counts(*row)
