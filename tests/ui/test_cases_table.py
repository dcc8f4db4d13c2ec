"""The table of cases: walked, sorted, its columns chosen and their widths kept."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from audit_desk.domain.case import Case
from audit_desk.ui.screens.cases.sort_menu import SortMenu
from tests.ui.cases_page import (
    CASES,
    Open,
    open_page,  # noqa: F401 - the fixture is used by name
    press,
)
from tests.ui.fake_cases import invented_cases


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
