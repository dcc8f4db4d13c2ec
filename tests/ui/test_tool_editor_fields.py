"""The fields of the tool editor: what they give, take, and are called."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QWidget

from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Condition, PartKind
from audit_desk.ui.screens.tools.editor.condition_row import ConditionRow
from audit_desk.ui.screens.tools.editor.fields import LongText, Number, Pick
from audit_desk.ui.screens.tools.editor.form_question import QuestionForm
from audit_desk.ui.screens.tools.editor.rows import RowsEditor
from audit_desk.ui.screens.tools.editor.screen import ToolEditor
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
    left,
    tool,
)

__all__ = ["desk", "editor", "fake", "left", "tool"]


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
