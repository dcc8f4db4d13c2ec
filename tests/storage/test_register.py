"""Real encrypted files: creating, opening, the five refusals, power cuts, backups."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from audit_desk.errors import UserError
from audit_desk.storage import cipher
from audit_desk.storage.database import Database
from audit_desk.storage.history import FIRST
from audit_desk.storage.register import Register

PASSPHRASE = "correct horse battery"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "north.auditdesk"
    with Register.create(path, PASSPHRASE) as register, register.transaction():
        register.history.append("Ada", "created", ("register", "1"), after={"name": "MARKER-TEXT"})
    return path


def refusal(path: Path, passphrase: str = PASSPHRASE) -> UserError:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(UserError) as caught:
        Register.open(path, passphrase)
    assert (path.read_bytes() if path.is_file() else b"") == before
    return caught.value


def test_nothing_is_readable_without_the_passphrase(path: Path) -> None:
    files = [file for file in path.parent.iterdir() if file.is_file()]
    assert all(b"MARKER-TEXT" not in file.read_bytes() for file in files)
    assert all(b"SQLite format" not in file.read_bytes() for file in files)


def test_a_register_opens_again_with_what_was_written(path: Path) -> None:
    with Register.open(path, PASSPHRASE) as register:
        assert register.name == "north"
        assert [line.action for line in register.history.lines()] == ["created"]


def test_each_refusal_has_its_own_sentence_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.auditdesk"
    letter.write_text("Dear Sir or Madam, " * 900)
    damaged = tmp_path / "damaged.auditdesk"
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    damaged.write_bytes(content)
    newer = tmp_path / "newer.auditdesk"
    with Register.create(newer, PASSPHRASE) as register:
        register.db["_sqlite_migrations"].insert(  # type: ignore[union-attr]
            {"migration_set": "audit-desk", "name": "9999_later", "applied_at": "2030-01-01"}
        )
    sentences = {
        refusal(path, "wrong horse battery").message,
        refusal(letter).message,
        refusal(damaged).message,
        refusal(newer).message,
    }
    with Register.open(path, PASSPHRASE):
        sentences.add(refusal(path).message)
    assert len(sentences) == 5
    for word in ("passphrase", "not an Audit Desk register", "damaged", "newer", "in use"):
        assert any(word in sentence for sentence in sentences)


def test_a_disk_without_room_or_out_of_reach_is_not_called_a_damaged_register(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = Database.execute

    def gone(db: Database, query: str, *given: Any) -> Any:
        if "sqlite_master" in query:  # the first that is read of it
            raise sqlcipher3.OperationalError("disk I/O error")
        return execute(db, query, *given)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "execute", gone)
        assert refusal(path).message == "The disk is full, or it is out of reach."
    with Register.open(path, PASSPHRASE) as register:
        with pytest.raises(UserError, match="Nothing was saved just now"), register.transaction():
            gone(register.db, "SELECT * FROM sqlite_master")
        assert register.history.count() == 1


@pytest.mark.parametrize("keep", [4_000, 4_096 * 3, 4_096 * 5 + 17])
def test_a_truncated_register_is_called_damaged(path: Path, keep: int) -> None:
    path.write_bytes(path.read_bytes()[:keep])
    assert "damaged" in refusal(path).message


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" + bytes(5_000)])
def test_other_files_are_not_registers(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.auditdesk"
    file.write_bytes(content)
    assert "not an Audit Desk register" in refusal(file).message


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path).message
    assert "no file" in refusal(tmp_path / "absent.auditdesk").message


def test_a_short_passphrase_a_taken_name_and_a_missing_folder_are_refused(
    path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    for target, passphrase, word in (
        (tmp_path / "new.auditdesk", "short", "characters"),
        (path, PASSPHRASE, "exists"),
        (tmp_path / "absent" / "new.auditdesk", PASSPHRASE, "folder"),
    ):
        with pytest.raises(UserError, match=word):
            Register.create(target, passphrase)
    assert path.read_bytes() == before
    assert not (tmp_path / "new.auditdesk").exists()


@pytest.mark.full_key
def test_sqlcipher_itself_opens_the_file_with_the_passphrase(path: Path) -> None:
    connection = sqlcipher3.connect(str(path))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT count(*) FROM history").fetchone() == (1,)
    connection.close()


def test_a_second_connection_works_on_another_thread(path: Path) -> None:
    with Register.open(path, PASSPHRASE) as register:
        seen: list[int] = []

        def read() -> None:
            second = register.second()
            seen.append(second.history.count())
            second.close()

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert seen == [1]


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    with Register.open(path, PASSPHRASE) as register:
        with pytest.raises(RuntimeError), register.transaction():
            register.history.append("Ada", "answered", ("answer", "1"))
            with register.transaction():
                register.history.append("Ada", "answered", ("answer", "2"))
            raise RuntimeError
        assert register.history.count() == 1


def test_a_backup_opens_with_the_same_passphrase_and_is_never_written_over(
    path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.auditdesk"
    with Register.open(path, PASSPHRASE) as register:
        register.back_up(copy)
        with pytest.raises(UserError, match="exists"):
            register.back_up(copy)
        with pytest.raises(UserError, match="cannot be written"):
            register.back_up(tmp_path / "absent" / "copy.auditdesk")
    assert cipher.read_salt(copy) is not None
    with Register.open(copy, PASSPHRASE) as register:
        assert register.history.count() == 1


KILLED = """
import os, sys
from pathlib import Path
from audit_desk.storage.register import Register
register = Register.open(Path(sys.argv[1]), sys.argv[2])
for number in range(100_000):
    with register.transaction():
        register.history.append("Ada", "answered", ("answer", str(number)))
    print(number, flush=True)
"""


@pytest.mark.full_key
def test_a_killed_writer_loses_nothing_that_it_acknowledged(path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), PASSPHRASE], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    acknowledged = -1
    while acknowledged < 25:
        acknowledged = int(writer.stdout.readline())
    writer.kill()
    rest = writer.stdout.read().split()
    writer.stdout.close()
    writer.wait()
    acknowledged = max([acknowledged, *(int(line) for line in rest)])
    with Register.open(path, PASSPHRASE) as register:
        kept = {line.subject_id for line in register.history.lines() if line.subject == "answer"}
        assert kept >= {str(number) for number in range(acknowledged + 1)}
        assert register.history.faults() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_named(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert "may not write" in refusal(path).message
    finally:
        path.parent.chmod(0o700)


def test_what_a_worker_opened_is_given_back_by_the_main_thread(path: Path) -> None:
    opened: list[Register] = []
    worker = threading.Thread(target=lambda: opened.append(Register.open(path, PASSPHRASE)))
    worker.start()
    worker.join()
    opened[0].close()
    Register.open(path, PASSPHRASE).close()


def test_statements_are_planned_once_in_a_register_that_was_just_created(tmp_path: Path) -> None:
    planned: list[object] = []

    def note(*what: object) -> int:
        planned.append(what)
        return 0  # it is allowed

    with Register.create(tmp_path / "new.auditdesk", PASSPHRASE) as register:
        register.db.conn.set_authorizer(note)
        counts = []
        for _ in range(2):
            assert register.history.count() == 0
            assert register.history.head() == FIRST
            counts.append(len(planned))
    assert 0 < counts[0] == counts[1]
