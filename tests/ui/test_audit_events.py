"""Lists of events: typed by keyboard, pasted, taken from a list, each row with its own clock."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit import AuditState
from audit_desk.domain.case import Facts
from audit_desk.domain.event_suggestions import FromLists, Suggestion
from audit_desk.services.drafts import DraftService
from audit_desk.services.tool_files import bundled_tools
from audit_desk.storage.register import Register
from audit_desk.ui.screens.audit.answers.part_reading import read_part, short_part
from audit_desk.ui.screens.audit.events.event_cells import ChoiceCell, TypedCell
from audit_desk.ui.screens.audit.events.event_paste import read_pasted
from audit_desk.ui.screens.audit.events.events_editor import EventsEditor
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import Theme
from tests.ui.audit_page import CTRL, SHIFT, Key, Page, build_page
from tests.ui.conftest import RecordedErrors
from tests.ui.fake_auditing import FakeAuditing

TOOL = bundled_tools()[0]
EPISODES = TOOL.question("RH1").part("episodes")
FACTS: Facts = {"missing_episodes": 4}
HERE, ELSEWHERE = Place("return-home-interviews", "RH1"), Place("cross-cutting", "X1")
LISTED = (
    '[{"missing_from":"2026-01-17T23:00","returned":"2026-01-18T04:10"},'
    '{"missing_from":"2026-02-28T21:15","returned":"2026-03-02T18:40"}]'
)
SOURCE = "the missing episodes list, brought in 20 Apr 2026"
LISTS = FromLists((), {("RH1", "episodes"): Suggestion(LISTED, SOURCE)})
TODAY = date(2026, 5, 4)


def _open(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors, lists: FromLists | None = None
) -> Page:
    page = build_page(qtbot, theme, errors, FakeAuditing(TOOL, facts=FACTS), lists=lists)
    page.screen.moving.go_to(HERE)
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, errors: RecordedErrors) -> Page:
    return _open(qtbot, theme, errors)


def _editor(page: Page) -> EventsEditor:
    editor = page.screen.view.question.parts.editors["episodes"]
    assert isinstance(editor, EventsEditor)
    return editor


def _saved(page: Page) -> list[dict[str, str]]:
    page.screen.sheet.flush()
    answer = page.auditing.full.answers.get("RH1")
    rows: list[dict[str, str]] = json.loads(answer.parts.get("episodes", "[]")) if answer else []
    return rows


def _fill(page: Page, *cells: str) -> None:
    """Type a row from its first cell on, as a person does: Enter after each."""
    for text in cells:
        page.type(text)
        page.press(Key.Key_Return)


def _cell(page: Page, row: int, column: int) -> TypedCell:
    cell = _editor(page).lines[row].cells[column]
    assert isinstance(cell, TypedCell)
    return cell


def test_rows_are_typed_with_enter_alone_and_each_shows_its_own_clock(page: Page) -> None:
    editor = _editor(page)
    editor.focus_field()
    _fill(page, "28/2 21:15", "2/3 18:40", "3/3 9:10am", "6/3 10:00")
    page.press(Key.Key_Down, Key.Key_Return)  # the outcome, then a new row
    assert len(editor.lines) == 2
    _fill(page, "17/1 23:00", "18/1 04:10", "", "19/1 10:00", "")
    assert page.focused() is editor.lines[2].cells[0]
    assert [row["missing_from"] for row in _saved(page)] == ["2026-01-17T23:00", "2026-02-28T21:15"]
    assert _saved(page)[1]["outcome"] == "held"
    late, in_time, blank = (line.notes.text for line in editor.lines)
    assert (late, in_time, blank) == ("Late by 15 h 20 min", "In time", "")
    assert "1 of 2 in time; longest wait 3 days 15 h" in editor.summary.text()
    page.press(Key.Key_Return)
    assert not editor.holds_focus(), "Enter in an empty last row leaves the list"


def test_what_was_understood_stands_there_while_typing_and_in_the_cell_after(page: Page) -> None:
    _editor(page).focus_field()
    page.type("2/3 18:40")
    assert _editor(page).lines[0].notes.text == "Missing from: Monday 2 March 2026, 18:40"
    page.press(Key.Key_Return)
    assert _cell(page, 0, 0).text() == "02/03/26 18:40"
    assert _cell(page, 0, 0).accessibleName() == "Missing from, row 1"
    assert _cell(page, 0, 0).accessibleDescription() == "Monday 2 March 2026, 18:40"


def test_what_cannot_be_read_is_kept_word_for_word_and_the_rest_is_saved(page: Page) -> None:
    _editor(page).focus_field()
    _fill(page, "28/2 21:15", "2/13 18:40")
    assert _saved(page) == [{"missing_from": "2026-02-28T21:15"}]
    assert "Returned: not saved." in _editor(page).lines[0].notes.text
    page.screen.moving.go_to(ELSEWHERE)
    page.screen.moving.go_to(HERE)
    assert _cell(page, 0, 1).text() == "2/13 18:40"
    assert "there is no month 13" in _editor(page).lines[0].notes.text
    assert page.screen.answering.undrafted() == ["RH1"]
    _cell(page, 0, 1).setFocus()
    _cell(page, 0, 1).selectAll()
    _fill(page, "2/3 18:40")
    assert page.screen.answering.undrafted() == []
    assert _saved(page)[0]["returned"] == "2026-03-02T18:40"


class Kept(DraftService):
    """Drafts in a real register, whose one audit is the page's."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        register.db.execute("PRAGMA foreign_keys = OFF")  # the fake's audit is in no table


def test_what_cannot_be_read_is_there_after_a_restart_and_gone_once_it_can(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors, tmp_path: Path
) -> None:
    path = tmp_path / "r.auditdesk"
    kept = Kept(Register.create(path, "correct horse"))
    auditing = FakeAuditing(TOOL, facts=FACTS)
    first = build_page(qtbot, theme, errors, auditing, drafts=kept)
    first.screen.moving.go_to(HERE)
    _editor(first).focus_field()
    _fill(first, "28/2 21:15", "2/13 18:40")
    assert first.screen.leave()
    assert kept.of("audit-1", "Somebody else") == {}
    again = build_page(qtbot, theme, errors, auditing, drafts=kept)
    again.screen.moving.go_to(HERE)
    assert _cell(again, 0, 1).text() == "2/13 18:40"
    assert again.screen.answering.undrafted() == ["RH1"]
    _cell(again, 0, 1).setFocus()
    _cell(again, 0, 1).selectAll()
    _fill(again, "2/3 18:40")
    assert kept.of("audit-1", "Amina Khan") == {}
    assert _saved(again)[0]["returned"] == "2026-03-02T18:40"


def test_a_date_that_was_good_stays_saved_while_a_slip_stands_in_its_cell(page: Page) -> None:
    _editor(page).focus_field()
    _fill(page, "28/2 21:15", "2/3 18:40")
    _cell(page, 0, 1).setFocus()
    _cell(page, 0, 1).selectAll()
    _fill(page, "27/2 18:40")
    assert "“Returned” is before “Missing from”" in _editor(page).lines[0].notes.text
    page.screen.moving.go_to(ELSEWHERE)
    page.screen.moving.go_to(HERE)
    assert _saved(page)[0]["returned"] == "2026-03-02T18:40"
    assert _cell(page, 0, 1).text() == "27/2 18:40"
    _cell(page, 0, 0).setFocus()
    _cell(page, 0, 0).selectAll()
    _fill(page, "26/2 21:15")
    assert _saved(page)[0]["returned"] == "2026-02-27T18:40", "it heals with the other cell"


def test_a_deleted_row_comes_back_by_its_button_by_its_key_and_by_the_pages_undo(
    page: Page,
) -> None:
    editor = _editor(page)
    editor.focus_field()
    _fill(page, "28/2 21:15", "2/3 18:40", "soon")
    page.screen.sheet.flush()
    editor.lines[0].delete.click()
    assert _saved(page) == []
    assert editor.told.text() == "Row 1 deleted."
    page.press(Key.Key_Z, modifier=CTRL)  # the cell that has the focus has nothing of its own
    assert _saved(page) == [{"missing_from": "2026-02-28T21:15", "returned": "2026-03-02T18:40"}]
    editor.lines[0].delete.click()
    editor.undo.click()
    assert _cell(page, 0, 2).text() == "soon", "what could not be read comes back too"
    editor.lines[0].delete.click()
    page.screen.stepping.back()
    assert len(_saved(page)) == 1
    assert _cell(page, 0, 1).text() == "02/03/26 18:40"


def test_lines_from_a_spreadsheet_become_rows_read_day_first_with_their_faults(page: Page) -> None:
    _editor(page).focus_field()
    QApplication.clipboard().setText(
        "Missing from\tReturned\tOffered\tInterviewed\tOutcome\r\n"
        "28/02/2026 21:15:00\t02/03/2026 18:40\t\t06/03/2026 10:00\theld\textra\r\n"
        "04/11/2025 20:00\t05/11/2025 01:00\t\t\tDeclined\r\n"
        "\r\n"
        "12/13/2025\t13/12/2025 02:00\t\t\tNot yet due\r\n"
    )
    page.press(Key.Key_V, modifier=CTRL)
    rows = _saved(page)
    assert [row.get("missing_from") for row in rows] == [
        "2025-11-04T20:00",
        "2026-02-28T21:15",
        None,
    ]
    assert [row["outcome"] for row in rows] == ["declined", "held", "not_yet_due"]
    assert _cell(page, 2, 0).text() == "12/13/2025"
    assert "not saved" in _editor(page).lines[2].notes.text
    assert _editor(page).told.text() == "1 pasted row had more cells than there are columns."
    page.screen.stepping.back()
    assert _saved(page) == []


def test_a_long_paste_is_cut_at_what_a_list_may_hold_and_says_so() -> None:
    text = "\n".join("1/1/2026\t" + "x" * 5000 for _ in range(300))
    pasted = read_pasted(text, EPISODES.columns, 0, 200)
    assert len(pasted.rows) == 200
    assert max(map(len, pasted.rows[0])) <= 2000
    assert pasted.left_out == "100 pasted rows left out: a list has at most 200."
    last = read_pasted("Rubbish\tb", EPISODES.columns, 4, 5)
    assert last.rows == (("", "", "", "", "Rubbish"),)
    assert last.left_out == (
        "1 pasted row had more cells than there are columns."
        " “Rubbish” is no answer under “Outcome”, so that cell is empty."
    )


def test_a_lists_rows_are_no_answer_until_they_are_taken(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = _open(qtbot, theme, errors, LISTS)
    editor = _editor(page)
    assert editor.list_line.text.text() == f"2 rows from {SOURCE} \u2013 to be checked on file"
    assert _saved(page) == []
    editor.focus_field()
    page.press(Key.Key_F6)
    assert _saved(page) == json.loads(LISTED)
    assert editor.list_line.button.isHidden()
    assert editor.list_line.text.text() == "The list has no other days"
    assert "No record: “Interviewed” has no date" in editor.lines[0].notes.text
    editor.lines[1].delete.click()
    assert editor.list_line.text.text() == "The list also has 28 Feb 2026"
    page.screen.stepping.back()
    page.screen.stepping.back()
    assert _saved(page) == []
    assert not editor.list_line.button.isHidden()


def test_the_pages_keys_do_not_reach_into_a_cell(page: Page) -> None:
    editor = _editor(page)
    choice = editor.lines[0].cells[4]
    assert isinstance(choice, ChoiceCell)
    choice.setFocus()
    page.press(Key.Key_N)  # “Not offered”, and not “Not applicable”
    assert page.screen.sheet.answer("RH1").absence is None
    assert choice.currentText().startswith("Not")
    editor.focus_field()
    page.type("N2A0")
    assert page.screen.sheet.answer("RH1").absence is None
    page.press(Key.Key_Escape)
    assert not editor.holds_focus()


def test_tab_passes_through_the_cells_in_order(page: Page) -> None:
    editor = _editor(page)
    editor.focus_field()
    for cell in editor.lines[0].cells[1:]:
        page.press(Key.Key_Tab)
        assert page.focused() is cell
    page.press(Key.Key_Tab)
    assert page.focused() is editor.lines[0].delete
    page.press(Key.Key_Tab, modifier=SHIFT)


def test_a_submitted_audit_shows_its_list_and_takes_nothing(
    qtbot: QtBot, theme: Theme, errors: RecordedErrors
) -> None:
    page = _open(qtbot, theme, errors, LISTS)
    page.auditing._become(AuditState.SUBMITTED)
    page.screen.sheet._replace(page.auditing.full)
    page.screen.moving.go_to(HERE)
    editor = _editor(page)
    assert editor.add.isHidden()
    assert editor.lines[0].delete.isHidden()
    assert editor.offered == ""
    assert _cell(page, 0, 0).isReadOnly()


@pytest.mark.parametrize("stored", ["2026-05-03", "2026-05-03T14:20", "1999-12-31T00:00", ""])
def test_what_a_narrow_cell_shows_is_read_back_the_same(stored: str) -> None:
    kind = EPISODES.columns[0].kind
    assert read_part(kind, short_part(kind, stored), TODAY) == stored
