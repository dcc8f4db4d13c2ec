"""Handing out, a pack's home and handing it back, as a person goes through them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from audit_desk.domain.known_names import KnownNames
from audit_desk.domain.pack import PackKind
from audit_desk.errors import UserError
from audit_desk.services.phrases import WORDS, new_phrase
from audit_desk.ui.dialogs.hand_out.dialog import HandOutDialog
from audit_desk.ui.dialogs.hand_out.ports import HandOutDesk
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.screens.pack_home.handed_back import HandedBackScreen
from audit_desk.ui.screens.pack_home.ports import PackWays
from audit_desk.ui.screens.pack_home.screen import PackHomeScreen
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.identifier_watch import Watching
from audit_desk.ui.widgets.identifier_watches import TextWatch
from tests.ui.conftest import FakePrompts
from tests.ui.fake_home import NOW, UNSAFE
from tests.ui.fake_packs import FILE, GIVEN, HELD, NOTE, SLIP, TODAY, FakeHandOut, FakePackHome

PHRASE = "marble kettle fern orbit harbour otter"


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def port() -> FakeHandOut:
    return FakeHandOut()


@pytest.fixture
def dialog(
    qtbot: QtBot,
    icons: Icons,
    prompts: FakePrompts,
    runner: TaskRunner,
    port: FakeHandOut,
    tmp_path: Path,
) -> HandOutDialog:
    desk = HandOutDesk(icons, prompts, runner, lambda: TODAY, tmp_path)
    made = HandOutDialog(port, desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_files_are_handed_out_in_three_steps_by_keyboard(
    qtbot: QtBot, dialog: HandOutDialog, port: FakeHandOut, tmp_path: Path
) -> None:
    told: list[str] = []
    dialog.handed_out.connect(lambda: told.append("changed"))
    assert "4 files by reference" in texts(dialog)
    assert "The council's own numbers" in texts(dialog)
    QTest.keyClick(dialog.who.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.who.table, Qt.Key.Key_Down)
    assert "CST-0005 is with Cai Mostyn since 2 Mar 2026." in texts(dialog)
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.who.table, Qt.Key.Key_Up)
    assert dialog.go.isEnabled()
    QTest.keyClick(dialog.who.table, Qt.Key.Key_Return)
    assert "1 file of Spring 2026 for Ama Cole" in texts(dialog)
    how = dialog.how
    assert how.place.text() == str(tmp_path / "Spring 2026 Ama Cole - second readings.auditdesk")
    dialog._back.click()
    (tmp_path / "Spring 2026 Ama Cole - second readings.auditdesk").touch()
    dialog.go.click()
    assert how.place.text().endswith("second readings 2.auditdesk"), "no file that is there"
    assert how.due.line.text() == "13 Mar 2026"

    dialog.go.click()
    assert "Type a passphrase" in how.first_field.note
    how.first.setText(PHRASE)
    dialog.go.click()
    assert how.second_field.note == "The two are not the same."
    how.suggest.click()
    assert (how.first.text(), how.second.text()) == (PHRASE, PHRASE)
    assert how.first.echoMode() is QLineEdit.EchoMode.Normal, "to be written down"
    how.due.line.setText("someday")
    dialog.go.click()
    assert port.made == []
    how.due.line.setText("20/3")
    how.note.setPlainText("Ring me.")
    port.fault = UserError("x.auditdesk already exists.", "Choose another name.")
    dialog.go.click()
    qtbot.waitUntil(lambda: "already exists" in texts(dialog))
    port.fault = None
    dialog.go.click()
    qtbot.waitUntil(lambda: told == ["changed"])
    (wanted,) = port.made
    assert (wanted.share.kind, wanted.passphrase) == (PackKind.SECOND, PHRASE)
    assert (str(wanted.due_on), wanted.note) == ("2026-03-20", "Ring me.")
    qtbot.waitUntil(lambda: "1 file is with Ama Cole now" in texts(dialog))  # Qt shows it next
    assert PHRASE not in repr(wanted)
    assert how.first.text() == ""
    dialog.go.click()
    assert not dialog.isVisible()


def test_how_the_lead_is_reached_is_no_identifier_in_a_cover_note(
    dialog: HandOutDialog, theme: Theme
) -> None:
    dialog.go.click()
    note = dialog.how.note
    watch = TextWatch(note, Watching(lambda: KnownNames(["Morgan Ellis"]), theme))
    for written, found in ((f"{NOTE}\nMorgan Ellis", 0), ("Her carer: 01632 960 118", 1)):
        note.setPlainText(written)
        watch.look()
        assert len(watch.found) == found, written


def test_a_round_without_auditors_says_what_to_do_first(
    qtbot: QtBot, icons: Icons, prompts: FakePrompts, runner: TaskRunner, tmp_path: Path
) -> None:
    desk = HandOutDesk(icons, prompts, runner, lambda: TODAY, tmp_path)
    made = HandOutDialog(FakeHandOut(lines=()), desk)
    qtbot.addWidget(made)
    made.open()
    assert "No file of this round has an auditor. Assign some first." in texts(made)
    assert not made.go.isEnabled()


def test_a_suggested_passphrase_is_of_words_and_never_the_same() -> None:
    one, other = new_phrase(), new_phrase()
    assert len(one.split()) == WORDS
    assert all(word.isalpha() and word.islower() for word in one.split())
    assert one != other


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def home(qtbot: QtBot, icons: Icons, went: list[str]) -> PackHomeScreen:
    ways = PackWays(went.append, lambda: went.append("handed back"))
    port = FakePackHome(held=HELD, concerns=(UNSAFE,), given=GIVEN)
    made = PackHomeScreen(port, ways, icons, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1090, 720)
    made.refresh()
    made.show()
    return made


def test_a_pack_s_home_shows_its_note_its_audits_and_the_next_one(
    home: PackHomeScreen, went: list[str]
) -> None:
    shown = texts(home)
    assert "A pack for Ama Cole · Northshire Council · due 20 Mar 2026" in shown
    assert "Ring me on 01632 960 118" in shown
    assert "Morgan Ellis, 2 Mar 2026" in shown
    assert "CST-0007 · Autumn 2025\nYou name what failed in supervision plainly." in shown
    assert "1 open concern for a child's safety" in shown
    assert "Somebody has read these files before you" not in shown
    assert home.view.next.text() == "Go on with CST-0042"
    home.view.next.click()
    rows = [row for row in home.findChildren(RowButton) if row.isVisible()]
    assert rows[-1].accessibleName() == "CST-0011 · Submitted"
    rows[-1].click()
    assert went == ["audit-42", "audit-11"]


def test_a_second_reader_is_told_that_they_read_blind(
    qtbot: QtBot, icons: Icons, went: list[str]
) -> None:
    slip = replace(SLIP, kind=PackKind.SECOND, note="")
    done = [replace(each, submitted=True) for each in HELD[1:]]
    done.append(replace(HELD[0], given_back=True))
    ways = PackWays(went.append, lambda: went.append("handed back"))
    made = PackHomeScreen(FakePackHome(lying_on_top=slip, held=done), ways, icons, lambda: NOW)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    assert "Somebody has read these files before you" in texts(made)
    assert not made.view.next.isVisible(), "nothing is left to read"
    dialog = made.hand_back()
    assert "Given back" in texts(made)
    assert "3 of 4 audits are submitted. 1 was given back." in texts(dialog)
    assert "All is done." in texts(dialog)
    dialog.close_button.click()
    assert went == ["handed back"]


def test_handing_back_names_what_is_not_submitted_and_cancelling_leaves_all(
    home: PackHomeScreen, went: list[str]
) -> None:
    dialog = home.hand_back()
    shown = texts(dialog)
    assert "1 of 4 audits is submitted." in shown
    assert "• CST-0042: 31 of 52 answered" in shown
    assert "• CST-0087: not begun" in shown
    assert "hand it back again" in shown
    dialog.reject()
    assert went == []


def test_a_closed_pack_says_where_it_lies_and_how_to_give_it_back(
    qtbot: QtBot, icons: Icons, went: list[str]
) -> None:
    made = HandedBackScreen(FILE, SLIP, icons, lambda: went.append("open"))
    qtbot.addWidget(made)
    made.show()
    assert "Give this file back to Morgan Ellis" in texts(made)
    buttons = {each.text(): each for each in made.findChildren(QPushButton)}
    buttons["Copy where it lies"].click()
    assert QGuiApplication.clipboard().text() == str(FILE)
    buttons["Open it again"].click()
    assert went == ["open"]
    buttons["Done"].click()
    assert not made.isVisible()
