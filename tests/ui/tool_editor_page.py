"""The tool editor over tools in memory, as its tests open it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.domain.tool_edit import ToolPath, put
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.editor.screen import ToolEditor
from audit_desk.ui.screens.tools.ports import ToolsDesk
from audit_desk.ui.theme import Theme
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_auditing import NoHolidays
from tests.ui.fake_tools import FakeTools, key, tools_desk
from tests.ui.invented import invented_tool

ST1: ToolPath = ("themes", 0, "questions", 0)
ST2: ToolPath = ("themes", 0, "questions", 1)
SU1: ToolPath = ("themes", 1, "questions", 0)
CLOCK: ToolPath = ("clocks", 0)


@pytest.fixture
def tool() -> AuditTool:
    return put(invented_tool(), (*SU1, "applies_note"), "")


@pytest.fixture
def fake(tool: AuditTool) -> FakeTools:
    made = FakeTools({key(tool): replace(tool, status=ToolStatus.PUBLISHED)})
    made.start_draft(tool, "Alex")
    return made


@pytest.fixture
def left() -> list[str]:
    """What the editor said when it was done."""
    return []


@pytest.fixture
def desk(
    fake: FakeTools, errors: RecordedErrors, prompts: FakePrompts, tmp_path: Path
) -> ToolsDesk:
    return tools_desk(fake, errors, prompts, tmp_path)


@pytest.fixture
def editor(
    qtbot: QtBot, fake: FakeTools, desk: ToolsDesk, theme: Theme, icons: Icons, left: list[str]
) -> ToolEditor:
    made = ToolEditor(
        fake.tools["small", 4],
        desk,
        Look(theme, icons),
        Desk("Alex", NoHolidays(), today=lambda: date(2026, 5, 4)),
        lambda: left.append("done"),
    )
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def choose(editor: ToolEditor, path: ToolPath) -> None:
    editor.view.tree.choose(path)
    editor.view.tree.chosen.emit(path)


def field(editor: ToolEditor, name: str) -> QWidget:
    assert editor.view.forms.form is not None
    return editor.view.forms.form.fields[name].editor


def shown(editor: ToolEditor) -> str:
    preview = editor.view.preview
    return "\n".join(each.text() for each in preview.findChildren(QLabel))


def ids(editor: ToolEditor) -> list[list[str]]:
    return [[question.id for question in theme.questions] for theme in editor.tool.themes]
