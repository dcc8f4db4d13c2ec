"""A list waits between look and import where nobody else can read it, and leaves nothing behind."""

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit_desk.errors import UserError
from audit_desk.storage import staged_list, staging
from audit_desk.storage.register import Register
from audit_desk.storage.staged_pages import FAULTS, ROWS, Pages
from audit_desk.storage.staging import PREFIX, Staging

LONG = staging.IN_MEMORY + 1
SECRET = "07001-Ezra"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    path = tmp_path_factory.mktemp("register") / "north.auditdesk"
    with Register.create(path, "correct horse battery") as made:
        yield made


def fill(held: Staging, register: Register, count: int = 3) -> None:
    with held.writing(register) as raw:
        staged_list.make_tables(raw)
        staged_list.add_rows(
            raw, [(row, f"{SECRET}{row}", None, '{"age":12}', f"{row:036}") for row in range(count)]
        )
        staged_list.add_faults(raw, [(9, "Age", "old", "is not an age"), (8, "Age", "x", "y")])


def homes(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PREFIX}*"))


@pytest.mark.parametrize("size", [0, LONG])
def test_a_list_is_read_page_by_page_from_another_thread(
    register: Register, tmp_path: Path, size: int
) -> None:
    held = Staging(size, tmp_path)
    second = register.second()
    fill(held, second, 1_200)
    second.close()
    rows = Pages(held, ROWS, 1_200, lambda row, *_: row)
    assert (rows[0], rows[700], rows[-1], rows[1_198:]) == (0, 700, 1_199, [1_198, 1_199])
    assert list(rows) == list(range(1_200))
    assert rows[:0] == rows[1_200:] == []
    with pytest.raises(IndexError):
        rows[1_200]
    assert list(Pages(held, FAULTS, 2, lambda row, *_: row)) == [8, 9]
    read: list[int] = []
    with held.attached(register) as raw, register.transaction():
        raw.execute("INSERT INTO settings VALUES ('asked', '1')")
        thread = threading.Thread(target=lambda: read.append(len(list(rows))))
        thread.start()
        thread.join()
        raw.execute("DELETE FROM settings")
    assert read == [1_200]
    assert register.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    held.close()
    held.close()
    assert homes(tmp_path) == []
    with pytest.raises(UserError, match="not at hand"):
        rows[0]


def test_a_list_of_usual_length_never_touches_the_disk(register: Register, tmp_path: Path) -> None:
    held = Staging(staging.IN_MEMORY, tmp_path)
    fill(held, register)
    assert list(tmp_path.iterdir()) == []
    held.close()


def test_a_long_list_stands_on_the_disk_in_cipher_and_for_its_owner_alone(
    register: Register, tmp_path: Path
) -> None:
    held = Staging(LONG, tmp_path)
    fill(held, register)
    (home,) = homes(tmp_path)
    written = b"".join(file.read_bytes() for file in home.iterdir())
    assert len(written) > 4_096
    assert not any(word in written for word in (SECRET.encode(), b"SQLite", b"CREATE", b"age"))
    if os.name == "posix":
        assert home.stat().st_mode & 0o077 == 0
    held.close()


def test_a_list_that_nobody_holds_any_more_is_gone(register: Register, tmp_path: Path) -> None:
    held: Staging | None = Staging(LONG, tmp_path)
    assert held is not None
    fill(held, register)
    rows = Pages(held, ROWS, 3, lambda *row: row)
    held = None
    gc.collect()
    assert len(rows[:]) == 3, "what can be read keeps it"
    del rows
    gc.collect()
    assert homes(tmp_path) == []


def test_what_a_crash_left_is_removed_and_what_is_in_use_stays(
    register: Register, tmp_path: Path
) -> None:
    used = Staging(LONG, tmp_path)
    fill(used, register)
    (home,) = homes(tmp_path)
    left, young = tmp_path / f"{PREFIX}left", tmp_path / f"{PREFIX}young"
    for folder in (left, young):
        folder.mkdir()
        (folder / "list").write_bytes(b"cipher")
    for folder in (left, home):
        os.utime(folder, (1, 1))
    Staging(0, tmp_path).close()
    assert homes(tmp_path) == sorted([home, young])
    assert len(used.read(ROWS)) == 3
    used.close()


def test_a_folder_that_cannot_be_written_to_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no room for the list") as caught:
        Staging(LONG, tmp_path / "gone")
    assert "Nothing was changed" in caught.value.hint


def test_a_full_disk_is_told_plainly_and_the_register_works_on(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "PRAGMAS", (*staging.PRAGMAS, "max_page_count = 12"))
    held = Staging(LONG, tmp_path)
    with pytest.raises(UserError, match="no room for the list"):
        fill(held, register, 20_000)
    held.close()
    assert register.db.execute("SELECT count(*) FROM cases").fetchone()[0] == 0
    again = Staging(0, tmp_path)
    with pytest.raises(ZeroDivisionError), again.writing(register):
        raise ZeroDivisionError
    again.close()
