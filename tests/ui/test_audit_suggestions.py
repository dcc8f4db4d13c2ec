"""Dates from lists: offered beside the field, and an answer only when the auditor takes them."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import AuditState
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.event_suggestions import FromLists, Suggestion
from audit_desk.ui.models.event_words import event_text
from audit_desk.ui.screens.audit.answers.part_editors import TypedEditor
from audit_desk.ui.screens.audit.keymap import KEYS
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import FakeAuditing

SOURCE = "the missing episodes list, brought in 3 Nov 2026"
EPISODE = CaseEvent(
    "e1",
    "case-1",
    ListKind.MISSING,
    "2026-03-02T18:40",
    {"missing_from": "2026-03-02T18:40", "returned": "2026-03-04T09:10", "rhi_held": "2026-03-06"},
)
LISTS = FromLists(
    (EPISODE,),
    {
        ("ST1", "missing"): Suggestion("2026-03-02T18:40", SOURCE),
        ("ST1", "returned"): Suggestion("2026-03-04T09:10", SOURCE),
        ("ST1", "seen"): Suggestion("2026-03-06", SOURCE),
    },
)
OFFER = "From the list: 2 Mar 2026, 18:40 \u2013 to be checked on file"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    return build_page(qtbot, theme, errors, lists=LISTS)


def _editor(page: Page, part: str) -> TypedEditor:
    editor = page.screen.view.question.parts.editors[part]
    assert isinstance(editor, TypedEditor)
    return editor


def _parts(page: Page) -> dict[str, str]:
    answer = page.auditing.full.answers.get("ST1")
    return dict(answer.parts) if answer else {}


def test_what_a_list_says_is_shown_and_is_no_answer(page: Page) -> None:
    line = _editor(page, "missing").list_line
    assert line.text.text() == OFFER
    assert line.button.toolTip() == f"From {SOURCE}"
    assert KEYS_SHOWN in line.button.text()
    assert _editor(page, "times").list_line.isHidden()
    assert _parts(page) == {}
    page.screen.sheet.flush()
    assert page.auditing.saved == []
    assert page.screen.view.header.progress.text().startswith("0")


def test_a_key_takes_it_saves_it_and_takes_the_next(page: Page) -> None:
    page.press(Key.Key_F6)
    assert _parts(page) == {"missing": "2026-03-02T18:40"}
    missing = _editor(page, "missing")
    assert page.focused() is missing.field
    assert missing.note.text() == "Monday 2 March 2026, 18:40"
    assert missing.list_line.text.text() == "Taken from the list"
    assert missing.list_line.button.isHidden()
    page.press(Key.Key_F6, Key.Key_F6, Key.Key_F6)
    assert set(_parts(page)) == {"missing", "returned", "seen"}
    assert page.focused() is _editor(page, "seen").field


def test_taking_is_undone_and_the_offer_stands_again(page: Page) -> None:
    page.press(Key.Key_F6)
    page.screen.stepping.back()
    assert _parts(page) == {}
    editor = _editor(page, "missing")
    assert editor.field.text() == ""
    assert editor.list_line.text.text() == OFFER
    page.screen.stepping.forward()
    assert _editor(page, "missing").field.text() == "02/03/2026 18:40"
    assert _editor(page, "missing").list_line.text.text() == "Taken from the list"


def test_the_button_is_reached_by_tab(page: Page) -> None:
    button = _editor(page, "returned").list_line.button
    page.press_until(Key.Key_Tab, lambda widget: widget is button)
    page.press(Key.Key_Space)
    assert _parts(page) == {"returned": "2026-03-04T09:10"}


def test_a_file_that_says_otherwise_stands_and_the_list_is_told_beside_it(page: Page) -> None:
    page.type("2/3/2026 19:15")
    page.press(Key.Key_Return)
    line = _editor(page, "missing").list_line
    assert line.text.text() == "The list says 2 Mar 2026, 18:40"
    assert line.button.isHidden()
    page.screen.moving.go_to(Place("life", "X9"))
    page.screen.moving.go_to(Place("meetings", "ST1"))
    assert _parts(page) == {"missing": "2026-03-02T19:15"}
    _editor(page, "missing").focus_field()
    page.press(Key.Key_F6)
    assert _parts(page)["missing"] == "2026-03-02T19:15", "an answer is never overwritten"


def test_what_was_typed_as_the_list_has_it_is_not_called_taken(page: Page) -> None:
    page.type("2/3/2026 18:40")
    page.press(Key.Key_Return)
    assert _editor(page, "missing").list_line.text.text() == "The list says the same"


def test_a_list_that_knows_the_day_alone_agrees_with_a_time_on_that_day(page: Page) -> None:
    _editor(page, "seen").focus_field()
    page.type("6/3/2026 10:00")
    assert _editor(page, "seen").list_line.text.text() == "The list says the same day"


def test_a_date_that_cannot_stand_beside_another_is_not_taken(page: Page) -> None:
    page.type("5/3/2026 08:00")
    page.press(Key.Key_Return)
    page.press(Key.Key_F6)
    returned = _editor(page, "returned")
    assert returned.note.text().startswith("Not saved.")
    assert _parts(page) == {"missing": "2026-03-05T08:00"}
    _editor(page, "missing").focus_field()
    assert page.screen.answering.undrafted() == ["ST1"]


def test_a_submitted_audit_offers_nothing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    auditing = FakeAuditing()
    auditing._become(AuditState.SUBMITTED)
    page = build_page(qtbot, theme, errors, auditing, lists=LISTS)
    page.screen.moving.go_to(Place("meetings", "ST1"))
    assert _editor(page, "missing").list_line.button.isHidden()
    _editor(page, "missing").take_from_list()
    assert _parts(page) == {}


def test_the_childs_events_stand_under_the_facts(page: Page) -> None:
    side = page.screen.view.side
    assert side._event_card.isVisibleTo(side)
    lines = [line.text() for line in side._event_card.findChildren(QLabel)]
    assert "Missing 2 Mar 2026 18:40 \u2013 4 Mar 09:10, interview 6 Mar" in lines


@pytest.mark.parametrize(
    ("kind", "facts", "text"),
    [
        (ListKind.MISSING, {}, "Missing from 30 Dec 2025, no return on the list"),
        (
            ListKind.MISSING,
            {
                "missing_status": "Away without authorisation",
                "returned": "2026-01-01T08:00",
                "rhi_accepted": "No",
            },
            "Away without authorisation 30 Dec 2025 \u2013 1 Jan 2026 08:00, interview declined",
        ),
        (
            ListKind.MISSING,
            {"returned": "2025-12-31", "rhi_offered": "No"},
            "Missing 30 Dec 2025 \u2013 31 Dec, no interview offered",
        ),
        (
            ListKind.STRATEGY,
            {"requested": "2025-12-29", "icpc_date": "2026-01-19"},
            "Strategy discussion 30 Dec 2025, requested 29 Dec, conference 19 Jan 2026",
        ),
        (
            ListKind.SUPERVISION,
            {"supervision_type": "Joint supervision", "supervisor": "Jo Bell"},
            "Joint supervision 30 Dec 2025, by Jo Bell",
        ),
    ],
)
def test_an_event_is_one_line(kind: ListKind, facts: dict[str, str], text: str) -> None:
    assert event_text(CaseEvent("e", "c", kind, "2025-12-30", facts)) == text


KEYS_SHOWN = "F6"


def test_the_key_does_nothing_else() -> None:
    bound = [key for keys in KEYS.values() for key in keys]
    assert bound.count(KEYS_SHOWN) == 1
