"""The tools page and the tool editor."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from audit_desk.domain.audit_tool import AuditTool, Condition, Option, Part, PartKind
from audit_desk.domain.tool_edit import ToolPath, insert, move, put
from audit_desk.errors import UserError
from audit_desk.services.bank_holidays import EnglandBankHolidays
from audit_desk.services.tool_files import bundled_tools
from audit_desk.ui.prompts import DialogPrompts
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.editor.publish_dialog import PublishDialog
from audit_desk.ui.screens.tools.editor.screen import ToolEditor
from audit_desk.ui.screens.tools.ports import ToolsDesk
from audit_desk.ui.screens.tools.screen import ToolsScreen
from audit_desk.ui.screens.tools.start_dialog import StartDialog
from tests.gallery.registry import LAPTOP, Shot, Studio
from tests.gallery.shots_shell import window
from tests.ui.fake_tools import FakeTools, key, tools_desk


class _Loud:
    def show(self, error: BaseException) -> None:
        raise error


def _desk(studio: Studio, fake: FakeTools) -> ToolsDesk:
    return tools_desk(fake, _Loud(), DialogPrompts(), studio.folder)


def _fake(*, draft: bool = False, unread: bool = False) -> FakeTools:
    fake = FakeTools({key(tool): tool for tool in bundled_tools()})
    if draft:
        fake.start_draft(bundled_tools()[0], "Alex Morgan")
        fake.start_draft(bundled_tools()[0], "Alex Morgan", "child-in-need", "Child in need")
    if unread:
        fake.unread = (
            UserError(
                "our-own.toml, line 214: this is not valid TOML. Unclosed array.",
                "Look at that line and the one before it for a missing bracket.",
            ),
        )
    return fake


def _page(studio: Studio, fake: FakeTools, then: Callable[[ToolsScreen], object]) -> QWidget:
    def page() -> ToolsScreen:
        made = ToolsScreen(_desk(studio, fake), studio.theme, studio.icons, lambda _tool: None)
        made.refresh()
        then(made)
        return made

    return window(studio, "tools", page)


def _read(studio: Studio, place: str = "", find: str = "") -> QWidget:
    def show(page: ToolsScreen) -> None:
        page.show_place(place)
        page.view.find_box.setText(find)

    return _page(studio, _fake(), show)


def _none(studio: Studio) -> QWidget:
    return _page(studio, FakeTools({}), lambda _page: None)


def _drafts(studio: Studio) -> QWidget:
    fake = _fake(draft=True, unread=True)
    return _page(studio, fake, lambda page: page.view.tools.setCurrentRow(2))


def _discarded(studio: Studio) -> QWidget:
    fake = _fake(draft=True)

    def show(page: ToolsScreen) -> None:
        page.view.tools.setCurrentRow(2)
        page.acts.discard()

    class Yes(DialogPrompts):
        def confirm(self, question: object) -> bool:
            return bool(question)

    def build() -> ToolsScreen:
        desk = replace(_desk(studio, fake), prompts=Yes())
        made = ToolsScreen(desk, studio.theme, studio.icons, lambda _tool: None)
        made.refresh()
        show(made)
        return made

    return window(studio, "tools", build)


def _changed(tool: AuditTool) -> AuditTool:
    question = replace(tool.question("ST3"), wording="Did the meeting see the whole picture?")
    tool = put(tool, ("themes", 0, "questions", 2), question)
    tool = move(tool, ("themes", 1, "questions", 1), 1)[0]
    part = Part(
        "asked",
        "Who asked the child?",
        PartKind.CHOICE,
        (Option("worker", "The worker"), Option("nobody", "Nobody")),
    )
    tool = insert(tool, ("themes", 0, "questions", 2, "parts", 0), part)
    return put(tool, ("clocks", 0), replace(tool.clocks[0], limit=2))


def _faulty(tool: AuditTool) -> AuditTool:
    tool = put(tool, ("themes", 0, "questions", 2, "guidance"), "")
    question = tool.question("ST3")
    wrong = (Condition(answer="ST1.meeting", any_of=("never",)),)
    broken = replace(question, applies_when=wrong)
    tool = put(tool, ("themes", 0, "questions", 2), broken)
    return put(tool, ("clocks", 1, "stop"), "ST8.gone")


def _editor(
    studio: Studio,
    path: ToolPath,
    change: Callable[[AuditTool], AuditTool] = _changed,
    *,
    tab: int = 0,
    down: float = 0,
) -> QWidget:
    fake = _fake()
    draft = fake.start_draft(bundled_tools()[0], "Alex Morgan")
    made = window(studio, "tools", QWidget)
    editor = ToolEditor(
        draft,
        _desk(studio, fake),
        Look(studio.theme, studio.icons),
        Desk("Alex Morgan", EnglandBankHolidays(), today=lambda: date(2026, 5, 4)),
        lambda: None,
    )
    made.push_full_page(editor, f"{draft.title}, version {draft.version}", "audit-tools")
    editor.draft.apply(change(draft), path)
    editor.show_draft(path)
    editor.view.tabs.setCurrentIndex(tab)
    editor.show_consequences()
    if down:
        area = editor.view.forms.currentWidget()
        made.resize(1280, 720)
        made.show()
        QApplication.processEvents()
        if isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(int(bar.maximum() * down))
    return made


def _start(studio: Studio) -> QWidget:
    made = StartDialog(bundled_tools()[0], lambda _id, _title: None, studio.theme)
    made.other_tool.setChecked(True)
    return made


def _publish(studio: Studio) -> QWidget:
    from audit_desk.domain.tool_changes import tool_changes
    from audit_desk.ui.screens.tools.changes_text import changes_html

    tool = bundled_tools()[0]
    after = replace(_changed(tool), version=tool.version + 1)
    html = changes_html(tool_changes(tool, after), tool)
    return PublishDialog(after, html, studio.theme)


_ST3: ToolPath = ("themes", 0, "questions", 2)

SHOTS = [
    Shot("tools-empty", _none),
    Shot("tools-about", _read),
    Shot("tools-question", partial(_read, place="ST3")),
    Shot("tools-find", partial(_read, find="missing episode")),
    Shot("tools-drafts", _drafts),
    Shot("tools-discarded", _discarded),
    Shot("tools-start", _start, None),
    Shot("tools-publish", _publish, None),
    Shot("tools-editor", partial(_editor, path=_ST3)),
    Shot("tools-editor-down", partial(_editor, path=_ST3, down=0.45)),
    Shot("tools-editor-bottom", partial(_editor, path=_ST3, down=1)),
    Shot("tools-editor-changes", partial(_editor, path=_ST3, tab=1), LAPTOP),
    Shot("tools-editor-faults", partial(_editor, path=_ST3, change=_faulty)),
    Shot("tools-editor-part", partial(_editor, path=("themes", 0, "questions", 0, "parts", 0))),
    Shot("tools-editor-date", partial(_editor, path=("themes", 0, "questions", 0, "parts", 3))),
    Shot("tools-editor-clock", partial(_editor, path=("clocks", 1))),
    Shot("tools-editor-theme", partial(_editor, path=("themes", 1))),
    Shot("tools-editor-tool", partial(_editor, path=())),
    Shot("tools-editor-150", partial(_editor, path=_ST3), LAPTOP, scale=150),
]
