from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.audit_tool import ToolStatus
from audit_desk.services.receipt_files import verify_files, write_receipt
from audit_desk.services.sampling import DrawRequest
from audit_desk.ui.icons import Icons
from audit_desk.ui.models.round_model import NOT_DRAWN, round_model
from audit_desk.ui.screens.round.screen import RoundScreen
from audit_desk.ui.screens.rounds.new_round_dialog import NewRoundDialog, newest_published
from audit_desk.ui.screens.rounds.page import RoundsPage
from audit_desk.ui.screens.rounds.ports import RoundsDesk
from audit_desk.ui.screens.rounds.receipt_check import ReceiptCheckDialog
from audit_desk.ui.screens.rounds.screen import RoundsScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from tests.ui.conftest import FakePrompts, RecordedErrors
from tests.ui.fake_round_desk import make_desk
from tests.ui.fake_rounds import PERSON, FakeRegister, make_cases, the_tool

Build = Callable[[FakeRegister], RoundsScreen]


@pytest.fixture
def build(
    qtbot: QtBot, icons: Icons, errors: RecordedErrors, prompts: FakePrompts, runner: TaskRunner
) -> Build:
    def made(register: FakeRegister) -> RoundsScreen:
        desk = RoundsDesk(
            icons=icons,
            errors=errors,
            prompts=prompts,
            tasks=runner,
            person=lambda: PERSON,
            open_round=register.opened.append,
            verify_files=verify_files,
            documents=lambda: Path("documents"),
        )
        screen = RoundsScreen(register, register, desk)
        qtbot.addWidget(screen)
        screen.refresh()
        with qtbot.waitActive(screen):
            screen.show()
        return screen

    return made


@pytest.fixture
def register() -> FakeRegister:
    held = FakeRegister(make_cases())
    first = held.create("Spring 2026", by=PERSON)
    held.create("Summer 2026", by=PERSON)
    held.draw(first, DrawRequest(6, 1), PERSON)
    held.read(first, submitted=2, begun=1)
    return held


def test_a_line_says_how_far_a_round_is(register: FakeRegister) -> None:
    model = round_model()
    model.set_rows(register.lines())
    shown = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert shown == [
        ["Summer 2026", NOT_DRAWN, "", "2 March 2026"],
        ["Spring 2026", "2 of 6", "1", "2 March 2026"],
    ]


def test_rounds_sort_by_how_far_they_are(register: FakeRegister) -> None:
    model = round_model()
    model.set_rows(register.lines())
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [line.round.name for line in model.rows()] == ["Spring 2026", "Summer 2026"]


def test_enter_opens_the_current_round(build: Build, register: FakeRegister) -> None:
    screen = build(register)
    screen.view.table.setFocus()
    QTest.keyClick(screen.view.table, Qt.Key.Key_Down)
    QTest.keyClick(screen.view.table, Qt.Key.Key_Return)
    assert register.opened == ["round-1"]


def test_the_current_round_stays_current_when_read_again(
    build: Build, register: FakeRegister
) -> None:
    screen = build(register)
    screen.view.table.selectRow(1)
    register.create("Autumn 2026", by=PERSON)
    screen.refresh()
    assert screen.view.table.currentIndex().row() == 2


def test_without_a_round_the_page_says_what_to_do_first(build: Build) -> None:
    screen = build(FakeRegister())
    assert screen.view.empty.isVisible()
    assert not screen.view.table.isVisible()


def _dialog(qtbot: QtBot) -> NewRoundDialog:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)  # a key's click is slow
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewRoundDialog)
    return dialog


def _typed_into(dialog: QWidget) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


def test_a_round_is_created_by_keyboard_and_opened(
    qtbot: QtBot, build: Build, register: FakeRegister
) -> None:
    screen = build(register)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = _dialog(qtbot)
    QTest.keyClicks(_typed_into(dialog), "Autumn 2026")
    QTest.keyClick(_typed_into(dialog), Qt.Key.Key_Return)
    assert register.lines()[0].round.name == "Autumn 2026"
    assert register.opened == ["round-3"]
    assert QApplication.activeModalWidget() is None


def test_the_first_round_is_created_from_the_empty_page(qtbot: QtBot, build: Build) -> None:
    register = FakeRegister()
    screen = build(register)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(_typed_into(_dialog(qtbot)), "Spring 2026")
    QTest.keyClick(_typed_into(_dialog(qtbot)), Qt.Key.Key_Return)
    assert screen.view.table.isVisible()
    assert register.opened == ["round-1"]


def test_a_taken_name_is_said_beside_its_field(
    qtbot: QtBot, build: Build, register: FakeRegister
) -> None:
    screen = build(register)
    screen.new_round()
    dialog = _dialog(qtbot)
    QTest.keyClicks(_typed_into(dialog), "Spring 2026")
    QTest.keyClick(_typed_into(dialog), Qt.Key.Key_Return)
    assert "already" in dialog.name_field.note
    assert len(register.rounds) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert register.opened == []


def test_a_new_round_is_offered_the_newest_published_version() -> None:
    old = the_tool()
    new = replace(old, version=old.version + 1)
    draft = replace(old, version=old.version + 2, status=ToolStatus.DRAFT)
    other = replace(old, id="other")
    assert newest_published([new, old, draft, other]) == [new, other]


def test_the_page_shows_a_round_in_the_lists_place_and_goes_back(
    qtbot: QtBot,
    build: Build,
    register: FakeRegister,
    theme: Theme,
    runner: TaskRunner,
    errors: RecordedErrors,
) -> None:
    desk = make_desk(register, theme, runner, errors)
    listed = build(register)
    page = RoundsPage(
        lambda _open: listed,
        lambda back: RoundScreen(
            register, register, register.jobs(), replace(desk, open_rounds=back)
        ),
    )
    qtbot.addWidget(page)
    page.show_round("round-1")
    runner.drain()
    assert page.round is not None
    assert page.currentWidget() is page.round
    assert page.round.round_id == "round-1"
    register.read(register.rounds[0], submitted=4)
    page.refresh()
    runner.drain()
    assert sum(row.is_submitted for row in page.round.audits.rows) == 4
    page.show_list()
    assert page.currentWidget() is listed


def test_somebodys_receipt_is_checked_against_a_list(
    qtbot: QtBot,
    build: Build,
    register: FakeRegister,
    prompts: FakePrompts,
    runner: TaskRunner,
    tmp_path: Path,
) -> None:
    receipt, cases = tmp_path / "receipt.json", tmp_path / "list.csv"
    write_receipt(register.receipts("round-1")[-1], receipt)
    references = [case.reference for case in register.cases]
    cases.write_text("\n".join(["Reference", *references]), encoding="utf-8")
    screen = build(register)
    screen.view.check_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReceiptCheckDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.check_button.isEnabled()
    for edit, file in ((dialog.receipt_path, receipt), (dialog.cases_path, cases)):
        prompts.file = file
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_Tab)
        find = QApplication.focusWidget()
        assert find is not None
        assert find.accessibleName().startswith("Choose"), find.accessibleName()
        QTest.keyClick(find, Qt.Key.Key_Space)
        assert edit.text() == str(file)
    dialog.check_button.click()
    runner.drain()
    assert "is verified" in dialog.banner.accessibleName()
    cases.write_text("\n".join(["Reference", *references[1:]]), encoding="utf-8")
    room = dialog.screen().availableGeometry()
    dialog.move(room.left(), room.bottom() - dialog.frameGeometry().height())
    dialog.check_button.click()
    runner.drain()
    QApplication.processEvents()
    assert dialog.frameGeometry().bottom() <= room.bottom(), "the buttons are off the screen"
    assert "could not be repeated" in dialog.banner.accessibleName()
    assert references[0] in dialog.account
    dialog.receipt_path.setText(str(tmp_path / "none.json"))
    dialog.check_button.click()
    runner.drain()
    assert "There is no file" in dialog.banner.accessibleName()
    assert dialog.account == ""
    dialog.reject()
