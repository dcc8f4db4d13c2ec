"""The register's shape, step by step: each file of ``db/migrations`` is one atomic step.

A step that a register has is never edited again; a change is a new file. A register that
holds a step unknown here was made by a newer version and is refused untouched.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from audit_desk.errors import BugError
from audit_desk.paths import database_file
from audit_desk.storage.database import Database, Migrations

_SET = "audit-desk"


def _statements(script: str) -> Iterable[str]:
    """Split a script into statements; a trigger's inner semicolons do not end it."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip() and not statement.strip().startswith("--"):
        raise BugError(f"A migration ends in an unfinished statement: {statement.strip()[:60]}")


def _step(path: Path) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        # Not executescript: it would commit behind the transaction's back.
        for statement in _statements(path.read_text(encoding="utf-8")):
            db.execute(statement)
        if loose := db.execute("PRAGMA foreign_key_check").fetchone():
            raise BugError(f"{path.name} leaves rows of {loose[0]} that refer to nothing.")

    return apply


def step_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all steps, from ``db/migrations`` unless told otherwise, in order."""
    return tuple(sorted((folder or database_file("migrations")).glob("[0-9]*.sql")))


def _known(folder: Path | None) -> Migrations:
    steps = Migrations(_SET)
    for path in step_files(folder):
        steps(name=path.stem)(_step(path))
    return steps


def unknown_steps(db: Database) -> list[str]:
    """Return the names of steps that the register has and this version does not know."""
    known = {path.stem for path in step_files()}
    return [step.name for step in Migrations(_SET).applied(db) if step.name not in known]


def migrate(db: Database, folder: Path | None = None) -> None:
    """Bring a register to the newest shape; a step that fails leaves it at the one before."""
    steps = _known(folder)
    if steps.pending(db):
        with _tables_may_be_rebuilt(db):
            steps.apply(db)


@contextlib.contextmanager
def _tables_may_be_rebuilt(db: Database) -> Iterator[None]:
    """Let a step drop and rename a table that others refer to; each checks them at its end.

    Otherwise dropping the old table would delete what refers to it (sqlite.org/lang_altertable).
    """
    kept = db.execute("PRAGMA foreign_keys").fetchone()[0]
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA legacy_alter_table = ON")
    try:
        yield
    finally:
        db.execute("PRAGMA legacy_alter_table = OFF")
        db.execute(f"PRAGMA foreign_keys = {kept}")
