"""The import's window on invented lists, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from audit_desk.errors import Cancelled, UserError
from audit_desk.services.case_import import ImportResult
from audit_desk.ui.dialogs.import_cases.ports import Tell
from audit_desk.ui.dialogs.import_cases.steps import Step
from tests.ui.import_window import (
    ALT,
    KEYS,
    Open,
    at_preview,
    opened_window,  # noqa: F401 - the fixture is used by name
)


def test_a_list_goes_through_every_step_by_keyboard_alone(opened: Open, tmp_path: Path) -> None:
    opened.prompts.file = tmp_path / "cst.csv"
    opened.press(KEYS.Key_Return)  # Choose a file…
    assert opened.at(Step.COLUMNS)
    assert opened.focus.accessibleName() == "What the column Colour is"
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.VALUES), "three values are not known"
    opened.type("North")  # opens the choice of the first value and types
    opened.press(KEYS.Key_Return)
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.PREVIEW)
    assert opened.port.read[-1].translations == {"team": {"1042": "North"}}
    assert (
        opened.dialog.preview.words == "34 cases: 12 new, 2 changed, 20 unchanged; 6 rows left out"
    )
    assert opened.port.brought == []
    assert opened.dialog.next.hasFocus()
    assert opened.dialog.next.text() == "Bring in 34 cases"
    opened.press(KEYS.Key_Return)
    assert opened.at(Step.RESULT)
    assert opened.results == [ImportResult(12, 2, 20, 6, closed=3)]
    assert "12 added" in opened.dialog.outcome.done.accessibleName()
    name = opened.dialog.outcome.profile_name
    assert name.hasFocus(), "what was said is worth keeping"
    opened.press(KEYS.Key_Return)
    (kept,) = opened.port.profiles.kept
    assert (kept.name, kept.list_name) == ("CST cohort", "CST cohort")
    assert kept.translations == {"team": {"1042": "North"}}
    opened.press(KEYS.Key_Return)
    assert not opened.dialog.isVisible()
    assert opened.port.discarded[-1] is opened.port.brought[0]


def test_alt_left_leads_back_and_what_was_read_is_not_read_again(opened: Open) -> None:
    opened.take()
    opened.press(KEYS.Key_Right, ALT)
    opened.press(KEYS.Key_Right, ALT)
    assert opened.at(Step.PREVIEW)
    opened.press(KEYS.Key_Right, ALT)
    assert opened.port.brought == [], "nothing is saved by going on"
    steps = []
    for _ in range(4):
        opened.press(KEYS.Key_Left, ALT)
        steps.append(opened.step)
    assert steps == [Step.VALUES, Step.COLUMNS, Step.FILE, Step.FILE]
    opened.dialog.steps.button_of(Step.PREVIEW).click()
    opened.runner.drain()
    assert opened.at(Step.PREVIEW)
    assert len(opened.port.read) == 1


def test_a_value_stands_beside_what_it_is_read_as_where_room_is_short(opened: Open) -> None:
    opened.take()
    opened.dialog.steps.button_of(Step.VALUES).click()
    opened.runner.drain()
    table = opened.dialog.values.table
    table.resize(table.fontMetrics().averageCharWidth() * 50, table.height())
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_the_way_back_to_the_file_forgets_nothing_that_was_said_of_the_list(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    said = opened.dialog.state.draft
    opened.dialog.steps.button_of(Step.FILE).click()
    opened.dialog.next.click()
    opened.runner.drain()
    assert opened.at(Step.COLUMNS)
    assert opened.dialog.state.draft is said


def test_a_bad_file_is_refused_in_place(opened: Open) -> None:
    opened.port.refusal = UserError("“x.xlsx” is protected with a password.")
    opened.take()
    assert "password" in opened.error
    assert opened.dialog.file_page.zone.isVisible()
    opened.port.refusal = None
    opened.take()
    assert (opened.step, opened.error) == (Step.COLUMNS, "")


def test_cancelling_brings_nothing_in(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(_previewed: object, _tell: Tell) -> ImportResult:
        raise Cancelled

    at_preview(opened)
    monkeypatch.setattr(opened.port, "apply", cancelled)
    opened.press(KEYS.Key_Return)
    assert (opened.results, opened.step) == ([], Step.PREVIEW)
    assert opened.dialog.next.isEnabled()


def test_the_window_stays_while_a_list_is_being_saved(opened: Open) -> None:
    at_preview(opened)
    opened.dialog.route.forward()
    opened.dialog.reject()
    assert opened.dialog.isVisible()
    opened.runner.drain()
    opened.dialog.reject()
    assert not opened.dialog.isVisible()


def test_escape_asks_only_where_choices_would_be_lost(opened: Open) -> None:
    opened.take()
    opened.choose("Colour", "status")
    opened.prompts.answer = False
    opened.press(KEYS.Key_Escape)
    assert opened.prompts.asked == ["Close without bringing the list in?"]
    assert opened.dialog.isVisible()
    opened.prompts.answer = True
    opened.press(KEYS.Key_Escape)
    assert not opened.dialog.isVisible()
    assert opened.runner.window is None


def test_closing_while_a_list_is_read_forgets_what_is_staged(opened: Open) -> None:
    opened.take()
    opened.dialog.route.go(Step.PREVIEW)
    opened.dialog.reject()
    opened.runner.drain()
    assert opened.dialog.work.previewed is None
    assert len(opened.port.discarded) == 1


def test_a_file_is_taken_by_dropping_it_and_another_after_it(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "cst.csv"
    zone = opened.dialog.file_page.zone
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, held))
    opened.runner.drain()
    opened.dialog.route.go(Step.PREVIEW)
    opened.runner.drain()
    opened.press(KEYS.Key_Return)
    QTest.keyClick(opened.dialog.outcome.again, KEYS.Key_Space)
    assert (opened.step, zone.isVisible()) == (Step.FILE, True)
    assert opened.focus is zone.button
