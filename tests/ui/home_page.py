"""Home over a register in memory, as its tests open it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.home.screen import HomeScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.fake_home import (
    AUDITS,
    MEETING,
    NOW,
    ROUNDS,
    UNSAFE,
    FakeHome,
    ways,
)


@dataclass
class Home:
    """The page and what it leads to."""

    screen: HomeScreen
    port: FakeHome
    went: list[str]

    def texts(self) -> list[str]:
        QApplication.processEvents()  # what is new in a layout is shown by and by
        labels = self.screen.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]

    def button(self, name: str) -> QPushButton:
        buttons = self.screen.findChildren(QPushButton)
        return next(each for each in buttons if each.accessibleName() == name and each.isVisible())

    def press(self, name: str) -> None:
        QTest.keyClick(self.button(name), Qt.Key.Key_Space)


Open = Callable[[FakeHome], Home]


@pytest.fixture
def open_(qtbot: QtBot, icons: Icons, runner: TaskRunner) -> Open:
    def build(port: FakeHome) -> Home:
        went: list[str] = []
        screen = HomeScreen(port, ways(went), icons, runner, lambda: NOW)
        qtbot.addWidget(screen)
        screen.resize(1090, 720)
        screen.refresh()
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        return Home(screen, port, went)

    return build


FULL = FakeHome(concerns=(UNSAFE, MEETING), audits=AUDITS, rounds=ROUNDS)
