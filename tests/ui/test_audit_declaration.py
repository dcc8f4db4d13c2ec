"""Before reading: whether the auditor has had a part in the child's case."""

import pytest
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import Answer, Grade
from audit_desk.domain.independence import Statement
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, SHIFT, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import FakeAuditing
from tests.ui.fake_independence import FakeIndependence

ME = "Amina Khan"
BEGUN = {"ST3": Answer("ST3", "2")}


@pytest.fixture(name="ask")
def asking(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> "Ask":
    return Ask(qtbot, theme, errors)


class Ask:
    """Opens the page of a file of which something is known."""

    def __init__(self, qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> None:
        self._around = (qtbot, theme, errors)
        self.known = FakeIndependence()

    def open(self, known: FakeIndependence, auditing: FakeAuditing | None = None) -> Page:
        self.known = known
        return build_page(*self._around, auditing, independence=known)


def asks(page: Page) -> bool:
    return page.screen.view.is_showing(page.screen.view.declaration)


def test_enter_declares_and_begins_with_the_first_question(ask: Ask) -> None:
    page = ask.open(FakeIndependence())
    panel = page.screen.view.declaration
    assert asks(page)
    assert f"Nobody called {ME}" in panel.found.accessibleName()
    page.press(Key.Key_Return)
    assert ask.known.said == [(ME, Statement.INDEPENDENT)]
    assert page.screen.view.is_reading
    page.screen.moving.go_to(Place("meetings", "ST3"))
    page.press(Key.Key_2)
    assert page.auditing.full.answers["ST3"].grade is Grade.GOOD


def test_nothing_can_be_answered_or_submitted_before(ask: Ask) -> None:
    page = ask.open(FakeIndependence())
    page.press(Key.Key_2, Key.Key_A)
    page.press(Key.Key_Down, modifier=CTRL)
    assert not page.screen.view.header.check.isEnabled()
    page.screen.check()
    assert asks(page)
    assert not page.auditing.saved


def test_it_is_asked_once_and_not_of_who_only_looks_in(ask: Ask) -> None:
    assert not asks(ask.open(FakeIndependence("khan, amina")))
    assert not asks(ask.open(FakeIndependence(), FakeAuditing(auditor="Ben Ode")))
    assert not asks(ask.open(FakeIndependence(worker=ME, allowed=ME)))


def test_whoever_had_a_part_gives_the_file_back_and_leaves(ask: Ask) -> None:
    page = ask.open(FakeIndependence())
    page.press(Key.Key_Tab, Key.Key_Return)
    assert ask.known.said == [(ME, Statement.INVOLVED)]
    assert page.closed == [True]


def test_a_conflict_is_shown_and_beginning_not_offered(ask: Ask) -> None:
    page = ask.open(FakeIndependence(worker="KHAN, Amina"))
    panel = page.screen.view.declaration
    assert "KHAN, Amina is the allocated worker of CST-0142." in panel.conflict.accessibleName()
    assert panel.begin_button.isHidden()
    assert panel.found.isHidden()
    assert page.focused() is panel.leave_button


def test_escape_leaves_a_file_that_nobody_has_begun(ask: Ask) -> None:
    page = ask.open(FakeIndependence())
    page.press(Key.Key_Escape)
    assert page.closed == [True]
    assert not ask.known.said


def test_a_file_begun_before_asks_only_at_the_end(ask: Ask) -> None:
    page = ask.open(FakeIndependence(), FakeAuditing(answers=BEGUN))
    assert page.screen.view.is_reading
    page.press(Key.Key_Return, modifier=CTRL | SHIFT)
    check = page.screen.view.check
    assert check.gap_buttons[0].text() == "Say whether you have had a part in this child's case."
    assert page.focused() is check.gap_buttons[0]
    missing = int(check.title.text().split()[0])
    page.press(Key.Key_Return)
    assert asks(page)
    page.press(Key.Key_Return)
    assert page.screen.view.is_showing(check)
    assert int(check.title.text().split()[0]) == missing - 1
    assert ask.known.said == [(ME, Statement.INDEPENDENT)]


def test_escape_goes_back_to_the_reading_of_a_file_begun_before(ask: Ask) -> None:
    page = ask.open(FakeIndependence(), FakeAuditing(answers=BEGUN))
    page.screen.declare()
    page.press(Key.Key_Escape)
    assert page.screen.view.is_reading
    assert not page.closed


def test_a_half_read_file_without_a_reader_asks_who_takes_it_on(ask: Ask) -> None:
    assert asks(ask.open(FakeIndependence(), FakeAuditing(answers=BEGUN, auditor="")))
