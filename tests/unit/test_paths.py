"""What the application offers as a place for files is a folder that is there."""

from pathlib import Path

import pytest

from audit_desk.paths import documents_folder  # the real one: tests have one of their own


def test_without_a_folder_for_documents_a_person_s_own_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "Documents"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert documents_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == tmp_path / "Documents"
