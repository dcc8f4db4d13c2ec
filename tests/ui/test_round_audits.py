from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from audit_desk.ui.models.audit_model import (
    GRADE_COLUMN,
    STATE_COLUMN,
    audit_rows,
    next_unread,
)
from audit_desk.ui.screens.round.audits.tab import progress_words
from tests.ui.fake_rounds import PERSON, the_tool
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _shown(opened: Opened, column: int) -> list[str]:
    model = opened.screen.audits.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_an_undrawn_round_leads_to_its_sample(opened: Opened) -> None:
    opened.open("audits")
    empty = opened.screen.audits.view.empty
    assert empty.isVisible()
    assert empty.action_button is not None
    empty.action_button.click()
    assert opened.screen.sample.isVisible()


def test_audits_stand_in_drawing_order_with_what_is_known_of_each(opened: Opened) -> None:
    opened.draw(6)
    opened.register.read(opened.register.rounds[0], submitted=2, begun=1)
    opened.open("audits")
    assert tuple(_shown(opened, 0)) == opened.register.receipts("round-1")[-1].drawn
    states = ["Submitted"] * 2 + ["In progress"] + ["Not started"] * 3
    assert _shown(opened, STATE_COLUMN) == states
    first, begun, unread = (_shown(opened, 4)[place] for place in (0, 2, 3))
    answered, asked = first.split(" of ")
    assert answered == asked
    assert begun.split(" of ")[0] < begun.split(" of ")[1]
    assert unread == "\u2013"
    view = opened.screen.audits.view
    assert view.papers_button.isEnabled(), "the current one is submitted"
    view.papers_button.click()
    assert opened.register.opened == [f"papers {opened.screen.audits.rows[0].audit.id}"]
    view.table.setCurrentIndex(view.table.model().index(3, 0))
    assert not view.papers_button.isEnabled()
    judged = opened.register.full["round-1"][0].judgements["overall"].grade
    assert judged is not None
    assert _shown(opened, GRADE_COLUMN)[0] == judged.label
    assert set(_shown(opened, GRADE_COLUMN)[2:]) == {"\u2013"}


def test_a_file_chosen_on_purpose_is_marked(opened: Opened) -> None:
    opened.draw(6)
    spare = opened.register.receipts("round-1")[-1].strata[0].spares[0]
    opened.register.add_on_purpose(opened.register.rounds[0], spare, "A complaint", PERSON)
    opened.open("audits")
    assert _shown(opened, 7) == ["Drawn"] * 6 + ["On purpose"]


def test_enter_opens_the_current_audit(opened: Opened) -> None:
    opened.draw(6)
    opened.open("audits")
    table = opened.screen.audits.table
    assert QApplication.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.register.opened == [opened.screen.audits.rows[1].audit.id]


def test_the_next_unread_file_is_opened_by_keyboard(qtbot: QtBot, opened: Opened) -> None:
    opened.draw(6)
    opened.register.read(opened.register.rounds[0], submitted=2, begun=1)
    opened.open("audits")
    QTest.keyClick(opened.screen, Qt.Key.Key_Return, _CONTROL)
    qtbot.waitUntil(lambda: bool(opened.register.opened))
    assert opened.register.opened == [opened.screen.audits.rows[3].audit.id]


def test_without_unread_files_the_next_is_the_one_begun_and_then_none() -> None:
    from tests.ui.fake_rounds import FakeRegister, make_cases

    register = FakeRegister(make_cases())
    held = register.create("Spring", by=PERSON)
    from audit_desk.services.sampling import DrawRequest

    register.draw(held, DrawRequest(3, 1), PERSON)
    register.read(held, submitted=2, begun=1)
    rows = audit_rows(the_tool(), register.full[held.id])
    assert next_unread(rows) is rows[2]
    assert progress_words(rows) == "2 of 3 submitted, 1 being read"
    register.read(held, submitted=3)
    assert next_unread(audit_rows(the_tool(), register.full[held.id])) is None


def test_finding_narrows_the_table_and_not_the_next_file(opened: Opened) -> None:
    opened.draw(6)
    opened.register.read(opened.register.rounds[0], submitted=2)
    opened.open("audits")
    QTest.keyClick(opened.screen.audits.table, Qt.Key.Key_F, _CONTROL)
    line = opened.screen.audits.view.find_line
    assert line.hasFocus()
    QTest.keyClicks(line, "submitted")
    assert len(_shown(opened, 0)) == 2
    opened.screen.audits.view.next_button.click()
    assert opened.register.opened == [opened.screen.audits.rows[2].audit.id]


def test_reading_again_keeps_the_current_audit(opened: Opened) -> None:
    opened.draw(6)
    opened.open("audits")
    opened.screen.audits.table.selectRow(4)
    opened.register.read(opened.register.rounds[0], submitted=5)
    opened.screen.refresh()
    opened.rest()
    assert opened.screen.audits.table.currentIndex().row() == 4
    assert "5 of 6 submitted" in opened.screen.subtitle


def test_a_drawn_round_begins_at_its_audits_and_any_other_at_its_sample(opened: Opened) -> None:
    opened.open()
    assert opened.screen.sample.isVisible()
    opened.draw(6)
    opened.open()
    assert opened.screen.audits.isVisible()


def test_until_a_round_is_read_nothing_is_shown_of_it_or_of_another(opened: Opened) -> None:
    opened.open()
    assert opened.screen.tabs.isVisible()
    opened.register.create("Autumn 2026", by="Ada")
    opened.screen.open("round-2")
    assert not opened.screen.tabs.isVisible(), "it still has what was read of the round before"
    opened.rest()
    assert opened.screen.tabs.isVisible()
    assert opened.screen.round_id == "round-2"


def test_a_round_that_is_gone_is_said(opened: Opened) -> None:
    opened.screen.open("round-9")
    assert "not in the register" in str(opened.errors.shown.pop())


def test_tabs_are_reached_by_keyboard(opened: Opened) -> None:
    opened.draw(6)
    opened.open("audits")
    QTest.keyClick(opened.screen, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    opened.rest()
    assert opened.screen.findings.isVisible()
    QTest.keyClick(opened.screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    opened.rest()
    assert opened.screen.sample.isVisible()
