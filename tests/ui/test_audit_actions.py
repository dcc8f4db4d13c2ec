"""What follows from an adverse answer, said on the audit page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Answer, AuditState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.follow_up.action_card import ActionCard
from audit_desk.ui.screens.audit.follow_up.action_fields import Way
from audit_desk.ui.screens.audit.reading import PlaceState
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.completing import completed
from tests.ui.audit_page import CTRL, SHIFT, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_actions import DRAFT, FakeActions, an_action
from tests.ui.fake_auditing import FakeAuditing


def _at_st3(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors, actions: FakeActions, value: str = "3"
) -> Page:
    answers = {"ST3": Answer("ST3", value, evidence="Seen.")}
    page = build_page(qtbot, theme, errors, FakeAuditing(answers=answers), actions=actions)
    page.screen.moving.go_to(Place("meetings", "ST3"))
    return page


def _card(page: Page) -> ActionCard:
    return page.screen.view.question.action.card


def test_the_card_comes_with_an_adverse_answer_and_goes_with_a_better_one(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = _at_st3(qtbot, theme, errors, FakeActions(), "2")
    assert not _card(page).isVisible()
    page.press(Key.Key_T)  # nothing is asked: the key does nothing
    page.press(Key.Key_3)
    assert _card(page).isVisible()
    assert "Say what will be done" in _card(page).demanded.text()
    assert "ST3: say what will be done, or why nothing is needed." in [
        gap.sentence for gap in page.screen.reading.gaps
    ]
    page.press(Key.Key_2)
    assert not _card(page).isVisible()


def test_it_is_saved_as_it_is_typed_and_asks_for_what_is_missing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    actions = FakeActions()
    page = _at_st3(qtbot, theme, errors, actions)
    page.press(Key.Key_T)
    page.type("Seen at home.")
    page.press(Key.Key_Tab)  # leaving a text saves it
    assert actions.kept["ST3"].draft == ActionDraft("Seen at home.")
    assert _card(page).demanded.text() == "Say who sees to it and by when"
    page.press(Key.Key_Down)  # chooses in the list, and does not leave the question
    assert page.here == "ST3"
    page.press(Key.Key_A, modifier=CTRL)
    page.type("Team man")
    page.press(Key.Key_Tab)
    assert actions.kept["ST3"].draft.owner == "Team manager"
    page.type("soonish")
    page.screen.moving.by(1)
    page.screen.moving.by(-1)
    day = _card(page).day
    assert (day.line.text(), day.day) == ("soonish", None)
    assert day.field.note.startswith("Not saved. “soonish”")
    day.line.setFocus()
    page.press(Key.Key_A, modifier=CTRL)
    page.type("3/6")
    page.press(Key.Key_Return)
    draft = actions.kept["ST3"].draft
    assert (draft.owner, draft.due_on) == ("Team manager", date(2026, 6, 3))
    assert "ST3" not in {gap.question_id for gap in page.screen.reading.gaps}
    assert page.here != "ST3"


def test_another_way_replaces_it_and_undo_brings_it_back(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    own = FollowUp("ST3", DRAFT)
    actions = FakeActions({"ST3": own}, (an_action("a9"),))
    page = _at_st3(qtbot, theme, errors, actions)
    card = _card(page)
    assert card.change.toPlainText() == DRAFT.change
    page.press(Key.Key_T)
    page.press(Key.Key_Tab, modifier=SHIFT)
    page.press(Key.Key_Right, Key.Key_Right)
    assert actions.kept["ST3"].is_empty
    page.press(Key.Key_Tab)
    page.type("She has moved to another council.")
    page.press(Key.Key_Tab)
    assert actions.kept["ST3"] == FollowUp("ST3", none_because="She has moved to another council.")
    card.way.options[Way.OTHER].click()
    assert actions.kept["ST3"].is_empty
    card.other.setCurrentIndex(1)
    card.other.activated.emit(1)
    assert actions.kept["ST3"] == FollowUp("ST3", action_id="a9")
    card.way.options[Way.OWN].click()
    assert actions.kept["ST3"] == own
    page.press(Key.Key_Escape)
    page.press(Key.Key_Z, modifier=CTRL)
    assert actions.kept["ST3"] == FollowUp("ST3", action_id="a9")
    assert card.other.currentIndex() == 1
    page.press(Key.Key_Escape)
    page.press(Key.Key_Z, modifier=CTRL | SHIFT)
    assert actions.kept["ST3"] == own


def test_what_was_said_stays_until_it_is_taken_away(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    actions = FakeActions({"ST3": FollowUp("ST3", DRAFT)})
    page = _at_st3(qtbot, theme, errors, actions)
    page.press(Key.Key_2)
    card = _card(page)
    assert card.isVisible()
    assert card.take_away.isVisible()
    card.take_away.click()
    assert actions.kept["ST3"].is_empty
    assert not card.isVisible()


def test_what_cannot_be_saved_stays_in_sight(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    actions = FakeActions(fails=UserError("The disk is full."))
    page = _at_st3(qtbot, theme, errors, actions)
    page.press(Key.Key_T)
    page.type("Seen.")
    page.screen.sheet.flush()
    assert _card(page).unsaved.isVisible()
    assert str(errors.shown[0]) == "The disk is full."
    assert not page.screen.leave()
    errors.shown.clear()
    actions.fails = None
    assert page.screen.leave()
    assert actions.kept["ST3"].draft.change == "Seen."


def test_a_submitted_audit_shows_it_and_takes_nothing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    actions = FakeActions({"ST3": FollowUp("ST3", DRAFT)})
    auditing = FakeAuditing(answers={"ST3": Answer("ST3", "3", evidence="Seen.")})
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing, actions=actions)
    page.screen.moving.go_to(Place("meetings", "ST3"))
    card = _card(page)
    assert card.change.toPlainText() == DRAFT.change
    assert card.change.isReadOnly()
    assert not card.owner.isEnabled()
    assert card.way.options[Way.NONE].testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_submitted_audit_without_it_is_asked_nothing_any_more(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing(answers={"ST3": Answer("ST3", "3", evidence="Seen.")})
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing)
    place = Place("meetings", "ST3")
    page.screen.moving.go_to(place)
    assert not _card(page).isVisible()
    assert page.screen.reading.state(place) is not PlaceState.NEEDS_ACTION


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Team man", "Team manager"),
        ("work", "Allocated worker"),
        ("team manager", "Team manager"),
        ("Team", "Team"),
        ("Health visitor", "Health visitor"),
        ("a", "a"),
    ],
)
def test_a_half_typed_owner_is_written_out_and_whole_words_are_kept(typed: str, kept: str) -> None:
    assert completed(typed, ("Allocated worker", "Area lead", "Team manager")) == kept
