"""The import's window over an invented list, as its tests open it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.services.case_import import ImportResult
from audit_desk.ui.dialogs.import_cases.dialog import ImportDialog
from audit_desk.ui.dialogs.import_cases.steps import Step
from audit_desk.ui.icons import Icons
from audit_desk.ui.task_runner import TaskRunner
from tests.ui.conftest import FakePrompts
from tests.ui.fake_import import FakeImport

LIST = Path("cst.csv")
KEYS = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Open:
    """An import window with everything around it."""

    qtbot: QtBot
    dialog: ImportDialog
    port: FakeImport
    runner: TaskRunner
    prompts: FakePrompts
    results: list[ImportResult] = field(default_factory=list)

    def take(self, file: Path = LIST) -> None:
        self.dialog.take_file(file)
        self.runner.drain()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, held)
        QApplication.processEvents()  # a table takes what was typed in it a moment later
        self.runner.drain()

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClicks(self.focus, character)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def choose(self, header: str, target: str) -> None:
        """Choose with the keyboard, as a person does."""
        box = self.dialog.columns.columns.box_of(header)
        box.setFocus()
        steps = box.findData(target) - box.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(box, KEYS.Key_Down if steps > 0 else KEYS.Key_Up)
        assert not self.dialog.next.isEnabled()
        self.qtbot.waitUntil(lambda: self.dialog.is_settled)

    @property
    def step(self) -> Step:
        return self.dialog.step

    def at(self, step: Step) -> bool:
        return self.dialog.step is step

    @property
    def error(self) -> str:
        shown = self.dialog.error
        return shown.accessibleName() if shown.isVisible() else ""

    @property
    def column_texts(self) -> list[str]:
        return [text for text in self.dialog.columns.columns.texts() if text]

    def cells(self) -> list[list[str]]:
        model = self.dialog.preview.table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]


@pytest.fixture(name="opened")
def opened_window(qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts) -> Open:
    port = FakeImport()
    dialog = ImportDialog(port, runner, icons, prompts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    made = Open(qtbot, dialog, port, runner, prompts)
    dialog.imported.connect(made.results.append)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return made


def at_preview(opened: Open) -> None:
    """Lead the window to what would be brought in."""
    opened.take()
    opened.dialog.route.go(Step.PREVIEW)
    opened.runner.drain()
