"""What is taken back on the audit's page, and what stays."""

from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Grade
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, SHIFT, Key, build_page
from tests.ui.conftest import RecordedErrors


def test_undo_and_redo_of_a_choice_keep_the_words_written_since(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(2)
    page.press(Key.Key_1, Key.Key_3, Key.Key_E)
    page.type("seen")
    page.press(Key.Key_Escape, Key.Key_Down)
    page.press(Key.Key_Z, modifier=CTRL)
    assert page.here == "ST3"
    assert page.auditing.full.answers["ST3"].grade is Grade.OUTSTANDING
    assert page.auditing.full.answers["ST3"].evidence == "seen"
    page.press(Key.Key_Z, modifier=CTRL)
    assert page.auditing.full.answers["ST3"].value == ""
    page.press(Key.Key_Z, modifier=CTRL | SHIFT)
    assert page.auditing.full.answers["ST3"].grade is Grade.OUTSTANDING


def test_ctrl_z_in_a_text_undoes_the_typing_only(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(2)
    page.press(Key.Key_1, Key.Key_E)
    page.type("seen")
    page.press(Key.Key_Z, modifier=CTRL)
    answer = page.screen.sheet.answer("ST3")
    assert (answer.grade, answer.evidence) == (Grade.OUTSTANDING, "")


def test_delete_takes_an_answer_back_and_keeps_its_evidence(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(2)
    page.press(Key.Key_2, Key.Key_E)
    page.type("words")
    page.press(Key.Key_Escape, Key.Key_Delete)
    answer = page.auditing.full.answers["ST3"]
    assert (answer.grade, answer.evidence) == (None, "words")
