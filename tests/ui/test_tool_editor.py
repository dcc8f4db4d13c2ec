"""The tool editor: every step seen at once, saved, and taken back with one key."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Condition, PartKind, ToolStatus
from audit_desk.domain.tool_edit import ToolPath, put
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.editor import draft
from audit_desk.ui.screens.tools.editor.condition_row import ConditionRow
from audit_desk.ui.screens.tools.editor.fields import LongText, Number, Pick
from audit_desk.ui.screens.tools.editor.form_question import QuestionForm
from audit_desk.ui.screens.tools.editor.publish_dialog import PublishDialog
from audit_desk.ui.screens.tools.editor.rows import RowsEditor
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


def test_the_forms_fields_give_what_the_file_would_hold(editor: ToolEditor) -> None:
    choose(editor, ST1)
    form = editor.view.forms.form
    assert isinstance(form, QuestionForm)
    form.kind.given.emit(AnswerKind.GRADE)
    assert editor.tool.question("ST1").descriptors is not None
    form.kind.given.emit(AnswerKind.YES_PARTLY_NO)
    assert editor.tool.question("ST1").descriptors is None
    form.critical.click()
    assert not editor.tool.question("ST1").critical
    form.evidence_for.usual.click()
    form.evidence_for.ticks["yes"].click()
    assert editor.tool.question("ST1").evidence_for == ("yes", "partly", "no")
    form.sources.add()
    assert editor.tool.question("ST1").sources[0].document == "2021"

    choose(editor, (*SU1, "parts", 1))
    pick = field(editor, "kind")
    assert isinstance(pick, Pick)
    pick.given.emit(PartKind.DATE)
    part = editor.tool.question("SU1").part("kind")
    assert (part.kind, part.options) == (PartKind.DATE, ())
    lists = field(editor, "from_list")
    assert isinstance(lists, RowsEditor)
    lists.add()
    assert editor.tool.question("SU1").part("kind").from_list == ("case.cst_start",)

    choose(editor, CLOCK)
    limit = field(editor, "limit")
    assert isinstance(limit, Number)
    limit.setValue(9)
    assert editor.tool.clocks[0].limit == 9


def test_a_condition_is_picked_from_questions_and_their_values(editor: ToolEditor) -> None:
    choose(editor, ST2)
    conditions = field(editor, "applies_when")
    assert isinstance(conditions, RowsEditor)
    conditions.add()
    (row,) = conditions.rows
    assert isinstance(row, ConditionRow)
    assert editor.tool.question("ST2").applies_when == (Condition(answer="ST1", any_of=("yes",)),)
    row.subject.given.emit("answer:SU1.kind")
    labels = [tick.text() for tick in row.ticks()]
    assert labels == ["Group", "Alone"]
    row.ticks()[1].click()
    row.test.load("none_of")
    row.test.given.emit("none_of")
    wanted = (Condition(answer="SU1.kind", none_of=("g", "a")),)
    assert editor.tool.question("ST2").applies_when == wanted
    row.ticks()[0].click()
    row.ticks()[1].click()
    row.ticks()[1].click()
    wanted = (Condition(answer="SU1.kind", none_of=("a",)),)
    assert editor.tool.question("ST2").applies_when == wanted
    row.subject.given.emit("case:missing_episodes")
    row.number.setValue(3)
    wanted = (Condition(case="missing_episodes", at_least=3),)
    assert editor.tool.question("ST2").applies_when == wanted
    editor.view.tabs.setCurrentIndex(1)
    said = editor.view.changes.toPlainText()
    assert "ST2 is now asked only where the child's missing episodes is 3 or more." in said


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


def test_every_control_has_a_name(editor: ToolEditor) -> None:
    for path in ((), ("themes", 0), ST2, SU1, (*SU1, "parts", 1), CLOCK, ("documents", 0)):
        choose(editor, path)
        nameless = [
            widget
            for widget in editor.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not widget.objectName().startswith("qt_")
            and not (widget.accessibleName() or widget.property("text"))
        ]
        assert nameless == []


def test_what_is_pasted_without_measure_is_cut_told_and_taken_back(
    editor: ToolEditor, tool: AuditTool
) -> None:
    choose(editor, ST1)
    wording = field(editor, "wording")
    assert isinstance(wording, LongText)
    for text in ("x" * 1_000_000, "word " * 200_000, "😀 مرحبا \x07 \u202eabc\n" * 100_000):
        pasted = QMimeData()
        pasted.setText(text)
        wording.insertFromMimeData(pasted)
        editor.show_consequences()
        QApplication.processEvents()
        (fault,) = editor.view.faults.faults
        assert str(fault) == "question ST1: wording is longer than 10,000 characters"
        assert editor.leave()
        editor.steps.undo()
        assert editor.tool.themes == tool.themes
