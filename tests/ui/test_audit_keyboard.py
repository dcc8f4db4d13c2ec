"""A whole audit with the keyboard alone, through the real page."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import OVERALL, Absence, AuditState, Grade
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, SHIFT, Key, build_page
from tests.ui.conftest import RecordedErrors


def test_a_whole_audit_from_first_question_to_submit(  # noqa: PLR0915 - a whole audit is long
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    assert page.here == "ST1"
    page.type("1/5 18:40")
    page.press(Key.Key_Return)
    page.type("2/5/2026 9am")
    page.press(Key.Key_Return)
    page.type("3 May 2026 10:00")
    page.press(Key.Key_Return)
    page.type("2")
    page.press(Key.Key_Return, Key.Key_Return)

    assert page.here == "ST2"
    page.press(Key.Key_2, Key.Key_E)
    page.type("1 nurse came; A and N are letters here.")
    page.press(Key.Key_Escape, Key.Key_T)
    page.type("Health knows of her before the meeting; 2 days, A to N.")
    page.press(Key.Key_Tab)
    page.type("Team manager")
    page.press(Key.Key_Tab)
    page.type("in 4 weeks")
    page.press(Key.Key_Return)

    assert page.here == "ST3"
    page.press(Key.Key_0, Key.Key_Return)
    assert page.here == "ST4"
    page.press(Key.Key_2, Key.Key_Return)
    assert page.here == "ST5"
    page.press(Key.Key_N, Key.Key_Return)

    assert page.here == "meetings"
    page.press(Key.Key_3)
    page.press(Key.Key_E)
    page.type("The nurse knew her.")
    page.press(Key.Key_Return, modifier=CTRL)

    assert page.here == "X5"
    page.press(Key.Key_2, Key.Key_Return)
    assert page.here == "X9"
    page.press(Key.Key_1, Key.Key_Return)
    assert page.here == "life"
    page.press(Key.Key_2, Key.Key_Return)
    assert page.here == "overall"
    suggested = page.screen.reading.suggestion("overall").grade
    assert suggested is not None
    page.press(Key(Key.Key_0 + int(suggested)), Key.Key_Return)

    assert page.screen.view.is_showing(page.screen.view.check)
    page.press(Key.Key_Return, Key.Key_Return)
    page.press(Key.Key_Tab)
    page.press(Key.Key_Return, modifier=CTRL)
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    button, plain = page.screen.view.check.submit_button, Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, plain, autorep=True)
    QApplication.sendEvent(button, held)
    assert button.isVisible(), "the key for the next question, pressed again, submits nothing"
    assert button.hasFocus()
    page.press(Key.Key_Return)
    full = page.auditing.full
    assert full.audit.state is AuditState.SUBMITTED
    assert full.answers["ST1"].parts == {
        "missing": "2026-05-01T18:40",
        "returned": "2026-05-02T09:00",
        "seen": "2026-05-03T10:00",
        "times": "2",
    }
    assert full.answers["ST2"].evidence == "1 nurse came; A and N are letters here."
    told = page.screen.sheet.follow_up("ST2").draft
    assert told.change == "Health knows of her before the meeting; 2 days, A to N."
    assert (told.owner, told.due_on) == ("Team manager", date(2026, 6, 1))
    assert full.answers["ST3"].absence is Absence.NOT_EVIDENCED
    assert full.answers["ST4"].grade is Grade.GOOD
    assert full.judgements["meetings"].rationale == "The nurse knew her."


def test_keys_of_the_page_type_as_letters_in_every_text(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.press(Key.Key_Escape)
    page.press(Key.Key_E)
    page.type("1234 0 A N E anE")
    assert page.screen.sheet.answer("ST1").evidence == "1234 0 A N E anE"
    page.press(Key.Key_Return)
    page.type("second line")
    assert page.screen.sheet.answer("ST1").evidence.endswith("\nsecond line")
    page.press(Key.Key_F, modifier=CTRL)
    page.type("A 1 N")
    assert page.screen.view.navigator.query == "A 1 N"
    assert page.here == "ST1"
    assert page.screen.sheet.answer("ST1").absence is None


def test_arrows_move_between_questions_and_ctrl_arrows_between_themes(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.press(Key.Key_Escape, Key.Key_Down)
    assert page.here == "ST2"
    page.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert page.here == "ST3"
    page.press(Key.Key_Down, modifier=CTRL)
    assert page.here == "X5"
    page.press(Key.Key_Up, modifier=CTRL)
    assert page.here == "ST1"


def test_arrows_lead_through_the_fields_of_a_question_and_out_of_them(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    first = page.focused()
    page.press(Key.Key_Down)
    assert page.focused().accessibleName() == "Returned"
    page.press(Key.Key_Up)
    assert page.focused() is first
    for _ in range(5):
        page.press(Key.Key_Down)
    assert page.here == "ST2"


def test_escape_leads_from_a_text_back_to_the_question(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(2)
    page.press(Key.Key_E)
    assert isinstance(page.focused(), QPlainTextEdit)
    page.press(Key.Key_Escape, Key.Key_4)
    assert page.screen.sheet.answer("ST3").grade is Grade.INADEQUATE


def test_find_goes_to_a_question_by_its_id_or_its_words(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.press(Key.Key_F, modifier=CTRL)
    page.type("x9")
    page.press(Key.Key_Return)
    assert page.here == "X9"
    page.press(Key.Key_F, modifier=CTRL)
    page.type("everybody contribute")
    page.press(Key.Key_Return)
    assert page.here == "ST2"
    page.press(Key.Key_F, modifier=CTRL)
    page.type("nothing like this")
    page.press(Key.Key_Escape)
    assert page.here == "ST2"
    assert page.screen.view.navigator.query == ""
    page.press(Key.Key_1)
    assert page.screen.sheet.answer("ST2").value == "yes"


def test_find_looks_into_the_evidence_too(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(3)
    page.press(Key.Key_E)
    page.type("a trusted aunt")
    page.press(Key.Key_F, modifier=CTRL)
    page.type("AUNT")
    page.press(Key.Key_Return)
    assert page.here == "ST4"
    page.screen.moving.go_to(Place(OVERALL))
    page.press(Key.Key_E)
    page.type("Her aunt kept on asking.")
    page.screen.moving.go_to(Place("meetings", "ST1"))
    page.press(Key.Key_F, modifier=CTRL)
    page.type("aunt")
    page.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)  # the second of two, and no further
    assert page.screen.moving.here == Place(OVERALL)


def test_nothing_on_the_page_becomes_a_window_of_its_own(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.press(Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_2, Key.Key_F2)
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [page.screen]


def test_f2_shows_the_finding_behind_a_question(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    why = page.screen.view.question.head.why
    shown = [why.isVisible()]
    for _ in range(2):
        page.press(Key.Key_F2)
        shown.append(why.isVisible())
    assert shown == [False, True, False]


def test_enter_presses_a_button_that_has_the_focus(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.view.header.check.setFocus()
    page.press(Key.Key_Return)
    assert page.screen.view.is_showing(page.screen.view.check)


def test_the_check_leads_to_each_thing_that_is_missing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    assert page.screen.view.is_showing(page.screen.view.check)
    assert not page.screen.view.check.submit_button.isVisible()
    page.press_until(
        Key.Key_Tab, lambda w: isinstance(w, QPushButton) and w.text().startswith("X9")
    )
    page.press(Key.Key_Return)
    assert page.here == "X9"
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    page.press(Key.Key_Escape)
    assert page.screen.view.is_reading
    page.press(Key.Key_1)
    assert page.screen.sheet.answer("X9").value == "safe"


def test_keys_do_nothing_behind_the_check(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(2)
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    page.press(Key.Key_1)
    assert page.screen.sheet.answer("ST3").value == ""


def test_tab_goes_down_the_page_and_round_it(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.screen.moving.by(1)
    names = []
    for _ in range(20):
        names.append(page.focused().accessibleName())
        page.press(Key.Key_Tab)
    round_trip = names[: names.index("Yes", 1)]
    wanted = ["Yes", "Not evidenced", "Who?: Police", "Who?: Health", "Evidence"]
    assert round_trip[: len(wanted)] == wanted
    assert {"Check and submit", "Find in this audit", "Themes and questions"} <= set(round_trip)


def test_every_control_that_takes_the_focus_has_a_name(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    seen = []
    for _ in range(40):
        page.press(Key.Key_Tab)
        seen.append(page.focused())
        assert page.focused().accessibleName(), page.focused()
    assert len(set(seen)) > 8
