"""Keys pressed in an audit of 200 questions, each answered by the page painted again.

It is the time of the processor: a key waits for nothing, so what the page itself does is all of
it, and what other programs do at that moment is not part of it.
"""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.screens.audit.way.places import Place
from tests.benchmarks.measure import Row
from tests.ui.fake_auditing import wide_tool

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from audit_desk.ui.screens.audit.screen import AuditScreen

_QUESTIONS = 200
_RUNS = 20


def rows(folder: Path) -> list[Row]:
    del folder
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    screen = _screen(application)

    def press(key: Qt.Key) -> None:
        focused = application.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def times(act: Callable[[int], object]) -> float:
        """Return the middle one of the times."""
        application.processEvents()
        found = []
        for number in range(_RUNS):
            started = time.process_time()
            act(number)
            application.processEvents()
            found.append(time.process_time() - started)
        return median(found)

    def typed(*keys: Qt.Key) -> float:
        return times(lambda number: press(keys[number % len(keys)]))

    key = Qt.Key
    screen.moving.go_to(Place("strategy-meetings", "ST1"))
    found = {"to the next question": times(lambda _number: screen.moving.by(1))}
    screen.moving.go_to(Place("t1", "Q1-1"))
    found["a grade"] = typed(key.Key_2, key.Key_1)
    screen.focus_evidence()
    found["a letter of evidence"] = typed(key.Key_E, key.Key_Space)
    screen.view.navigator.start_search()
    found["a letter looked for"] = typed(key.Key_A, key.Key_Backspace)
    screen.close()
    return [
        Row(f"of {_QUESTIONS} questions, {work}", "a frame of 16.7 ms", taken, 1 / 60, 1.0)
        for work, taken in found.items()
    ]


def _screen(application: "QApplication") -> "AuditScreen":
    from datetime import date

    from audit_desk.domain.audit import Answer
    from audit_desk.domain.event_suggestions import FromLists
    from audit_desk.ui.error_presenter import ErrorPresenter
    from audit_desk.ui.icons import Icons
    from audit_desk.ui.screens.audit.look import Look
    from audit_desk.ui.screens.audit.ports import AuditPorts, Desk
    from audit_desk.ui.screens.audit.screen import AuditScreen
    from audit_desk.ui.theme import Theme
    from tests.ui.fake_actions import FakeActions
    from tests.ui.fake_auditing import FakeAuditing, FakeConcerns, FakeLists, NoHolidays
    from tests.ui.fake_independence import FakeIndependence

    theme = Theme()
    theme.install(application)
    tool = _tool()
    answers = {
        question.id: Answer(question.id, "2", evidence="The record of 2 March shows it.")
        for number, question in enumerate(tool.questions())
        if number % 3
    }
    ports = AuditPorts(
        FakeAuditing(tool, answers=answers),
        FakeConcerns(),
        ErrorPresenter(),
        FakeIndependence("Amina Khan"),
        FakeLists(FromLists()),
        actions=FakeActions(),
    )
    desk = Desk("Amina Khan", NoHolidays(), (), lambda: date(2026, 5, 4))
    screen = AuditScreen(ports, desk, Look(theme, Icons(theme)), lambda: None)
    screen.open("audit-1")
    screen.resize(1280, 720)
    screen.show()
    screen.activateWindow()
    screen.setFocus()
    application.processEvents()
    return screen


def _tool() -> AuditTool:
    """Return the bundled tool with its clocks and conditions, made up to 200 questions."""
    bundled = max(bundled_tools(), key=lambda tool: tool.version)
    missing = _QUESTIONS - sum(1 for _ in bundled.questions())
    return replace(bundled, themes=(*bundled.themes, *wide_tool(missing, themes=4).themes))
