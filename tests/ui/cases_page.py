"""The page of cases over a register in memory, as its tests open it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.case import Case
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.cases.screen import CasesScreen
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.conftest import FakePrompts
from tests.ui.fake_cases import FakeCases, FakeMemory

CASES = [
    Case("1", "CST-0001", {"team": "East", "age": 9, "status": "Child in care"}),
    Case("2", "CST-0002", {"team": "West", "age": 16, "status": "Closed"}),
    Case("3", "CST-0003", {"team": "West", "age": 11, "status": "Closed", "gender": "Male"}),
]


@dataclass
class Desk:
    """A screen with everything around it."""

    screen: CasesScreen
    port: FakeCases
    memory: FakeMemory
    imports: list[str]
    runner: TaskRunner

    def refresh(self) -> None:
        self.screen.refresh()
        self.runner.drain()

    @property
    def subtitle(self) -> str:
        return self.screen.view._subtitle.text()


def press(on: QWidget, *keys: str) -> None:
    for each in keys:
        held = QKeySequence(each)[0]  # type: ignore[index]
        QTest.keyClick(on, held.key(), held.keyboardModifiers())


Open = Callable[[list[Case]], Desk]


@pytest.fixture(name="open_")
def open_page(qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts) -> Open:
    def build(cases: list[Case], memory: FakeMemory | None = None) -> Desk:
        port, imports = FakeCases(cases), list[str]()
        kept = memory or FakeMemory()
        screen = CasesScreen(
            port, runner, icons, prompts, lambda: imports.append("asked"), memory=kept
        )
        qtbot.addWidget(screen)
        screen.resize(1090, 720)
        desk = Desk(screen, port, kept, imports, runner)
        desk.refresh()
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return desk

    return build
