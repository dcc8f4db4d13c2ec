import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.cases.screen import CasesScreen
from audit_desk.ui.screens.cases.sort_menu import SortMenu
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.widgets.range_edit import RangeEdit
from audit_desk.ui.widgets.value_ticks import ValuePicker
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_cases import FakeCases, FakeMemory, invented_cases

CASES = [
    Case("1", "CST-0001", {"team": "East", "age": 9, "status": "Child in care"}),
    Case("2", "CST-0002", {"team": "West", "age": 16, "status": "Closed"}),
    Case("3", "CST-0003", {"team": "West", "age": 11, "status": "Closed", "gender": "Male"}),
]


@dataclass
class Desk:
    """A screen with everything around it."""

    screen: CasesScreen
    port: FakeCases
    memory: FakeMemory
    imports: list[str]
    runner: TaskRunner

    def refresh(self) -> None:
        self.screen.refresh()
        self.runner.drain()

    @property
    def subtitle(self) -> str:
        return self.screen.view._subtitle.text()


def press(on: QWidget, *keys: str) -> None:
    for each in keys:
        held = QKeySequence(each)[0]  # type: ignore[index]
        QTest.keyClick(on, held.key(), held.keyboardModifiers())


Open = Callable[[list[Case]], Desk]


@pytest.fixture
def open_(qtbot: QtBot, runner: TaskRunner, icons: Icons, prompts: FakePrompts) -> Open:
    def build(cases: list[Case], memory: FakeMemory | None = None) -> Desk:
        port, imports = FakeCases(cases), list[str]()
        kept = memory or FakeMemory()
        screen = CasesScreen(
            port, runner, icons, prompts, lambda: imports.append("asked"), memory=kept
        )
        qtbot.addWidget(screen)
        screen.resize(1090, 720)
        desk = Desk(screen, port, kept, imports, runner)
        desk.refresh()
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return desk

    return build


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


def test_rows_are_walked_read_and_looked_for_by_keyboard(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view
    view.table.setFocus()
    press(view.table, "End")
    assert view.facts.accessibleName() == "Facts of CST-0003"
    press(view.table, "Home", "Return")
    assert view.facts.accessibleName() == "Facts of CST-0001"
    assert view.facts.body.hasFocus()
    press(view.facts.body, "Esc")
    assert view.table.hasFocus()
    press(view.table, "w")
    assert view.search.hasFocus()
    assert desk.subtitle == "2 of 3 cases"
    press(view.search, "Down")
    assert view.table.hasFocus()


def test_rows_are_sorted_by_keyboard_and_turned_round(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view

    def sort_by(name: str) -> list[str]:
        press(view.sort, "Space")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, SortMenu)
        next(action for action in menu.actions() if action.text() == name).trigger()
        menu.close()
        return [desk.screen.model.index(row, 0).data()[-1] for row in range(3)]

    view.sort.setFocus()
    assert sort_by("Age") == ["1", "3", "2"]
    assert sort_by("Age, turned round") == ["2", "3", "1"]
    assert sort_by("As the register has them") == ["1", "2", "3"]


def test_columns_that_are_dragged_stay_where_they_were_put(open_: Open) -> None:
    desk = open_(list(CASES))
    header = desk.screen.view.table.horizontalHeader()
    assert desk.screen.model.columns == ("team", "age", "gender", "status")
    desk.screen.view.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    header.moveSection(2, 4)
    assert desk.screen.model.columns == ("team", "gender", "status", "age")
    assert desk.memory.texts["cases/columns"] == "team gender status age"
    assert [header.logicalIndex(place) for place in range(5)] == [0, 1, 2, 3, 4]
    assert header.sortIndicatorSection() == 4
    desk.screen.reload()
    desk.runner.drain()
    assert desk.screen.model.columns == ("team", "gender", "status", "age")


def test_columns_are_chosen_and_remembered(open_: Open) -> None:
    desk = open_(list(CASES))
    assert "age" in desk.screen.model.columns
    desk.screen._offer_columns()
    menu = desk.screen._column_menu
    action = next(each for each in menu.actions() if each.data() == "age")
    action.trigger()
    menu.close()
    assert desk.screen.model.columns == ("team", "gender", "status")
    desk.port.cases.append(Case("4", "CST-0004", {"age": 12}))
    desk.refresh()
    assert desk.screen.view.table.model().columnCount() == 4
    assert desk.memory.texts["cases/columns"] == "team gender status"


def test_a_width_set_by_hand_is_kept_by_field(open_: Open) -> None:
    desk = open_(list(CASES))
    header = desk.screen.view.table.horizontalHeader()
    header.resizeSection(1, 222)
    assert "team=222" in desk.memory.texts["cases/widths"]
    desk.screen.reload()
    desk.runner.drain()
    assert header.sectionSize(1) == 222


def test_cases_are_read_again_only_when_there_are_others(open_: Open) -> None:
    desk = open_(list(CASES))
    desk.refresh()
    assert desk.port.loads == 1
    desk.port.cases.append(Case("4", "CST-0004", {}))
    desk.refresh()
    assert desk.port.loads == 2
    assert desk.subtitle == "4 cases"


def test_cases_are_kept_out_of_the_search_for_unused_cycles(open_: Open) -> None:
    """Else it holds up the window for a quarter of a second, whatever is being typed."""
    open_(invented_cases(2_000))
    assert gc.isenabled()
    assert sum(isinstance(each, Case) for each in gc.get_objects()) < 1_000


def test_the_chosen_case_stays_chosen_while_it_is_shown(open_: Open) -> None:
    desk = open_(list(CASES))
    view = desk.screen.view
    view.table.setCurrentIndex(desk.screen.model.index(2, 0))
    QTest.keyClicks(view.search, "west")
    assert view.table.currentIndex().row() == 1
    assert view.facts.accessibleName() == "Facts of CST-0003"


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
