"""Everything is saved when it is given; what cannot be saved stays on the page."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Absence, Answer, AuditState, Grade
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.sheet import PAUSE_MS
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import FakeAuditing

FULL = UserError("The disk is full.", "Make room on it.")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    made = build_page(qtbot, theme, errors)
    made.screen.moving.go_to(Place("meetings", "ST3"))
    return made


def _pause_is_over(page: Page) -> None:
    """Let the typing pause run out without waiting for it."""
    timers = [t for t in page.screen.sheet.findChildren(QTimer) if t.isActive()]
    assert [t.interval() for t in timers] == [PAUSE_MS]
    timers[0].timeout.emit()


def test_a_choice_is_saved_at_once(page: Page) -> None:
    page.press(Key.Key_2)
    assert page.auditing.full.answers["ST3"].grade is Grade.GOOD


def test_an_absence_takes_the_place_of_a_grade(page: Page) -> None:
    page.press(Key.Key_2, Key.Key_A)
    saved = page.auditing.full.answers["ST3"]
    assert (saved.value, saved.absence) == ("", Absence.NOT_ACCESSIBLE)
    page.press(Key.Key_4)
    saved = page.auditing.full.answers["ST3"]
    assert (saved.grade, saved.absence) == (Grade.INADEQUATE, None)


def test_a_text_is_saved_after_a_pause_not_at_each_key(page: Page) -> None:
    page.press(Key.Key_E)
    page.type("She was heard")
    assert not page.auditing.saved
    _pause_is_over(page)
    assert page.auditing.full.answers["ST3"].evidence == "She was heard"
    assert len(page.auditing.saved) == 1


def test_a_text_is_saved_when_its_field_is_left(page: Page) -> None:
    page.press(Key.Key_E)
    page.type("seen")
    page.press(Key.Key_Escape)
    assert page.auditing.full.answers["ST3"].evidence == "seen"


@pytest.mark.parametrize("way", ["next", "hide", "leave", "close", "ctrl_s"])
def test_no_way_out_loses_a_pause_still_waited_for(page: Page, way: str) -> None:
    page.press(Key.Key_E)
    page.type("seen")
    ways = {
        "next": page.screen.moving.next_open,
        "hide": page.screen.hide,
        "leave": page.screen.leave,
        "close": page.screen.close_page,
    }
    if way in ways:
        ways[way]()
    else:
        page.press(Key.Key_S, modifier=CTRL)
    assert page.auditing.full.answers["ST3"].evidence == "seen"
    assert page.closed == ([True] if way == "close" else [])


def test_what_cannot_be_saved_stays_is_flagged_and_is_tried_again(
    page: Page, errors: RecordedErrors
) -> None:
    page.auditing.fails = FULL
    page.press(Key.Key_E)
    page.type("she said no")
    page.press(Key.Key_Escape)
    view = page.screen.view
    assert errors.shown == [FULL]
    assert view.question.evidence.text.toPlainText() == "she said no"
    assert view.notices.unsaved.isVisible()
    assert view.question.evidence.unsaved.isVisible()
    assert view.header.saved.text() == "Not saved"

    page.screen.close_page()
    assert page.closed == [], "the page must not close over unsaved words"
    assert errors.shown == [FULL], "the same failure is said once"

    page.auditing.fails = None
    page.press(Key.Key_3)
    saved = page.auditing.full.answers["ST3"]
    assert (saved.grade, saved.evidence) == (Grade.REQUIRES_IMPROVEMENT, "she said no")
    flags = (view.notices.unsaved, view.question.evidence.unsaved)
    assert [flag.isVisible() for flag in flags] == [False, False]
    errors.shown.clear()


def test_words_that_are_not_saved_are_there_when_the_reader_comes_back(
    page: Page, errors: RecordedErrors
) -> None:
    page.auditing.fails = FULL
    page.press(Key.Key_E)
    page.type("kept")
    page.press(Key.Key_Escape, Key.Key_Down, Key.Key_Up)
    assert page.screen.view.question.evidence.text.toPlainText() == "kept"
    page.auditing.fails = None
    page.screen.view.notices.retry_asked.emit()
    assert page.auditing.full.answers["ST3"].evidence == "kept"
    errors.shown.clear()


def test_a_judgement_keeps_the_suggestion_it_was_made_beside(page: Page) -> None:
    page.press(Key.Key_4)
    page.screen.moving.go_to(Place("meetings"))
    page.press(Key.Key_2)
    saved = page.auditing.full.judgements["meetings"]
    assert (saved.grade, saved.suggested) == (Grade.GOOD, Grade.INADEQUATE)
    texts = page.screen.view.judgement.texts
    assert texts.fields["rationale"].isVisible()
    assert texts.demanded.text()
    page.press(Key.Key_E)
    page.type("Worse on paper than for the child.")
    page.press(Key.Key_Escape)
    assert page.auditing.full.judgements["meetings"].rationale
    assert not texts.demanded.text()


def test_a_submitted_audit_can_only_be_read(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing(answers={"ST3": Answer("ST3", "2", evidence="fine")})
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing, person="Olu Ade")
    page.screen.moving.go_to(Place("meetings", "ST3"))
    page.press(Key.Key_4, Key.Key_N, Key.Key_Delete, Key.Key_E)
    page.type("more")
    page.press(Key.Key_Z, modifier=CTRL)
    assert page.auditing.full.answers["ST3"] == Answer("ST3", "2", evidence="fine")
    assert page.screen.view.question.evidence.text.toPlainText() == "fine"
    notices = page.screen.view.notices
    assert notices.locked.isVisible()
    assert not notices.other_reader.isVisible(), "nothing can be changed, under nobody's name"


def test_opening_a_submitted_audit_again_asks_why(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing(answers={"ST3": Answer("ST3", "2")})
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing)
    page.screen.submitting.ask_reopen()
    reopen = page.screen.view.reopen
    reopen.open_button.click()
    assert auditing.reasons == [], "a reason is demanded"
    reopen.reason.setFocus()
    page.type("A record came to light.")
    reopen.open_button.click()
    assert auditing.reasons == ["A record came to light."]
    assert page.screen.view.is_reading
    page.screen.moving.go_to(Place("meetings", "ST3"))
    page.press(Key.Key_1)
    assert auditing.full.answers["ST3"].grade is Grade.OUTSTANDING


def test_an_audit_opens_where_work_goes_on(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing(answers={"ST2": Answer("ST2", "yes"), "ST3": Answer("ST3", "2")})
    page = build_page(qtbot, theme, errors, auditing)
    assert page.here == "ST4"


def test_a_pasted_megabyte_is_refused_in_words_and_not_lost(
    page: Page, errors: RecordedErrors
) -> None:
    long = "word " * 200_000
    page.auditing.fails = UserError("The text is too long.")
    page.screen.view.question.evidence.text.setPlainText(long)
    page.screen.sheet.flush()
    assert page.screen.view.question.evidence.text.toPlainText() == long
    assert len(errors.shown) == 1
    errors.shown.clear()


@pytest.mark.parametrize("text", ["😀 ok", "שלום", "tab\tand\x07bell", "a\u202eb"])
def test_any_text_is_kept_as_it_was_typed(page: Page, text: str) -> None:
    page.screen.view.question.evidence.text.setPlainText(text)
    page.screen.sheet.flush()
    assert page.auditing.full.answers["ST3"].evidence == text
