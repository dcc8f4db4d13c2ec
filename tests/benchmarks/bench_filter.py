"""A keystroke in the filter over 100,000 cases, the page painted again, and how they are read."""

import gc
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Row, best

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from audit_desk.ui.screens.cases.screen import CasesScreen

_CASES = 100_000
_LIMIT = 0.05
_TYPED = ("e", "ea", "east loc", "east locality 2025", "worker 17 east", "nobody", "cst-0999")


def rows(folder: Path) -> list[Row]:
    del folder
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from audit_desk.ui.error_presenter import ErrorPresenter
    from audit_desk.ui.icons import Icons
    from audit_desk.ui.prompts import DialogPrompts
    from audit_desk.ui.screens.cases.screen import CasesScreen
    from audit_desk.ui.task_runner import TaskRunner
    from audit_desk.ui.theme import Theme
    from tests.ui.fake_cases import FakeCases, invented_cases

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme()
    theme.install(application)
    runner = TaskRunner(ErrorPresenter())
    port = FakeCases(invented_cases(_CASES))
    gc.freeze()  # nobody holds 100,000 cases before they are read but this
    screen = CasesScreen(port, runner, Icons(theme), DialogPrompts(), lambda: None)
    screen.resize(1280, 720)
    screen.show()
    stood_still = _longest_pause(application, screen)
    runner.drain()

    def type_(text: str) -> None:
        screen.view.search.setText(text)
        application.processEvents()

    def slowest() -> float:
        """Type each text into an empty filter, and take the slowest of them."""
        times = []
        for text in _TYPED:
            type_("")
            times.append(best(lambda text=text: type_(text), runs=1))  # type: ignore[misc]
        return max(times)

    keystroke = min(slowest() for _ in range(5))
    screen.close()
    return [
        Row("a keystroke in the filter over 100,000 cases", "50 ms", keystroke, _LIMIT, 1.0),
        Row("the window's longest pause while they are read", "50 ms", stood_still, _LIMIT, 1.0),
    ]


def _longest_pause(application: "QApplication", screen: "CasesScreen") -> float:
    """Let the page read its cases and return the longest time between two rounds of events."""
    application.processEvents()
    before, longest = time.perf_counter(), 0.0
    screen.refresh()
    while not screen.model.total:
        application.processEvents()
        now = time.perf_counter()
        before, longest = now, max(longest, now - before)
    return longest
