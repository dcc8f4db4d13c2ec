"""Steps are atomic, known by name, and together give the schema that the repository shows."""

from pathlib import Path

import pytest
import sqlcipher3

from audit_desk.paths import database_file
from audit_desk.storage import migrations
from audit_desk.storage.register import Register
from tests.schema import schema_of


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register.create(tmp_path / "r.auditdesk", "correct horse")


def test_the_schema_file_says_what_the_migrations_make(register: Register) -> None:
    written = database_file("schema.sql").read_text(encoding="utf-8")
    assert written == schema_of(register), "run: python -m tests.schema"
    register.close()


def test_a_failing_step_leaves_the_register_at_the_step_before(
    register: Register, tmp_path: Path
) -> None:
    folder = tmp_path / "steps"
    folder.mkdir()
    for path in migrations.step_files():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "9000_broken.sql").write_text(
        "CREATE TABLE half (x TEXT) STRICT;\nCREATE TABLE half (x TEXT) STRICT;\n"
    )
    with pytest.raises(sqlcipher3.DatabaseError):
        migrations.migrate(register.db, folder)
    names = {row[0] for row in register.db.execute("SELECT name FROM sqlite_master")}
    assert "half" not in names
    assert migrations.unknown_steps(register.db) == []
    register.close()


def test_a_trigger_is_one_statement() -> None:
    script = database_file("migrations", "0001_register.sql").read_text(encoding="utf-8")
    statements = list(migrations._statements(script))
    assert sum("CREATE TRIGGER" in statement for statement in statements) == 2
    assert all(statement.strip().endswith(";") for statement in statements)
