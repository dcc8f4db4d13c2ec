"""The Actions page: what is late comes first, and what became of each is recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from audit_desk.domain.action import ActionLine, ActionState
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.action_model import STATE_COLUMN
from audit_desk.ui.screens.actions.draft_dialog import DraftDialog
from audit_desk.ui.screens.actions.end_dialog import EndDialog
from audit_desk.ui.screens.actions.ports import ActionsDesk
from audit_desk.ui.screens.actions.screen import ActionsScreen
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.row_model import ROW_ROLE
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_action_list import LINES, FakeActionList


@dataclass
class Page:
    screen: ActionsScreen
    port: FakeActionList
    went: list[str]
    prompts: FakePrompts

    def shown(self) -> list[str]:
        model = self.screen.view.table.model()
        rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
        return [row.line.action.id for row in rows]

    def dialog(self) -> QDialog:
        (found,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]
        return found


Build = Callable[..., Page]


@pytest.fixture
def build(
    qtbot: QtBot, theme: Theme, icons: Icons, errors: RecordedErrors, tmp_path: Path
) -> Build:
    def made(lines: tuple[ActionLine, ...] = LINES) -> Page:
        went: list[str] = []
        prompts = FakePrompts()
        desk = ActionsDesk(
            theme=theme,
            icons=icons,
            errors=errors,
            prompts=prompts,
            open_audit=went.append,
            go_rounds=lambda: went.append("rounds"),
            documents=lambda: tmp_path,
        )
        port = FakeActionList(list(lines))
        screen = ActionsScreen(port, desk)
        qtbot.addWidget(screen)
        screen.resize(1100, 640)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.refresh()
        return Page(screen, port, went, prompts)

    return made


def test_late_ones_come_first_in_words_and_in_full(build: Build) -> None:
    page = build()
    assert page.shown() == ["late", "soon", "later", "done"]
    view = page.screen.view
    states = [view.table.model().index(row, STATE_COLUMN).data() for row in range(4)]
    assert states == ["Overdue by 14 days", "Due in 3 days", "Open", "Done"]
    assert page.screen.chosen is not None
    assert page.screen.chosen.line.action.id == "late"
    page.screen.view.detail.finding_buttons[1].click()
    assert page.went == ["audit-2"]
    assert not view.detail.reopen_button.isVisible()


def test_filters_narrow_and_escape_widens(build: Build, qtbot: QtBot) -> None:
    page = build()
    filters = page.screen.view.filters
    filters.state.setCurrentText("Overdue or due soon")
    assert page.shown() == ["late", "soon"]
    filters.owner.setCurrentText("Team manager")
    assert page.shown() == ["soon"]
    filters.round.setCurrentText("Autumn 2025")
    assert page.shown() == []
    assert page.screen.view.none.isVisible()
    assert not page.screen.view.save_button.isEnabled()
    page.screen.activateWindow()
    page.screen.view.find_line.setFocus()
    qtbot.keyClick(page.screen.view.find_line, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert len(page.shown()) == 4
    page.screen.view.find_line.setText("missing episode")
    assert page.shown() == ["soon"]


def test_done_asks_what_showed_it_and_keeps_the_place(build: Build) -> None:
    page = build()
    detail = page.screen.view.detail
    detail.done_button.click()
    dialog = page.dialog()
    assert isinstance(dialog, EndDialog)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.field.note == "Nothing is said."
    dialog.text.setPlainText("Five files read.")
    dialog.accept()
    assert page.port.did == [("done", "late", "Five files read.")]
    chosen = page.screen.chosen
    assert chosen is not None
    assert (chosen.line.action.id, chosen.line.action.state) == ("late", ActionState.DONE)
    assert detail.reopen_button.isVisible()
    assert not detail.done_button.isVisible()


def test_another_day_asks_why(build: Build) -> None:
    page = build()
    page.screen.change()
    dialog = page.dialog()
    assert isinstance(dialog, DraftDialog)
    assert not dialog.reason.isVisible()
    dialog.day.line.setText("in 4 weeks")
    dialog.day.line.textEdited.emit("in 4 weeks")
    assert dialog.reason.isVisible()
    dialog.reason.setPlainText("Health asked for time.")
    dialog.accept()
    assert page.port.did == [("change", "late", "Health asked for time.")]


def test_an_action_by_hand_is_chosen_once_it_is_there(build: Build) -> None:
    page = build()
    page.screen.new_action()
    dialog = page.dialog()
    assert isinstance(dialog, DraftDialog)
    dialog.change.setPlainText("Every child has met their worker's manager.")
    dialog.accept()
    assert dialog.fault.isVisible()
    dialog.owner.setEditText("Head of service")
    dialog.accept()
    assert page.screen.chosen is not None
    assert page.screen.chosen.line.action.id == "new"


def test_what_is_shown_is_saved(build: Build, tmp_path: Path) -> None:
    page = build()
    pdf, word, csv = page.screen.view.save_button.menu().actions()
    pdf.trigger()
    assert page.port.did == []  # the person thought better of it
    page.prompts.file = tmp_path / "late.docx"
    page.screen.view.filters.state.setCurrentText("Overdue")
    word.trigger()
    assert page.port.did == [("list", "late.docx", "late")]
    assert page.screen.view.note.isVisible()
    page.port.named = ("An action: postcode “BL9…”",)
    page.prompts.answer = False
    csv.trigger()
    assert len(page.port.did) == 1, "a list that may name somebody is asked about first"
    assert page.prompts.asked[-1] == "The list may name somebody"


def test_without_actions_the_page_says_where_they_come_from(build: Build) -> None:
    page = build(())
    assert page.screen.view.empty.isVisible()
    action = page.screen.view.empty.action_button
    assert action is not None
    action.click()
    assert page.went == ["rounds"]
