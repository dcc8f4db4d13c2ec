"""Places, states and the navigator's rows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import OVERALL, Absence, Answer, Answers, Grade, Judgement
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.ui.screens.audit.reading import PlaceState, Reading
from audit_desk.ui.screens.audit.sheet import AuditSheet
from audit_desk.ui.screens.audit.undo import Change, applied
from audit_desk.ui.screens.audit.way.nav_model import NavModel
from audit_desk.ui.screens.audit.way.nav_rows import RowKind, found_rows, rows_for
from audit_desk.ui.screens.audit.way.places import Place, next_open, places_of, step, theme_step
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, Key, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_actions import FakeActions
from tests.ui.fake_auditing import FakeAuditing, NoHolidays, small_tool

PLACES = places_of(small_tool())


def _reading(answers: Answers, **more: object) -> Reading:
    auditing = FakeAuditing(answers=answers, **more)  # type: ignore[arg-type]
    sheet = AuditSheet(auditing, FakeActions(), "audit-1", "Amina Khan")
    return Reading(sheet, NoHolidays())


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Signals and timers need an application."""


def test_the_places_end_with_the_practitioner_and_leave_out_the_moderator() -> None:
    assert PLACES[-2:] == (Place(OVERALL), Place(PRACTITIONER))
    assert Place("life", "X10") not in PLACES
    assert Place("meetings") in PLACES


def test_steps_stop_at_the_ends() -> None:
    assert step(PLACES, PLACES[0], -1) == PLACES[0]
    assert step(PLACES, PLACES[-1], 1) == PLACES[-1]
    assert theme_step(PLACES, PLACES[-1], 1) == PLACES[-1]


def test_the_next_open_place_is_looked_for_all_the_way_round() -> None:
    only = {PLACES[1]}
    assert next_open(PLACES, PLACES[3], lambda place: place in only) == PLACES[1]
    assert next_open(PLACES, PLACES[1], lambda place: place in only) == PLACES[1]
    assert next_open(PLACES, PLACES[1], lambda _place: False) is None


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer("ST4"), PlaceState.OPEN),
        (Answer("ST4", "2"), PlaceState.DONE),
        (Answer("ST4", "3"), PlaceState.NEEDS_EVIDENCE),
        (Answer("ST4", "3", evidence=" \n"), PlaceState.NEEDS_EVIDENCE),
        (Answer("ST4", "3", evidence="seen"), PlaceState.NEEDS_ACTION),
        (Answer("ST4", "4", evidence="seen"), PlaceState.CONCERN),
        (Answer("ST4", absence=Absence.NOT_EVIDENCED), PlaceState.DONE),
    ],
)
def test_the_state_of_a_question(answer: Answer, state: PlaceState) -> None:
    assert _reading({"ST4": answer}).state(Place("meetings", "ST4")) is state


def test_a_question_that_does_not_apply_is_folded_with_its_reason_and_kept() -> None:
    answers = {"ST2": Answer("ST2", "no", evidence="none"), "ST5": Answer("ST5", "1")}
    reading = _reading(answers)
    rows = rows_for(reading, "meetings", unfolded=False)
    assert [row.title for row in rows if row.kind is RowKind.FOLD] == ["▸ 1 does not apply"]
    assert "ST5" not in [row.title for row in rows]
    shown = rows_for(reading, "meetings", unfolded=True)
    folded = next(row for row in shown if row.title == "ST5")
    assert folded.text == "Asked only where somebody contributed (ST2)."
    assert Place("meetings", "ST5") not in reading.visible()
    assert reading.suggestion("meetings").grade is None


def test_a_folded_question_comes_back_with_its_answer(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    answers = {"ST2": Answer("ST2", "no", evidence="none"), "ST5": Answer("ST5", "2")}
    page = build_page(qtbot, theme, errors, FakeAuditing(answers=answers))
    page.screen.moving.go_to(Place("meetings", "ST5"))
    assert page.screen.view.question.head.folded.isVisible()
    page.press(Key.Key_1)
    page.screen.moving.go_to(Place("meetings", "ST2"))
    page.press(Key.Key_1)
    assert page.screen.reading.state(Place("meetings", "ST5")) is PlaceState.DONE
    assert page.screen.sheet.answer("ST5").grade is Grade.GOOD


def test_each_theme_shows_its_progress_over_what_applies() -> None:
    answers = {"ST2": Answer("ST2", "no"), "ST3": Answer("ST3", "2")}
    rows = rows_for(_reading(answers), "life", unfolded=False)
    assert [row.count for row in rows if row.kind is RowKind.THEME] == ["2/4", "0/2"]


def test_a_row_is_read_out_whole() -> None:
    rows = rows_for(_reading({"ST4": Answer("ST4", "3")}), "meetings", unfolded=False)
    spoken = next(row.spoken for row in rows if row.title == "ST4")
    assert spoken == "ST4, critical, How well was ST4 done?, needs evidence"


def _nothing(_place: Place) -> str:
    return ""


def test_a_search_that_finds_nothing_says_so() -> None:
    reading = _reading({})
    assert [row.kind for row in found_rows(reading, "zebra", _nothing)] == [RowKind.NOTHING]
    assert [row.title for row in found_rows(reading, "chronology st3", _nothing)] == ["ST3"]
    named = found_rows(reading, " x9 ", lambda at: "As in X9." if at.question_id == "ST1" else "")
    assert [row.title for row in named] == ["X9", "ST1"], "its id leads to it, whoever names it"


def test_the_model_keeps_its_rows_while_only_states_change() -> None:
    model = NavModel()
    reading = _reading({})
    rows = rows_for(reading, "meetings", unfolded=False)
    assert model.set_rows(rows)
    changed = (*rows[:2], replace(rows[2], state=PlaceState.DONE), *rows[3:])
    assert not model.set_rows(changed)
    assert model.rowCount() == len(rows)
    spoken = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("answered")


def test_undo_changes_only_what_the_choice_changed() -> None:
    before = Answer("ST2", "yes", parts={"who": "police"})
    after = Answer("ST2", "no", parts={"who": "police"})
    now = Answer("ST2", "no", evidence="later", parts={"who": "police|health"})
    undone = applied(Change(before, after).reversed(), now)
    assert undone == Answer("ST2", "yes", evidence="later", parts={"who": "police|health"})


def test_undo_of_a_judgement_keeps_its_texts() -> None:
    before = Judgement("meetings")
    after = Judgement("meetings", Grade.GOOD, suggested=Grade.GOOD)
    now = replace(after, strengths="heard")
    undone = applied(Change(before, after).reversed(), now)
    assert undone == Judgement("meetings", strengths="heard")


def test_the_check_list_is_left_by_keys_while_the_focus_is_above_the_page(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = build_page(qtbot, theme, errors)
    window, back = QWidget(), QPushButton("Home")
    lines = QVBoxLayout(window)
    lines.addWidget(back)
    lines.addWidget(page.screen)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    view = page.screen.view
    for key, modifier in ((Key.Key_Escape, None), (Key.Key_F, CTRL)):
        page.screen.check()
        assert view.is_showing(view.check)
        back.setFocus()
        page.press(key, modifier=modifier)
        assert view.is_reading
    assert view.navigator.search.hasFocus()
    page.screen.setParent(None)  # the page is let go by itself
