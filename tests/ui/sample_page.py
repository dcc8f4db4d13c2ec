"""The pause in typing, after which a draw is counted, in the tests of a round's sample."""

import pytest
from PySide6.QtWidgets import QApplication

from audit_desk.ui.screens.round.sample import draft
from tests.ui.round_page import Opened


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count with the next event instead of a moment later."""
    monkeypatch.setattr(draft, "_PAUSE_MS", 0)


def settle(opened: Opened) -> None:
    """Let the pause pass, and what is counted after it end."""
    drafts = opened.screen.findChildren(draft.Draft)
    while any(each._pause.isActive() for each in drafts):
        QApplication.processEvents()
    opened.rest()
