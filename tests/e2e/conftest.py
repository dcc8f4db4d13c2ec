"""Fixtures of the journeys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.cli.conftest import command
from tests.e2e.person import Person
from tests.ui.conftest import _no_modals

__all__ = ["_no_modals", "command"]


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Somebody at a desk of their own, with a folder for documents."""
    (tmp_path / "home" / "documents").mkdir(parents=True)
    made = Person(qtbot, qapp)
    yield made
    made.close()
    made.strays.stop()
    assert not made.strays.seen, "parts of pages were shown as windows"
