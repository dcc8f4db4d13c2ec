"""Files and folders appear whole or not at all, and what was there stays."""

import errno
from pathlib import Path

import pytest

from audit_desk.errors import UserError
from audit_desk.services.whole_file import write_whole, write_whole_folder

FILES = {"a.csv": b"1", "b.csv": b"2"}


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def refuse(monkeypatch: pytest.MonkeyPatch, method: str, number: int) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(method, fail)


def test_a_folder_is_made_and_written_again(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    write_whole_folder(FILES, target)
    assert names(target) == ["a.csv", "b.csv"]
    (target / "mine.txt").write_text("kept")
    write_whole_folder({**FILES, "a.csv": b"3"}, target)
    assert names(target) == ["a.csv", "b.csv", "mine.txt"]
    assert (target / "a.csv").read_bytes() == b"3"
    assert names(tmp_path) == ["tables"]


def test_a_full_disk_is_named_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, there = tmp_path / "old.xlsx", tmp_path / "there"
    old.write_bytes(b"before")
    there.mkdir()
    (there / "a.csv").write_bytes(b"before")
    refuse(monkeypatch, "pathlib.Path.write_bytes", errno.ENOSPC)
    for target in (tmp_path / "new", there):
        with pytest.raises(UserError, match="the disk is full"):
            write_whole_folder(FILES, target)
    with pytest.raises(UserError, match="the disk is full"):
        write_whole(b"after", old)
    monkeypatch.undo()
    assert names(tmp_path) == ["old.xlsx", "there"]
    assert old.read_bytes() == b"before"
    assert names(there) == ["a.csv"]
    assert (there / "a.csv").read_bytes() == b"before"


def test_a_file_open_in_another_program_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.docx"
    old.write_bytes(b"before")
    refuse(monkeypatch, "os.replace", errno.EACCES)
    with pytest.raises(UserError) as caught:
        write_whole(b"after", old)
    assert "Close it if another program has it open" in caught.value.hint
    assert old.read_bytes() == b"before"
    assert names(tmp_path) == ["old.docx"]


def test_impossible_places_are_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="is a file"):
        write_whole_folder(FILES, tmp_path / "file")
    with pytest.raises(UserError, match="There is no folder"):
        write_whole_folder(FILES, tmp_path / "no" / "tables")
    with pytest.raises(UserError, match="There is no folder"):
        write_whole(b"", tmp_path / "no" / "a.docx")
    with pytest.raises(UserError, match="is a folder"):
        write_whole(b"", tmp_path)
