"""The facts beside an answer: typed moments, counts and options."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.audit_tool import PartKind
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.part_editors import TypedEditor
from audit_desk.ui.screens.audit.answers.part_reading import read_part, say_part, shown_part
from audit_desk.ui.screens.audit.reading import PlaceState
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import Key, Page, build_page
from tests.ui.conftest import RecordedErrors

TODAY = date(2026, 5, 4)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    return build_page(qtbot, theme, errors)


def _editor(page: Page, part: str) -> TypedEditor:
    editor = page.screen.view.question.parts.editors[part]
    assert isinstance(editor, TypedEditor)
    return editor


def _sign(page: Page, question_id: str) -> PlaceState | None:
    model = page.screen.view.navigator.model
    rows = [model.row_at(index) for index in range(model.rowCount())]
    return next(row.state for row in rows if row.title == question_id)


def _fill(page: Page, part: str, text: str) -> None:
    _editor(page, part).focus_field()
    field = page.focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    page.type(text)
    page.press(Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (PartKind.MOMENT, "3/5 14:20", "2026-05-03T14:20"),
        (PartKind.MOMENT, "yesterday", "2026-05-03"),
        (PartKind.DATE, "3/5/2026", "2026-05-03"),
        (PartKind.DATE, "3/5/2026 14:20", "2026-05-03"),
        (PartKind.COUNT, " 007 ", "7"),
        (PartKind.TEXT, "  a word ", "a word"),
        (PartKind.TEXT, "no\0 \x1bword\x7f\r\nat\fall 😀 שלום", "no word at all 😀 שלום"),
        (PartKind.MOMENT, "   ", ""),
    ],
)
def test_what_is_typed_is_read(kind: PartKind, typed: str, stored: str) -> None:
    assert read_part(kind, typed, TODAY) == stored


@pytest.mark.parametrize("typed", ["-1", "two", "1.5", "²", "99999", "1" * 5000])
def test_what_is_no_count_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="not a count"):
        read_part(PartKind.COUNT, typed, TODAY)


@pytest.mark.parametrize("stored", ["2026-05-03", "2026-05-03T14:20", "1999-12-31T00:00"])
def test_what_a_field_shows_is_read_back_the_same(stored: str) -> None:
    assert read_part(PartKind.MOMENT, shown_part(PartKind.MOMENT, stored), TODAY) == stored


def test_a_moment_is_said_back_with_its_weekday() -> None:
    assert say_part(PartKind.MOMENT, "2026-05-03T14:20") == "Sunday 3 May 2026, 14:20"
    assert say_part(PartKind.MOMENT, "2026-05-03") == "Sunday 3 May 2026, no time on file"


def test_the_reading_stands_beside_the_field_while_typing(page: Page) -> None:
    page.type("1/5 18:40")
    assert _editor(page, "missing").note.text() == "Friday 1 May 2026, 18:40"


def test_the_clock_runs_beside_the_dates(page: Page) -> None:
    _fill(page, "missing", "27/4 9:00am")
    _fill(page, "returned", "27/4 18:40")
    _fill(page, "seen", "1/5 10:00")
    card = page.screen.view.side._clocks["rhi"]
    assert card.result.text().startswith("Late by 15 h 20 min")
    _fill(page, "seen", "29/4 10:00")
    assert card.result.text() == "In time"
    _fill(page, "seen", "29/4")
    assert card.result.text().startswith("Cannot confirm")


def test_what_is_not_understood_is_said_kept_and_named_before_submitting(page: Page) -> None:
    _fill(page, "missing", "soonish")
    assert "Not saved" in _editor(page, "missing").note.text()
    page.screen.moving.go_to(Place("life", "X9"))
    page.screen.moving.go_to(Place("meetings", "ST1"))
    assert _editor(page, "missing").field.text() == "soonish"
    assert page.screen.answering.undrafted() == ["ST1"]
    assert "missing" not in page.screen.sheet.answer("ST1").parts
    assert _sign(page, "ST1") is PlaceState.NOT_SAVED
    _fill(page, "missing", "1/5")
    assert page.screen.answering.undrafted() == []
    assert _sign(page, "ST1") is PlaceState.IN_PART
    _fill(page, "missing", "1/5/0024")
    assert _sign(page, "ST1") is PlaceState.NOT_SAVED  # its tick would hide what the field shows
    assert _editor(page, "missing").note.text().endswith("01/05/2026 stays.")
    _fill(page, "missing", "1/5")
    assert _sign(page, "ST1") is PlaceState.IN_PART
    assert page.screen.sheet.answer("ST1").parts == {"missing": "2026-05-01"}


def test_an_impossible_order_is_said_at_the_field_and_heals_with_the_other(page: Page) -> None:
    _fill(page, "missing", "2/5 10:00")
    _fill(page, "returned", "1/5 10:00")
    assert "before" in _editor(page, "returned").note.text()
    assert page.auditing.full.answers["ST1"].parts == {"missing": "2026-05-02T10:00"}
    _fill(page, "missing", "2/5 11:00")
    assert "before" in _editor(page, "returned").note.text()  # another field left it as wrong
    _fill(page, "missing", "30/4 10:00")
    assert page.screen.sheet.answer("ST1").parts == {
        "missing": "2026-04-30T10:00",
        "returned": "2026-05-01T10:00",
    }


def test_an_emptied_field_is_taken_out_of_the_answer(page: Page) -> None:
    _fill(page, "times", "3")
    assert page.screen.sheet.answer("ST1").parts == {"times": "3"}
    _editor(page, "times").focus_field()
    page.press(Key.Key_Backspace)
    page.press(Key.Key_Return)
    assert page.screen.sheet.answer("ST1").parts == {}


def test_facts_found_after_all_take_the_place_of_not_evidenced(page: Page) -> None:
    page.press(Key.Key_Escape, Key.Key_0)
    assert page.screen.sheet.answer("ST1").absence is Absence.NOT_EVIDENCED
    _fill(page, "times", "2")
    assert page.screen.sheet.answer("ST1").absence is None


def test_options_are_chosen_with_space_and_undone(page: Page) -> None:
    page.screen.moving.by(1)
    page.press_until(Key.Key_Tab, lambda widget: isinstance(widget, QCheckBox))
    page.press(Key.Key_Space, Key.Key_Tab, Key.Key_Space)
    assert page.auditing.full.answers["ST2"].parts == {"who": "police|health"}
    page.screen.stepping.back()
    assert page.auditing.full.answers["ST2"].parts == {"who": "police"}


def test_a_text_field_keeps_every_letter_and_space(page: Page) -> None:
    editor = _editor(page, "note")
    editor.focus_field()
    editor.field.setText("word " * 41_000)  # more than may be kept, and than Qt's own line holds
    editor.field.textEdited.emit(editor.field.text())
    editor.field.left.emit()
    assert editor.note.text().startswith("Not saved. ST1, Anything else: the text has 204,999")
    assert editor.note.isVisible()
    editor.field.clear()
    page.type("A 2nd, New visit")
    assert editor.note.isHidden()
    page.press(Key.Key_Return)
    assert page.auditing.full.answers["ST1"].parts == {"note": "A 2nd, New visit"}


def test_a_beginning_that_could_be_read_is_not_kept_when_the_whole_cannot(page: Page) -> None:
    page.type("5/4/2099 08:00")
    page.screen.sheet.flush()
    assert page.screen.sheet.answer("ST1").parts == {}
    page.press(Key.Key_Return)
    assert _editor(page, "missing").note.text().startswith("Not saved.")
    _fill(page, "missing", "1/5/2026 18:40")
    _fill(page, "missing", "2/5/2026 25:00")
    assert page.screen.sheet.answer("ST1").parts == {"missing": "2026-05-01T18:40"}


def test_the_fields_of_a_question_are_made_once_and_show_its_answer_again(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    page.type("1/5 18:40")
    parts = page.screen.view.question.parts
    made = parts.editors["missing"]
    page.screen.moving.go_to(Place("meetings", "ST2"))
    assert not made.isVisible()
    page.screen.sheet.choose(Answer("ST1", parts={"missing": "2026-05-02T10:00"}))
    page.screen.moving.go_to(Place("meetings", "ST1"))
    assert parts.editors["missing"] is made
    assert isinstance(made, TypedEditor)
    assert made.field.text() == "02/05/2026 10:00"
    page.screen.moving.go_to(Place("meetings", "ST3"))
    theme.changed.emit()
    page.screen.moving.go_to(Place("meetings", "ST2"))
    page.screen.moving.go_to(Place("meetings", "ST1"))
    assert parts.editors["missing"] is not made
