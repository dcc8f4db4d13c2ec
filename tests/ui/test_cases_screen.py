from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.errors import UserError
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.value_ticks import ValuePicker
from tests.ui.cases_page import (
    CASES,
    Open,
    open_page,  # noqa: F401 - the fixture is used by name
    press,
)
from tests.ui.conftest import FakePrompts, RecordedErrors


def test_an_empty_register_leads_to_the_import(qtbot: QtBot, open_: Open) -> None:
    desk = open_([])
    first = desk.screen.view.empty.action_button
    assert first is not None
    assert first.isVisible()
    assert not desk.screen.view.bring_in.isVisible()
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.imports == ["asked", "asked"])


def test_typing_finds_and_counts(open_: Open) -> None:
    desk = open_(list(CASES))
    assert desk.subtitle == "3 cases"
    QTest.keyClicks(desk.screen.view.search, "west")
    assert desk.subtitle == "2 of 3 cases"
    QTest.keyClicks(desk.screen.view.search, " 16")
    assert desk.subtitle == "1 of 3 cases"
    assert desk.screen.view.facts.accessibleName() == "Facts of CST-0002"


def test_escape_shows_everything_again(open_: Open) -> None:
    desk = open_(list(CASES))
    QTest.keyClicks(desk.screen.view.search, "nowhere")
    assert desk.screen.view.none.isVisible()
    QTest.keyClick(desk.screen.view.search, Qt.Key.Key_Escape)
    assert desk.subtitle == "3 cases"
    assert desk.screen.view.table.isVisible()


def test_find_is_reached_by_its_key_and_left_for_the_table(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert view.facts.accessibleName() == "Facts of CST-0002"


def test_the_facts_are_the_list_s_and_hold_no_number_of_the_council(open_: Open) -> None:
    desk = open_([Case("secret-9001", "CST-0001", {"team": "East", "cst_start": "2025-03-02"})])
    assert desk.screen.view.facts.facts == [
        ("Case list", "On the list"),
        ("Team", "East"),
        ("Open to complex safeguarding since", "2 Mar 2025"),
    ]
    texts = [each.text() for each in desk.screen.findChildren(QLabel)]
    assert not any("9001" in text for text in texts)


def test_what_other_lists_say_stands_under_the_facts(open_: Open) -> None:
    desk = open_(list(CASES))
    happened = "2026-03-02T18:40"
    found = CaseEvent("e", CASES[1].id, ListKind.MISSING, happened, {"missing_from": happened})
    desk.port.events_of[CASES[1].id] = (found,)
    desk.port.lists_of[CASES[1].id] = ("Children in care", "Complex safeguarding")
    facts = desk.screen.view.facts
    assert facts.events == []
    desk.screen.view.table.selectRow(1)
    line = "Missing from 2 Mar 2026 18:40, no return on the list"
    assert facts.events == [line]
    assert facts.facts[0] == ("Case lists", "Children in care, Complex safeguarding")
    assert line in [each.text() for each in facts.findChildren(QLabel)]
    desk.screen.view.table.selectRow(2)
    assert facts.events == []


def test_a_filter_is_made_and_taken_away_by_keyboard(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view
    press(view.search, "Ctrl+Shift+F")
    assert view.panel.field.hasFocus()
    assert view.panel.field.currentText() == "Status"
    press(view.panel.field, "Tab")
    ticks = QApplication.focusWidget()
    assert ticks is not None
    press(ticks, "Down", "Space")
    assert desk.subtitle == "2 of 3 cases"
    assert view.chips.texts() == ["Status: Closed"]
    press(ticks, "Esc")
    assert not view.panel.isVisible()
    assert desk.subtitle == "2 of 3 cases"
    chip = view.chips.chip("status")
    chip.text.setFocus()
    press(chip.text, "Delete")
    assert desk.subtitle == "3 cases"
    assert not view.chips.isVisible()


def test_a_chip_leads_back_to_its_filter(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view
    desk.screen.filtering.choose("age", ("10..12",))
    desk.screen.filtering.choose("team", ("West",))
    assert view.chips.texts() == ["Age: from 10 to 12", "Team: West"]
    view.chips.chip("age").text.click()
    editor = view.panel.editor
    assert isinstance(editor, RangeEdit)
    assert (editor.low.text(), editor.high.text()) == ("10", "12")
    editor.high.setText("soon")
    assert desk.subtitle == "1 of 3 cases"  # what cannot be read changes nothing
    editor.high.setText("16")
    assert desk.subtitle == "2 of 3 cases"
    assert view.chips.texts() == ["Team: West", "Age: from 10 to 16"]
    view.chips.cleared.emit()
    assert desk.subtitle == "3 cases"
    assert editor.low.text() == ""


def test_one_of_thousands_of_values_is_found_by_typing(open_: Open) -> None:
    cases = [Case(str(n), f"CST-{n:04}", {"worker": f"Worker {n}"}) for n in range(900)]
    desk = open_(cases)
    view = desk.screen.view
    press(view.search, "Ctrl+Shift+F")
    picker = view.panel.editor
    assert isinstance(picker, ValuePicker)
    assert picker.ticks.count() == 200
    for each in ("worker 731", "worker 77"):
        picker.search.setText(each)
        wanted = next(
            item
            for item in picker.ticks.items_in_order()
            if item.text().casefold() == f"{each} (1)"
        )
        wanted.setCheckState(Qt.CheckState.Checked)
    assert view.chips.texts() == ["Allocated worker: Worker 731 or Worker 77"]
    assert desk.subtitle == "2 of 900 cases"


def test_closed_cases_are_shown_when_asked_for_and_say_since_when(open_: Open) -> None:
    desk = open_([*CASES, Case("4", "CST-0004", {"team": "East"}, "2026-05-04")])
    view = desk.screen.view
    assert desk.subtitle == "3 cases"
    assert view.closed.text() == "Show closed (1)"
    view.closed.click()
    assert desk.subtitle == "4 cases"
    view.table.setFocus()
    press(view.table, "End")
    assert view.facts.facts[0] == ("Case list", "On no list since 4 May 2026")


def test_where_all_cases_are_closed_the_list_is_not_called_empty(open_: Open) -> None:
    desk = open_([Case("4", "CST-0004", {"team": "East"}, "2026-05-04")])
    assert desk.screen.view.none.isVisible()
    assert desk.screen.view.closed.isVisible()


def test_the_list_is_saved_where_the_person_says(
    open_: Open, prompts: FakePrompts, tmp_path: Path
) -> None:
    desk = open_(list(CASES))
    desk.screen.save_list()
    assert prompts.asked == ["Save the list of cases"]
    prompts.file = tmp_path / "cases.csv"
    desk.screen.save_list()
    desk.runner.drain()
    assert prompts.file.exists()
    assert desk.screen.view.note.isVisible()
    assert "3 cases were saved as cases.csv" in desk.screen.view.note.accessibleName()


def test_a_list_that_cannot_be_saved_is_told(
    open_: Open, prompts: FakePrompts, errors: RecordedErrors, tmp_path: Path
) -> None:
    desk = open_(list(CASES))
    prompts.file = tmp_path / "cases.csv"
    desk.port.refusal = UserError("It cannot be written.")
    desk.screen.save_list()
    desk.runner.drain()
    assert errors.shown == [desk.port.refusal]
    errors.shown.clear()
    assert not desk.screen.view.note.isVisible()
