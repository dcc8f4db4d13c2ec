"""Fixtures of the window's tests: a theme, fakes for errors and questions, no modals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QStyleFactory,
)
from pytestqt.qtbot import QtBot

from audit_desk.domain.bulk import collector_paused
from audit_desk.ui import task_runner
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Question
from audit_desk.ui.stylesheet import stylesheet
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme, load_typeface, palette
from tests.patience import PatientBot

_NEVER_MS = 3_600_000
_MODALS = {
    QDialog: ("exec",),
    QMenu: ("exec",),
    QMessageBox: ("exec", "question", "information", "warning", "critical", "about"),
    QFileDialog: (
        "exec",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
    ),
    QInputDialog: ("exec", "getText", "getItem", "getInt", "getDouble", "getMultiLineText"),
    QColorDialog: ("exec", "getColor"),
}


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Pytest-qt's own bot, but one that waits for a busy computer."""
    del qapp
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_modals(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that would wait for a person, or that leaves a dialog behind."""

    def refuse(name: str) -> Callable[..., NoReturn]:
        def modal(*_arguments: Any, **_options: Any) -> NoReturn:
            pytest.fail(f"{name} would wait for a person; inject an answer.")

        return modal

    # Work that takes long on a busy computer would open a window that takes the keys.
    monkeypatch.setattr(task_runner, "SHOW_AFTER_MS", _NEVER_MS)
    for kind, names in _MODALS.items():
        for name in names:
            monkeypatch.setattr(kind, name, refuse(f"{kind.__name__}.{name}"))
    yield
    left = qapp.activeModalWidget()
    if left is not None:
        left.close()
        pytest.fail(f"A dialog was left open: {left.windowTitle()}")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let the windows go that a test has opened: each later change of the look dresses them."""
    before = set(qapp.topLevelWidgets())
    yield
    for window in set(qapp.topLevelWidgets()) - before:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass
class RecordedErrors:
    """Remembers the errors that would have been shown."""

    shown: list[BaseException] = field(default_factory=list)

    def show(self, error: BaseException) -> None:
        self.shown.append(error)


@dataclass
class FakePrompts:
    """Answers for the person; each question is kept in ``asked``."""

    file: Path | None = None
    answer: bool = True
    asked: list[str] = field(default_factory=list)

    def open_file(self, title: str, kinds: str, start: Path) -> Path | None:
        del kinds, start
        self.asked.append(title)
        return self.file

    def save_file(self, title: str, kinds: str, start: Path) -> Path | None:
        del kinds, start
        self.asked.append(title)
        return self.file

    def confirm(self, question: Question) -> bool:
        self.asked.append(question.heading)
        return self.answer


@pytest.fixture
def errors() -> Iterator[RecordedErrors]:
    """Errors that would have been shown; a test that expects some clears the list."""
    recorded = RecordedErrors()
    yield recorded
    assert not recorded.shown, f"An error was shown: {recorded.shown!r}"


@pytest.fixture
def prompts() -> FakePrompts:
    return FakePrompts()


@pytest.fixture
def theme(qapp: QApplication, request: pytest.FixtureRequest) -> Theme:
    """The look: typeface, colours and Fusion for every test, the style sheet where it is asked.

    With a style sheet, Qt works out the rules for each of a page's four hundred parts: half of
    the time of a test that looks at what the page does. One marked ``dressed`` looks at looks.
    """
    made = Theme()
    if request.node.get_closest_marker("dressed") is None:
        _undress(qapp, made)
    elif qapp.styleSheet() == stylesheet(made):
        # Dressing anew polishes every widget that is still about: a third of a second a test.
        made._app = qapp
    else:
        made.install(qapp)
    return made


@collector_paused()
def _undress(app: QApplication, theme: Theme) -> None:
    load_typeface()
    if app.styleSheet():
        app.setStyleSheet("")
    if app.font() != theme.font():
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(theme.font())
    light = palette(theme.colours)
    if app.palette().window() != light.window():
        app.setPalette(light)


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def runner(qtbot: QtBot, errors: RecordedErrors) -> Iterator[TaskRunner]:
    """A task runner; whatever a test leaves running has ended before the next."""
    made = TaskRunner(errors)
    yield made
    made.cancel_all()
    made.drain()
