"""Who reads which file, by when: given by hand or evenly on the Audits tab."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from audit_desk.domain.audit import Audit
from audit_desk.domain.independence import Statement
from audit_desk.ui.models.audit_model import AUDITOR_COLUMN, DUE_COLUMN, STANDING_COLUMN
from audit_desk.ui.screens.round.audits.assign_dialog import AssignDialog
from audit_desk.ui.screens.round.audits.choice import Shown
from audit_desk.ui.screens.round.audits.due_dialog import DueDialog
from audit_desk.ui.screens.round.audits.share_dialog import ShareDialog
from audit_desk.ui.screens.round.audits.tab import AuditsTab
from audit_desk.ui.widgets.grade_chip import NOTHING
from tests.ui.fake_rounds import PERSON
from tests.ui.round_page import Opened, opened_page  # noqa: F401 - the fixture is used by name


@pytest.fixture(name="tab")
def audits_tab(opened: Opened) -> AuditsTab:
    """Six files, of which the first child's worker is Ezra Leigh."""
    opened.draw(6)
    assigning = opened.register.assigning
    assigning.workers[audits(opened)[0].reference] = "Leigh, Ezra"
    assigning.known = ("Ben Ode", "Ezra Leigh")
    opened.open("audits")
    return opened.screen.audits


def audits(opened: Opened) -> list[Audit]:
    return [full.audit for full in opened.register.full["round-1"]]


def column(tab: AuditsTab, number: int) -> list[str]:
    model = tab.table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def choose(tab: AuditsTab, *places: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    tab.table.clearSelection()
    for place in places:
        index = tab.table.model().index(place, 0)
        tab.table.selectionModel().select(index, flags.Select | flags.Rows)


def give(opened: Opened, dialog: AssignDialog | None) -> AssignDialog:
    assert dialog is not None
    dialog.do_button.click()
    opened.rest()
    return dialog


def test_several_files_are_given_to_a_new_name_with_a_day(opened: Opened, tab: AuditsTab) -> None:
    choose(tab, 1, 2, 4)
    dialog = tab.assigning.assign(tab.chosen())
    assert dialog is not None
    QTest.keyClicks(dialog.who, "Cai  Pugh")
    QTest.keyClicks(dialog.due.line, "in 1 week")
    assert dialog.due.field.note == "Thursday, 19 March 2026."
    give(opened, dialog)
    assert column(tab, AUDITOR_COLUMN) == [
        NOTHING,
        "Cai Pugh",
        "Cai Pugh",
        NOTHING,
        "Cai Pugh",
        NOTHING,
    ]
    assert column(tab, DUE_COLUMN)[1] == "19 Mar 2026"
    assert column(tab, STANDING_COLUMN)[:2] == [NOTHING, "Not declared"]
    assert [row.place for row in tab.chosen()] == [2, 3, 5], "what was chosen stays chosen"


def test_a_conflict_stands_there_at_once_and_needs_a_reason(opened: Opened, tab: AuditsTab) -> None:
    choose(tab, 0, 1)
    dialog = tab.assigning.assign(tab.chosen())
    assert dialog is not None
    QTest.keyClicks(dialog.who, "Ezra Leig")
    assert dialog.conflict.isHidden()
    QTest.keyClicks(dialog.who, "h")
    assert not dialog.conflict.isHidden()
    assert "is the allocated worker of" in dialog.conflict.accessibleName()
    dialog.do_button.click()
    assert not dialog.reason.accessibleDescription().startswith("Kept on record")
    assert column(tab, AUDITOR_COLUMN)[0] == NOTHING, "nothing is given without a reason"
    QTest.keyClicks(dialog.reason, "Nobody else reads Welsh")
    give(opened, dialog)
    assert column(tab, STANDING_COLUMN)[:2] == ["Allowed", "Not declared"]
    assert "Nobody else reads Welsh" in tab.rows[0].about
    ((override,),) = opened.register.assigning.overrides.values()
    assert override.by == PERSON


def test_begun_files_change_hands_only_where_that_is_ticked(opened: Opened, tab: AuditsTab) -> None:
    opened.register.read(opened.register.rounds[0], submitted=1, begun=1)
    opened.screen.refresh()
    opened.rest()
    reader = tab.rows[1].audit.auditor
    choose(tab, 0, 1)
    dialog = tab.assigning.assign(tab.chosen())
    assert dialog is not None
    QTest.keyClicks(dialog.who, "Ben Ode")
    assert not dialog.begun.isHidden()
    dialog.do_button.click()
    assert f"{reader} has begun" in dialog.fault.text()
    dialog.begun.setChecked(True)
    give(opened, dialog)
    assert column(tab, AUDITOR_COLUMN)[1] == "Ben Ode"
    assert column(tab, AUDITOR_COLUMN)[0] != "Ben Ode", "a submitted audit is left alone"


def test_files_are_shared_out_among_those_ticked(opened: Opened, tab: AuditsTab) -> None:
    dialog = tab.assigning.share_out("round-1", tab.rows)
    assert isinstance(dialog, ShareDialog)
    assert [dialog.names.item(place).text() for place in range(3)] == [
        "Ben Ode",
        "Ezra Leigh",
        PERSON,
    ]
    assert not dialog.do_button.isEnabled()
    dialog.names.setCurrentRow(1)
    QTest.keyClick(dialog.names, Qt.Key.Key_Space)
    assert dialog.ticked() == ["Ezra Leigh"]
    assert audits(opened)[0].reference in dialog.nobody.accessibleName()
    QTest.keyClicks(dialog.other, "Cai Pugh")
    QTest.keyClick(dialog.other, Qt.Key.Key_Return)
    assert dialog.ticked() == ["Ezra Leigh", "Cai Pugh"]
    assert dialog.nobody.isHidden()
    shown = [dialog.preview.model().index(row, 2).data() for row in range(2)]
    assert shown == ["3", "3"]
    QTest.keyClicks(dialog.due.line, "20/3/2026")
    QTest.keyClick(dialog.due.line, Qt.Key.Key_Return)
    opened.rest()
    names = column(tab, AUDITOR_COLUMN)
    assert sorted(names) == ["Cai Pugh"] * 3 + ["Ezra Leigh"] * 3
    assert names[0] == "Cai Pugh"
    assert {audit.due_on for audit in audits(opened)} == {date(2026, 3, 20)}
    assert not tab.view.share_button.isEnabled()


def test_enter_adds_a_name_while_nobody_is_ticked(opened: Opened, tab: AuditsTab) -> None:
    dialog = tab.assigning.share_out("round-1", tab.rows)
    assert isinstance(dialog, ShareDialog)
    assert not dialog.do_button.isEnabled()
    dialog.other.setFocus()
    QTest.keyClicks(dialog.other, "Cai Pugh")
    QTest.keyClick(dialog.other, Qt.Key.Key_Return)
    assert dialog.ticked() == ["Cai Pugh"]
    assert dialog.isVisible()
    assert dialog.do_button.isEnabled()
    dialog.reject()


def test_a_day_is_set_and_one_that_has_passed_is_overdue_in_words(
    opened: Opened, tab: AuditsTab
) -> None:
    choose(tab, 2)
    dialog = tab.assigning.set_due(tab.chosen())
    assert isinstance(dialog, DueDialog)
    QTest.keyClicks(dialog.due.line, "soon")
    QTest.keyClick(dialog.due.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "not a date" in dialog.due.field.note
    dialog.due.line.clear()
    QTest.keyClicks(dialog.due.line, "10/3/2026")
    assert "has passed" in dialog.due.field.note
    QTest.keyClick(dialog.due.line, Qt.Key.Key_Return)
    opened.rest()
    assert column(tab, DUE_COLUMN)[2] == "10 Mar 2026, overdue by 2 days"
    tab.view.shown.choose(Shown.OVERDUE)
    assert [row.place for row in tab.chosen()] == [3]
    assert tab.view.shown.currentText() == "Overdue (1)"


def test_mine_and_those_without_an_auditor_can_be_shown_alone(
    opened: Opened, tab: AuditsTab
) -> None:
    ids = [audit.id for audit in audits(opened)]
    opened.register.assigning.assign(ids[1:3], PERSON.upper(), None, PERSON)
    opened.register.assigning.assign(ids[3:4], "Ben Ode", None, PERSON)
    opened.screen.refresh()
    opened.rest()
    tab.view.shown.choose(Shown.MINE)
    assert column(tab, AUDITOR_COLUMN) == [PERSON.upper()] * 2
    tab.view.shown.choose(Shown.FREE)
    assert column(tab, AUDITOR_COLUMN) == [NOTHING] * 3
    tab.open_next()
    assert opened.register.opened == [ids[1]], "my own file first"


def test_the_next_file_is_never_one_that_i_may_not_read_or_another_s(
    opened: Opened, tab: AuditsTab
) -> None:
    assigning, ids = opened.register.assigning, [audit.id for audit in audits(opened)]
    assigning.workers[audits(opened)[0].reference] = PERSON
    assigning.assign(ids[1:2], "Ben Ode", None, PERSON)
    opened.screen.refresh()
    opened.rest()
    tab.open_next()
    assert opened.register.opened == [ids[2]]


def test_a_file_given_back_is_told_until_it_has_an_auditor(opened: Opened, tab: AuditsTab) -> None:
    first = audits(opened)[3]
    opened.register.assigning.declare(first.id, "Ben Ode", Statement.INVOLVED)
    opened.screen.refresh()
    opened.rest()
    assert tab.view.given_back.isVisible()
    assert f"{first.reference}: Ben Ode had a part" in tab.view.given_back.accessibleName()
    assert column(tab, STANDING_COLUMN)[3] == "Given back"
    opened.register.assigning.assign([first.id], "Cai Pugh", None, PERSON)
    opened.screen.refresh()
    opened.rest()
    assert not tab.view.given_back.isVisible()


def test_files_are_taken_back_once_that_is_meant(opened: Opened, tab: AuditsTab) -> None:
    ids = [audit.id for audit in audits(opened)]
    assert not tab.view.back_button.isEnabled()
    opened.register.assigning.assign(ids[:2], "Ben Ode", None, PERSON, override="Meant")
    opened.screen.refresh()
    opened.rest()
    choose(tab, 0, 1, 2)
    opened.prompts.answer = False
    tab.view.back_button.click()
    assert column(tab, AUDITOR_COLUMN)[1] == "Ben Ode"
    opened.prompts.answer = True
    tab.view.back_button.click()
    opened.rest()
    assert opened.prompts.asked == ["Take 2 files back?"] * 2
    assert set(column(tab, AUDITOR_COLUMN)) == {NOTHING}


def test_what_cannot_be_done_is_not_offered(opened: Opened, tab: AuditsTab) -> None:
    opened.register.read(opened.register.rounds[0], submitted=6)
    opened.screen.refresh()
    opened.rest()
    tab.table.selectAll()
    view = tab.view
    for offered in (view.assign_button, view.due_button, view.back_button, view.share_button):
        assert not offered.isEnabled()
    assert not view.next_button.isEnabled()
    assert tab.assigning.assign(tab.chosen()) is None


def test_declared_and_conflicting_auditors_are_marked(opened: Opened, tab: AuditsTab) -> None:
    full = opened.register.full["round-1"]
    for place in (0, 1):
        full[place] = replace(full[place], audit=replace(full[place].audit, auditor="Ezra Leigh"))
        opened.register.assigning.declare(full[place].audit.id, "Ezra Leigh", Statement.INDEPENDENT)
    opened.screen.refresh()
    opened.rest()
    assert column(tab, STANDING_COLUMN)[:3] == ["Conflict", "Declared", NOTHING]
