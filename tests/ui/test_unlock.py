from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.unlock.actions import UnlockActions
from audit_desk.ui.screens.unlock.screen import UnlockScreen
from audit_desk.ui.screens.unlock.strength import Strength, strength
from audit_desk.ui.task_runner import Progress, TaskRunner
from audit_desk.ui.window_state import WindowState
from tests.ui.conftest import FakePrompts, RecordedErrors

RIGHT = "correct horse battery staple"


@dataclass
class Registers:
    """A stand-in for encrypted files."""

    refusal: Exception | None = None
    done: list[tuple[str, ...]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def _result(self, *what: str) -> str:
        if self.refusal is not None:
            raise self.refusal
        self.done.append(what)
        return what[0]

    def open(self, path: Path, passphrase: str) -> str:
        if passphrase != RIGHT:
            raise UserError("The passphrase does not fit.", "Try again.")
        return self._result("open", path.name)

    def create(self, path: Path, passphrase: str, organisation: str) -> str:
        return self._result("create", path.name, passphrase, organisation)

    def demo(self, progress: Progress) -> str:
        progress.report(1, 1)
        return self._result("demo")

    def actions(self) -> UnlockActions[str]:
        return UnlockActions(self.open, self.create, self.demo, self.opened.append)


@pytest.fixture
def registers() -> Registers:
    return Registers()


@pytest.fixture
def state(tmp_path: Path) -> WindowState:
    return WindowState(tmp_path / "state")


@pytest.fixture
def files(tmp_path: Path, state: WindowState) -> list[Path]:
    made = [tmp_path / "March.auditdesk", tmp_path / "Bury.auditdesk"]
    for file in made:
        file.touch()
        state.add_recent_register(file)
    return made


Make = Callable[[], UnlockScreen[str]]


@pytest.fixture
def make(
    qtbot: QtBot,
    registers: Registers,
    state: WindowState,
    runner: TaskRunner,
    prompts: FakePrompts,
    icons: Icons,
    tmp_path: Path,
) -> Make:
    def build() -> UnlockScreen[str]:
        screen = UnlockScreen(registers.actions(), state, runner, prompts, icons, tmp_path)
        qtbot.addWidget(screen)
        return screen

    return build


def _type_and_enter(edit: QLineEdit, text: str) -> None:
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_the_latest_register_only_wants_its_passphrase(
    make: Make, files: list[Path], registers: Registers, runner: TaskRunner
) -> None:
    screen = make()
    form = screen.view.unlock_form
    assert form.title.text() == "Bury"
    assert form.passphrase.echoMode() is QLineEdit.EchoMode.Password
    _type_and_enter(form.passphrase, RIGHT)
    assert not screen.view.isEnabled()
    runner.drain()
    assert registers.opened == ["open"]
    assert form.passphrase.text() == ""


def test_a_refusal_stands_by_the_field_and_lets_one_try_again(
    make: Make, files: list[Path], registers: Registers, runner: TaskRunner
) -> None:
    screen = make()
    form = screen.view.unlock_form
    _type_and_enter(form.passphrase, "wrong")
    runner.drain()
    assert form.field.note == "The passphrase does not fit. Try again."
    assert screen.view.isEnabled()
    assert (form.passphrase.selectedText(), form.go.text()) == ("wrong", "Open")
    _type_and_enter(form.passphrase, RIGHT)
    runner.drain()
    assert registers.opened == ["open"]


def test_no_passphrase_is_no_attempt(make: Make, files: list[Path], runner: TaskRunner) -> None:
    screen = make()
    screen.view.unlock_form.go.click()
    assert not runner.is_busy
    assert "Type the passphrase" in screen.view.unlock_form.field.note


def test_a_fault_goes_to_the_presenter_and_frees_the_form(
    make: Make,
    files: list[Path],
    registers: Registers,
    runner: TaskRunner,
    errors: RecordedErrors,
) -> None:
    registers.refusal = ZeroDivisionError()
    screen = make()
    _type_and_enter(screen.view.unlock_form.passphrase, RIGHT)
    runner.drain()
    assert errors.shown == [registers.refusal]
    assert screen.view.isEnabled()
    errors.shown.clear()


def test_any_register_of_the_list_can_be_chosen_or_taken_off(
    make: Make, files: list[Path], state: WindowState
) -> None:
    screen = make()
    names = {b.text(): b for b in screen.view.findChildren(QPushButton) if b.toolTip()}
    names["March"].click()
    assert screen.view.unlock_form.title.text() == "March"
    screen.view.unlock_form.forget.click()
    assert state.recent_registers() == [files[1]]
    assert files[0].exists()
    assert screen.view.forms.currentWidget() is screen.view.welcome


def test_another_register_is_found_by_its_file(
    make: Make, prompts: FakePrompts, tmp_path: Path
) -> None:
    prompts.file = tmp_path / "Peer.auditdesk"
    screen = make()
    assert screen.view.forms.currentWidget() is screen.view.welcome
    screen.view.welcome_open.click()
    assert screen.view.unlock_form.title.text() == "Peer"
    prompts.file = tmp_path / "Other.auditdesk"
    screen.view.open_file.click()
    assert screen.view.unlock_form.title.text() == "Other"
    assert screen.view.unlock_form.forget.isHidden()


def test_creating_asks_for_everything_first(make: Make, runner: TaskRunner) -> None:
    screen = make()
    screen.view.create_new.click()
    form = screen.view.create_form
    form.place.clear()
    form.second.setText("something")
    form.go.click()
    fields = (form.organisation_field, form.place_field, form.first_field, form.second_field)
    assert all(one.note for one in fields)
    assert "differ" in form.second_field.note
    assert not runner.is_busy


def test_a_new_register_is_named_after_its_organisation(
    make: Make, registers: Registers, runner: TaskRunner, state: WindowState, tmp_path: Path
) -> None:
    screen = make()
    screen.start_creating()
    form = screen.view.create_form
    QTest.keyClicks(form.organisation, "North/shire: CST")
    assert form.place.text() == str(tmp_path / "North shire CST.auditdesk")
    form.first.setText(RIGHT)
    _type_and_enter(form.second, RIGHT)
    (tmp_path / "North shire CST.auditdesk").touch()
    runner.drain()
    wanted = ("create", "North shire CST.auditdesk", RIGHT, "North/shire: CST")
    assert registers.done == [wanted]
    assert state.recent_registers() == [tmp_path / "North shire CST.auditdesk"]
    assert form.first.text() == form.second.text() == ""


def test_a_chosen_place_stays_and_gets_its_ending(
    make: Make, prompts: FakePrompts, registers: Registers, runner: TaskRunner, tmp_path: Path
) -> None:
    prompts.file = tmp_path / "elsewhere"
    screen = make()
    form = screen.view.create_form
    form.choose.click()
    QTest.keyClicks(form.organisation, "Bury")
    assert form.place.text() == str(prompts.file)
    for edit in (form.first, form.second):
        edit.setText(RIGHT)
    form.go.click()
    runner.drain()
    assert registers.done[0][1] == "elsewhere.auditdesk"


def test_a_refused_creation_says_why_and_keeps_what_was_typed(
    make: Make, registers: Registers, runner: TaskRunner
) -> None:
    registers.refusal = UserError("There is no such folder.")
    screen = make()
    form = screen.view.create_form
    form.organisation.setText("Bury")
    for edit in (form.first, form.second):
        edit.setText(RIGHT)
    form.go.click()
    runner.drain()
    assert form.error.text() == "There is no such folder."
    assert form.first.text() == RIGHT


def test_the_invented_register_is_one_click_away(
    make: Make, registers: Registers, runner: TaskRunner, state: WindowState
) -> None:
    make().view.welcome_demo.click()
    runner.drain()
    assert registers.opened == ["demo"]
    assert state.recent_registers() == []


def test_a_passphrase_can_be_looked_at(make: Make, files: list[Path]) -> None:
    edit = make().view.unlock_form.passphrase
    edit.actions()[0].trigger()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    edit.actions()[0].trigger()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("passphrase", "wanted"),
    [
        ("", Strength.NONE),
        ("password", Strength.WEAK),
        ("horse horse horse horse horse", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa1", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("correct horse battery staple orbit", Strength.STRONG),
        ("x7!Kq2#vTz9&", Strength.STRONG),
    ],
)
def test_strength(passphrase: str, wanted: Strength) -> None:
    assert strength(passphrase) is wanted


@given(st.text(), st.text())
def test_another_word_never_weakens(passphrase: str, word: str) -> None:
    order = list(Strength)
    longer = strength(f"{passphrase} {word}")
    assert order.index(longer) >= order.index(strength(passphrase)) or not passphrase.strip()


def test_typing_a_passphrase_says_how_strong_it_is(make: Make) -> None:
    form = make().view.create_form
    form.first.setText("password")
    assert form.first_field.note == Strength.WEAK.value
    form.first.clear()
    assert "unrelated words" in form.first_field.note
