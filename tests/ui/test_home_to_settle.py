"""What two readings differ in is found out beside the window, and its line keeps its place."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.fake_home import DIFFERENCES, NOW, ROUNDS, FakeHome, ways

_UNKNOWN = FakeHome(rounds=ROUNDS, differences=DIFFERENCES, compared_by=None)


@pytest.fixture
def port() -> FakeHome:
    return replace(_UNKNOWN)


@pytest.fixture
def home(qtbot: QtBot, icons: Icons, runner: TaskRunner, port: FakeHome) -> HomeScreen:
    screen = HomeScreen(port, ways([]), icons, runner, lambda: NOW)
    qtbot.addWidget(screen)
    screen.resize(1090, 720)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return screen


@contextmanager
def waiting(runner: TaskRunner) -> Iterator[None]:
    """Let everything that is begun in a block wait for its end; then all comes to its end."""
    gate = threading.Event()
    runner.run(lambda _progress: gate.wait(60), title="Wait", on_done=lambda _: None, quiet=True)
    try:
        yield
    finally:
        gate.set()
        runner.drain()


def texts(home: HomeScreen) -> set[str]:
    QApplication.processEvents()  # what is new in a layout is shown by and by
    return {each.text() for each in home.findChildren(QLabel) if each.isVisible()}


def test_readings_are_compared_beside_the_window_and_nothing_moves(
    home: HomeScreen, port: FakeHome, runner: TaskRunner
) -> None:
    with waiting(runner):
        home.refresh()
        assert "Comparing second readings…" in texts(home)
        assert not any("differences" in text for text in texts(home)), "not known yet"
        place = home.view.rounds.geometry()
        home.setFocus()
    assert port.compared_by not in {None, threading.get_ident()}
    assert "6 differences to settle" in texts(home)
    assert home.view.rounds.geometry() == place
    focused = home.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("6 differences to settle"), "where work goes on"

    port.differences, port.compared_by = None, None
    with waiting(runner):
        home.refresh()
        home.view.rounds.more.setFocus()
    assert "Nothing is left to settle" in texts(home)
    assert home.view.rounds.geometry() == place
    assert home.view.rounds.more.hasFocus(), "whoever went on keeps their place"
    home.refresh()
    assert not home.view.choices.isVisible(), "it was said once"


def test_readings_that_cannot_be_compared_are_told_of_and_tried_again(
    home: HomeScreen, port: FakeHome, runner: TaskRunner
) -> None:
    port.refusal = UserError("Another program is writing to this register.", "Close it.")
    home.refresh()
    runner.drain()
    (again,) = home.view.choices.buttons()
    assert again.accessibleName() == (
        f"Second readings could not be compared · {port.refusal} · Try again"
    )
    port.refusal = None
    again.click()
    runner.drain()
    assert "6 differences to settle" in texts(home)

    port.compared_by = None
    with waiting(runner):
        home.refresh()
        runner.cancel_all()
    assert port.compared_by is None
    assert "Comparing second readings…" in texts(home), "the register was locked meanwhile"
