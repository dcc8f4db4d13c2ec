"""One window at a time on a register, also where two race for it, and nothing left behind."""

from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from audit_desk.storage.register import Register
from audit_desk.storage.register_lock import RegisterLock, is_held_elsewhere


def test_a_closed_register_lies_alone_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "north.auditdesk"
    with Register.create(path, "correct horse battery"):
        assert len(list(tmp_path.iterdir())) > 1
    assert list(tmp_path.iterdir()) == [path]
    stale = tmp_path / ".north.auditdesk.lock"
    stale.touch()  # of a window that ended badly
    assert not is_held_elsewhere(path)
    with Register.open(path, "correct horse battery"):
        assert is_held_elsewhere(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_window_took_away_meanwhile_locks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, file = tmp_path / "north.auditdesk", tmp_path / ".north.auditdesk.lock"
    acquire = FileLock.acquire
    races: list[FileLock] = []

    def outrun(lock: FileLock, *given: Any, **named: Any) -> Any:
        got = acquire(lock, *given, **named)
        if not races:
            races.append(lock)
            file.unlink()  # as another window does that closes between the opening and the locking
            file.touch()  # and a third one opens
        return got

    monkeypatch.setattr(FileLock, "acquire", outrun)
    held = RegisterLock.take(path)
    with pytest.raises(Timeout):
        RegisterLock.take(path)
    held.give_back()
    held.give_back()
    assert len(races) == 1
    assert not file.exists()
