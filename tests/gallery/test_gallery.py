from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from audit_desk.domain.settings import Appearance
from audit_desk.ui.theme import Theme
from tests.gallery.__main__ import main, take
from tests.gallery.registry import all_shots


def test_every_picture_has_a_name_of_its_own() -> None:
    assert len({shot.name for shot in all_shots()}) == len(all_shots()) > 10


def test_a_picture_is_taken(qapp: QApplication, tmp_path: Path) -> None:
    theme = Theme()
    theme.install(qapp)
    theme.set_appearance(Appearance.LIGHT)
    shot = next(shot for shot in all_shots() if shot.name == "unlock")
    take(qapp, theme, shot, tmp_path / "unlock.png")
    assert (tmp_path / "unlock.png").stat().st_size > 10_000


def test_without_a_folder_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "OUT_DIR" in capsys.readouterr().err
