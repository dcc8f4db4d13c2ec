"""A round's page over a register in memory, for the tests of its tabs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.screens.round.screen import RoundScreen, TabName
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_round_desk import make_desk
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases


@dataclass
class Opened:
    """A round's page and what stands behind it."""

    register: FakeRegister
    screen: RoundScreen
    prompts: FakePrompts
    runner: TaskRunner
    errors: RecordedErrors

    def open(self, tab: TabName | None = None, number: int = 1) -> None:
        """Open a round and let its work end."""
        self.screen.open(f"round-{number}", tab)
        self.rest()

    def rest(self) -> None:
        """Let all work end that was begun."""
        self.runner.drain()
        QTest.qWait(0)
        self.runner.drain()

    def draw(self, size: int = 12, **choices: object) -> None:
        """Draw the first round behind the page's back."""
        request = replace(DrawRequest(size, 4711), **choices)  # type: ignore[arg-type]
        self.register.draw(self.register.rounds[0], request, PERSON)


@pytest.fixture(name="opened")
def opened_page(
    qtbot: QtBot,
    theme: Theme,
    runner: TaskRunner,
    errors: RecordedErrors,
    prompts: FakePrompts,
) -> Iterator[Opened]:
    register = FakeRegister(make_cases())
    register.create("Spring 2026", by=PERSON)
    desk = replace(make_desk(register, theme, runner, errors), prompts=prompts)
    screen = RoundScreen(register, register, register.jobs(), desk)
    qtbot.addWidget(screen)
    screen.resize(1110, 720)
    with qtbot.waitActive(screen):
        screen.show()
    yield Opened(register, screen, prompts, runner, errors)
    runner.drain()
