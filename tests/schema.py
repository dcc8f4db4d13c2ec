"""Writes ``db/schema.sql`` from the migrations: ``python -m tests.schema``."""

import tempfile
from pathlib import Path

from audit_desk.paths import database_file
from audit_desk.storage.register import Register

_HEAD = "-- Generated from db/migrations by: python -m tests.schema\n\n"


def schema_of(register: Register) -> str:
    """Return the schema of a register as SQL text."""
    rows = register.db.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND tbl_name <> '_sqlite_migrations'"
        " ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name"
    )
    return _HEAD + "\n\n".join(f"{row[0]};" for row in rows) + "\n"


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        register = Register.create(Path(folder) / "schema.auditdesk", "only for the schema")
        database_file("schema.sql").write_text(schema_of(register), encoding="utf-8")
        register.close()


if __name__ == "__main__":
    main()
