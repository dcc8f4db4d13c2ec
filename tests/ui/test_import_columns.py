"""What the import's window asks of a list: its sheet, its headings, its columns, its profile."""

import pytest
from PySide6.QtTest import QTest

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile, heading_keys
from audit_desk.services.list_fields import LEAVE_OUT
from audit_desk.ui.dialogs.import_cases.head_model import HIDDEN
from audit_desk.ui.dialogs.import_cases.steps import Step
from tests.ui import fake_import
from tests.ui.fake_import import HEADINGS
from tests.ui.import_window import (
    KEYS,
    Open,
    opened_window,  # noqa: F401 - the fixture is used by name
)


def test_of_what_identifies_children_no_value_is_ever_shown(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Key", "Col 2", *HEADINGS[2:]])}
    opened.take()
    shown = "\n".join(opened.column_texts)
    rows = fake_import.rows()
    for place in range(3):  # an ID and names under no known heading, and dates of birth
        assert not any(str(row[place]) in shown for row in rows)
    assert "East · West · 1042" in shown
    opened.dialog.steps.button_of(Step.HEADINGS).click()
    grid = opened.dialog.headings.grid.model()
    cells = {str(grid.index(row, column).data()) for row in range(1, 9) for column in (1, 2)}
    assert cells == {HIDDEN}


def test_a_list_without_the_child_s_id_is_put_right_by_hand(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Key", *HEADINGS[1:]])}
    opened.take()
    assert "no column with the child's ID" in opened.error
    assert not opened.dialog.next.isEnabled()
    assert not opened.dialog.steps.button_of(Step.PREVIEW).isEnabled()
    opened.choose("Key", "system_id")
    assert opened.error == ""
    assert opened.dialog.next.isEnabled()
    assert opened.focus is opened.dialog.columns.columns.box_of("Key")


def test_two_columns_for_one_field_are_told_at_the_columns(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    opened.choose("Exploitation type", "status")
    assert "“Colour” is read as “Status” too. Choose one of them." in opened.column_texts
    assert not opened.dialog.next.isEnabled()
    opened.choose("Exploitation type", "exploitation_type")
    assert opened.error == ""
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].mapping == {"Colour": "status"}


def test_names_are_refused_at_the_column_that_holds_them(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(["Child ID", "Col 2", *HEADINGS[2:]])}
    opened.take()
    with pytest.raises(KeyError):
        opened.dialog.columns.columns.box_of("Col 2")
    opened.choose("Child ID", "team")
    assert not opened.dialog.next.isEnabled()


def test_a_known_column_may_be_left_out_and_taken_back(opened: Open) -> None:
    opened.take()
    opened.choose("Team", LEAVE_OUT)
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.mapping == {"Team": LEAVE_OUT}
    opened.choose("Team", "team")
    assert opened.dialog.state.draft.mapping == {}


def test_one_of_several_sheets_is_taken_by_keyboard(opened: Open) -> None:
    opened.port.sheets_of = {"Cover": [["Annex A"]], "List 8": fake_import.sheet()}
    opened.port.hidden = frozenset({"List 8"})
    opened.take()
    sheets = opened.dialog.file_page.sheets
    assert opened.focus is sheets
    assert sheets.item(1).text() == "List 8 · 41 rows · hidden in the workbook"
    opened.press(KEYS.Key_Down)
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.COLUMNS)
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.sheet == "List 8"


def test_the_row_of_headings_is_asked_for_where_nobody_can_be_sure(opened: Open) -> None:
    opened.port.sheets_of = {"x": fake_import.sheet(title=["Our list"])}
    opened.take()
    assert opened.at(Step.HEADINGS)
    opened.press(KEYS.Key_Down)
    assert opened.dialog.headings.said.text() == "Row 2 holds the headings."
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.COLUMNS)
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].header_row == 2


def test_another_kind_of_list_has_other_columns(opened: Open) -> None:
    opened.take()
    box = opened.dialog.columns.kind
    box.setFocus()
    QTest.keyClick(box, KEYS.Key_Down)
    opened.runner.drain()
    assert opened.dialog.columns.columns.box_of("Colour").findData("missing_from") > 0
    assert opened.dialog.columns.columns.box_of("Colour").findData("exploitation_type") < 0
    assert opened.dialog.state.draft is not None
    assert opened.dialog.state.draft.kind is ListKind.MISSING


def test_a_profile_is_used_by_itself_and_let_go(opened: Open) -> None:
    mapping = {"Colour": "status"}
    profile = Profile("Mosaic", headings=heading_keys(HEADINGS), mapping=mapping)
    opened.port.profiles.kept.append(profile)
    opened.take()
    assert opened.dialog.columns.columns.box_of("Colour").currentText() == "Status"
    banner = opened.dialog.columns.profile
    assert "Columns as in “Mosaic”" in banner.accessibleName()
    assert opened.focus is opened.dialog.next, "nothing is undecided"
    refuse = opened.dialog.columns.refusal()
    assert refuse is not None
    refuse.click()
    opened.runner.drain()
    assert not banner.isVisible()
    assert opened.dialog.columns.columns.box_of("Colour").currentText() == "Leave out"
    opened.press(KEYS.Key_Return)
    assert opened.port.read[-1].mapping == {}


def test_what_a_profile_says_is_not_offered_to_be_kept_again(opened: Open) -> None:
    profile = Profile("Mosaic", headings=heading_keys(HEADINGS), mapping={"Colour": "status"})
    opened.port.profiles.kept.append(profile)
    opened.port.made = fake_import.understood()
    opened.take()
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.PREVIEW), "every value is understood"
    opened.press(KEYS.Key_Return)
    assert not opened.dialog.outcome.offer.isVisible()
    assert opened.focus is opened.dialog.leave
