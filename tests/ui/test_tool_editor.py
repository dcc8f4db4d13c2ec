"""The tool editor: every step seen at once, saved, and taken back with one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.ui.screens.tools.editor import draft
from audit_desk.ui.screens.tools.editor.publish_dialog import PublishDialog
from audit_desk.ui.screens.tools.editor.screen import ToolEditor
from tests.ui.fake_tools import FakeTools
from tests.ui.tool_editor_page import (
    CLOCK,
    ST1,
    ST2,
    SU1,
    choose,
    desk,
    editor,
    fake,
    field,
    ids,
    left,
    shown,
    tool,
)

__all__ = ["desk", "editor", "fake", "left", "tool"]


def test_typing_shows_at_once_what_the_auditor_sees_and_is_saved(
    editor: ToolEditor, fake: FakeTools
) -> None:
    choose(editor, ST1)
    wording = field(editor, "wording")
    wording.setFocus()
    QTest.keyClicks(wording, "X")
    editor.show_consequences()
    assert editor.tool.question("ST1").wording == "XWho came?"
    assert "XWho came?" in shown(editor)
    line = editor.view.tree.currentItem()
    assert line is not None
    assert "XWho came?" in line.text(0)
    assert editor.view.saved.text() == "Saving …"
    field(editor, "guidance").setFocus()
    assert fake.tools[editor.tool.id, 4].question("ST1").wording == "XWho came?"
    assert editor.view.saved.text() == "All saved"


def test_one_key_takes_back_a_run_of_typing_and_then_each_step_before(
    editor: ToolEditor, tool: AuditTool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "_PAUSE_MS", 3_600_000)  # a busy computer types slowly
    choose(editor, ST1)
    editor.steps.shift(1)
    wording = field(editor, "wording")
    wording.setFocus()
    QTest.keyClicks(wording, "abc")
    QTest.keyClick(wording, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.tool.question("ST1").wording == "Who came?"
    assert wording.property("plainText") == "Who came?"
    QTest.keyClick(wording, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.tool.themes == tool.themes
    assert not editor.view.undo.isEnabled()
    editor.steps.redo()
    editor.steps.redo()
    assert editor.tool.question("ST1").wording == "abcWho came?"
    assert ids(editor)[0] == ["ST2", "ST1"]


def test_keys_move_copy_add_and_remove(editor: ToolEditor) -> None:
    tree = editor.view.tree
    choose(editor, ST2)
    tree.setFocus()
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(tree, Qt.Key.Key_Down, alt)
    assert ids(editor) == [["ST1"], ["ST2", "SU1"]]
    assert tree.path == SU1
    QTest.keyClick(tree, Qt.Key.Key_Up, alt)
    QTest.keyClick(tree, Qt.Key.Key_D, control)
    assert ids(editor) == [["ST1", "ST2", "ST3"], ["SU1"]]
    QTest.keyClick(tree, Qt.Key.Key_N, control)
    assert ids(editor)[0] == ["ST1", "ST2", "ST3", "ST4"]
    assert field(editor, "wording").hasFocus()
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    choose(editor, ST2)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert ids(editor)[0] == ["ST1", "ST3"]
    assert "The clock “Supervision held” rested on it" in editor.view.saved.text()
    QTest.keyClick(tree, Qt.Key.Key_Z, control)
    assert ids(editor)[0] == ["ST1", "ST2", "ST3"]


def test_a_new_id_is_taken_on_wherever_the_question_is_named(editor: ToolEditor) -> None:
    choose(editor, ST2)
    name = field(editor, "id")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, "7")
    assert editor.tool.clocks[0].start == "ST2.held"
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert editor.tool.clocks[0].start == "ST27.held"
    assert not editor.view.faults.faults


def test_faults_stand_in_the_list_the_outline_and_at_the_field_and_forbid_publishing(
    editor: ToolEditor, left: list[str]
) -> None:
    choose(editor, SU1)
    field(editor, "descriptors.good").setProperty("plainText", "")
    choose(editor, CLOCK)
    field(editor, "source").setProperty("plainText", " ")
    choose(editor, ())
    editor.show_consequences()
    texts = [editor.view.faults.list.item(row).text() for row in range(2)]
    assert texts == [
        "SU1: “Good” is empty.",
        "Clock held: The source is empty.",
    ]
    assert not editor.view.publish.isEnabled()
    editor.ask_to_publish()
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert editor.view.tree.path == SU1
    assert field(editor, "descriptors.good").hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert field(editor, "source").hasFocus()
    assert editor.view.forms.form is not None
    assert editor.view.forms.form.fields["source"].note == "The source is empty."
    assert left == []


def test_publishing_shows_what_changes_and_is_done_once_confirmed(
    editor: ToolEditor, fake: FakeTools, left: list[str]
) -> None:
    choose(editor, CLOCK)
    field(editor, "limit").setProperty("value", 2)
    editor.view.publish.click()
    (dialog,) = editor.findChildren(PublishDialog)
    assert "now allows 2 working days" in dialog.changes.toPlainText()
    dialog.reject()
    assert fake.tools[editor.tool.id, 4].status is ToolStatus.DRAFT
    editor.view.publish.click()
    editor.findChildren(PublishDialog)[-1].accept()
    published = fake.tools[editor.tool.id, 4]
    assert (published.status, published.clocks[0].limit) == (ToolStatus.PUBLISHED, 2)
    assert left == ["done"]


def test_what_cannot_be_saved_is_told_and_kept_until_it_can(
    editor: ToolEditor, fake: FakeTools
) -> None:
    fake.broken = True
    choose(editor, ST1)
    editor.steps.duplicate()
    assert not editor.view.trouble.isHidden()
    assert not editor.leave()
    fake.broken = False
    assert editor.leave()
    assert fake.tools[editor.tool.id, 4].themes == editor.tool.themes
    assert editor.view.trouble.isHidden()
