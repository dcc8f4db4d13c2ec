"""Fixtures of the journeys."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from audit_desk import paths
from tests.cli.conftest import command
from tests.e2e.person import Person
from tests.ui.conftest import _no_modals, qtbot

__all__ = ["_no_modals", "command", "qtbot"]


@pytest.fixture
def person(
    qtbot: QtBot,
    qapp: QApplication,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Person]:
    """Somebody at a desk of their own, with a folder for documents.

    The window wears its style sheet where a journey is marked ``dressed``: there Qt works out its
    rules for each part anew, which takes half of a journey's time.
    """
    if request.node.get_closest_marker("dressed") is None:
        monkeypatch.setattr("audit_desk.ui.theme.stylesheet", lambda _theme: "")
    paths.documents_folder().mkdir(parents=True)
    made = Person(qtbot, qapp)
    yield made
    made.close()
    made.strays.stop()
    assert not made.strays.seen, "parts of pages were shown as windows"
