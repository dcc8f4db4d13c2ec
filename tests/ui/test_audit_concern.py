"""The interrupt for a child who may not be safe."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.answer_check import faults
from audit_desk.domain.audit import Absence, Answer
from audit_desk.domain.settings import EscalationContact
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.concern.concern_form import told_at
from audit_desk.ui.screens.audit.concern.contact_list import ContactList
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.banner import Banner
from tests.ui.audit_page import CTRL, SHIFT, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import NOW, FakeConcerns


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    made = build_page(qtbot, theme, errors)
    made.screen.moving.go_to(Place("life", "X9"))
    return made


def _labels(page: Page) -> str:
    panel = page.screen.view.concern
    return " ".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible())


def _open(concerns: FakeConcerns) -> list[str]:
    return [one.id for one in concerns.concerns.values() if one.is_open]


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_3])
def test_unsure_and_unsafe_interrupt_with_the_concern_already_on_record(
    page: Page, key: Key
) -> None:
    page.press(key)
    assert page.screen.view.is_showing(page.screen.view.concern)
    concern = page.concerns.concerns["1"]
    assert concern.question_id == "X9"
    assert concern.raised_by == "Amina Khan"
    shown = _labels(page)
    assert "has told nobody" in shown
    assert "0161 496 0101" in shown
    assert "0161 496 0999" in shown


def test_safe_does_not_interrupt(page: Page) -> None:
    page.press(Key.Key_1)
    assert page.screen.view.is_reading
    assert not page.concerns.concerns


def test_a_critical_inadequate_interrupts_and_a_plain_one_does_not(page: Page) -> None:
    page.screen.moving.go_to(Place("meetings", "ST3"))
    page.press(Key.Key_4)
    assert page.screen.view.is_reading
    page.screen.moving.go_to(Place("meetings", "ST4"))
    page.press(Key.Key_4)
    assert page.screen.view.is_showing(page.screen.view.concern)


def test_telling_is_recorded_by_keyboard_and_the_reading_goes_on(page: Page) -> None:
    page.press(Key.Key_3)
    page.press(Key.Key_Return)
    page.type("She visits tonight.")
    page.press(Key.Key_Tab, Key.Key_Return)
    contact = page.concerns.concerns["1"].contacts[0]
    assert contact.told == "Jo Bell (Team manager)"
    assert contact.told_at == NOW
    assert contact.response == "She visits tonight."
    page.press(Key.Key_Return)
    assert page.screen.view.is_reading
    assert page.here == "X9"
    assert page.screen.view.notices.concern.isVisible()
    page.press(Key.Key_Return)
    assert page.here != "X9"


def test_it_can_be_left_untold_but_stays_in_sight(page: Page) -> None:
    page.press(Key.Key_3)
    go_on = page.screen.view.concern.go_on
    assert "nobody is told yet" in go_on.text()
    go_on.click()
    assert page.screen.view.is_reading
    assert page.screen.view.notices.concern.isVisible()
    page.press(Key.Key_F4)
    assert page.screen.view.is_showing(page.screen.view.concern)


def test_words_that_are_not_recorded_hold_the_reader_back(page: Page) -> None:
    page.press(Key.Key_3)
    panel = page.screen.view.concern
    panel.form.response.setPlainText("They will ring back.")
    panel.go_on.click()
    assert page.screen.view.is_showing(panel)
    assert "not recorded yet" in panel.form.who.note
    panel.form.response.setPlainText("")
    panel.go_on.click()
    assert page.screen.view.is_reading


def test_escape_and_the_reading_keys_do_not_wave_it_away(page: Page) -> None:
    page.press(Key.Key_3)
    page.press(Key.Key_Escape, Key.Key_1, Key.Key_N)
    assert page.screen.view.is_showing(page.screen.view.concern)
    assert page.auditing.full.answers["X9"].value == "unsafe"


def test_no_child_is_left_out_of_whether_they_are_safe(page: Page) -> None:
    offered = [
        value for value, row in page.screen.view.question.absences.rows.items() if row.isVisible()
    ]
    assert offered == ["not_evidenced", "not_accessible"]
    page.press(Key.Key_N)
    assert not page.screen.sheet.answer("X9").is_given
    page.press(Key.Key_0)
    assert page.screen.sheet.answer("X9").absence is Absence.NOT_EVIDENCED
    (fault,) = faults(
        page.screen.sheet.tool.question("X9"),
        Answer("X9", absence=Absence.NOT_APPLICABLE),
        NOW.date(),
    )
    assert "applies to every child" in fault


def test_it_does_not_interrupt_again_for_the_same_answer(page: Page) -> None:
    page.press(Key.Key_3)
    page.screen.view.concern.go_on.click()
    page.press(Key.Key_E)
    page.type("bruises")
    page.press(Key.Key_Escape, Key.Key_3)
    assert page.screen.view.is_reading
    assert len(page.concerns.concerns) == 1


def test_undoing_back_to_an_answer_with_its_concern_does_not_interrupt_again(page: Page) -> None:
    page.screen.moving.go_to(Place("meetings", "ST4"))
    page.press(Key.Key_4)
    page.screen.back_to_reading()
    page.press(Key.Key_3)
    page.press(Key.Key_Z, modifier=CTRL)
    assert page.screen.sheet.answer("ST4").value == "4"
    assert page.screen.view.is_reading
    page.concerns._keep(replace(page.concerns.concerns["1"], closed_at=NOW))
    page.screen.refresh()
    page.press(Key.Key_Z, modifier=CTRL | SHIFT)
    page.press(Key.Key_Z, modifier=CTRL)
    assert page.screen.view.is_showing(page.screen.view.concern), "it was closed: raised anew"
    assert _open(page.concerns) == ["2"]


def test_a_safer_answer_leaves_the_concern_open(page: Page) -> None:
    page.press(Key.Key_3)
    page.screen.view.concern.go_on.click()
    page.press(Key.Key_1)
    assert page.concerns.concerns["1"].is_open
    assert page.screen.view.notices.concern.isVisible()


def test_a_concern_is_raised_even_if_the_answer_cannot_be_saved(
    page: Page, errors: RecordedErrors
) -> None:
    page.auditing.fails = UserError("The disk is full.")
    page.press(Key.Key_3)
    assert page.concerns.concerns["1"].is_open
    assert page.screen.view.is_showing(page.screen.view.concern)
    errors.shown.clear()


def test_a_concern_that_cannot_be_recorded_still_shows_whom_to_tell(
    page: Page, errors: RecordedErrors
) -> None:
    page.concerns.fails = UserError("The disk is full.")
    page.press(Key.Key_3)
    panel = page.screen.view.concern
    assert page.screen.view.is_showing(panel)
    assert "could not be put on record" in _labels(page)
    page.concerns.fails = None
    panel.contacts.buttons[0].click()
    panel.form.record.click()
    assert page.concerns.concerns["1"].contacts[0].told == "Jo Bell (Team manager)"
    errors.shown.clear()


def test_nobody_named_and_no_time_are_said_at_the_field(page: Page) -> None:
    page.press(Key.Key_3)
    form = page.screen.view.concern.form
    form.record.click()
    assert form.who.note == "Say who was told."
    form.name("The duty worker")
    form._when.setText("yesterday")
    form.record.click()
    assert "time of day" in form.when.note
    assert not page.concerns.concerns["1"].contacts


def test_the_auditor_cannot_close_it_and_somebody_else_can(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    concerns = FakeConcerns()
    concerns.raise_concern("audit-1", "X9", "Unsafe", "Amina Khan")
    page = build_page(qtbot, theme, errors, concerns=concerns, person="Khan, Amina")
    page.screen.concerning.show_open()
    assert not page.screen.view.concern.closing.close_button.isVisible()

    other = build_page(qtbot, theme, errors, concerns=concerns, person="Ben Ode")
    other.screen.concerning.show_open()
    closing = other.screen.view.concern.closing
    closing.close_button.click()
    assert _open(concerns) == ["1"], "what was seen is demanded"
    closing.note.setPlainText("Seen at home by the duty worker.")
    closing.close_button.click()
    assert _open(concerns) == []
    assert not other.screen.view.notices.concern.isVisible()


def test_a_list_without_a_telephone_number_says_where_to_find_one(qtbot: QtBot) -> None:
    for phone, said in (("", 1), ("01632 960 101", 0)):
        contacts = ContactList([EscalationContact("Team manager", "", phone)])
        qtbot.addWidget(contacts)
        texts = [one.text() for one in contacts.findChildren(QLabel)]
        assert sum("no telephone numbers yet" in text for text in texts) == said


def test_the_check_names_an_open_concern(page: Page) -> None:
    page.press(Key.Key_3)
    page.screen.view.concern.go_on.click()
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    banners = page.screen.view.check.findChildren(Banner)
    assert ["concern for this child is open" in one.accessibleName() for one in banners] == [True]
    assert "concern for this child is open" in page.screen.view.check.head.accessibleName()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("14:20", NOW),
        ("yesterday 17:05", datetime(2026, 5, 3, 17, 5, tzinfo=UTC)),
        ("4/5/2026 09:00", datetime(2026, 5, 4, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_time_of_telling_is_read_as_typed(typed: str, told: datetime) -> None:
    assert told_at(typed, NOW) == told


@pytest.mark.parametrize("typed", ["", "yesterday", "23:59", "soon"])
def test_a_time_of_telling_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        told_at(typed, NOW)
