"""Recording people in Settings, and saying who one is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from audit_desk.domain.person import Role
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.settings.people import PeoplePanel
from audit_desk.ui.screens.sign_in.screen import SignInScreen
from tests.ui.conftest import FakePrompts
from tests.ui.fake_packs import PEOPLE, FakePeople

Open = Callable[[FakePeople], PeoplePanel]


@pytest.fixture
def open_(qtbot: QtBot, icons: Icons, prompts: FakePrompts) -> Open:
    def build(store: FakePeople) -> PeoplePanel:
        panel = PeoplePanel(store, prompts, icons)
        qtbot.addWidget(panel)
        panel.show()
        return panel

    return build


def lines(panel: PeoplePanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_somebody_is_recorded_from_the_auditors_who_are_not_yet(open_: Open) -> None:
    store = FakePeople(others=("Robin Hale",))
    panel = open_(store)
    assert panel.none.isVisible()
    assert "Robin Hale" in panel.unrecorded.text()
    dialog = panel.add_person()
    assert [dialog.name.itemText(n) for n in range(dialog.name.count())] == ["Robin Hale"]
    dialog.accept()
    assert dialog.isVisible(), "there is no name yet"
    dialog.name.setEditText(" Robin  Hale ")
    dialog.roles[Role.SECOND_READER].setChecked(True)
    dialog.accept()
    assert lines(panel) == ["Robin Hale · auditor, second reader"]
    assert panel.note.text() == "Robin Hale is recorded."


def test_a_person_is_changed_leaves_and_is_removed(open_: Open, prompts: FakePrompts) -> None:
    panel = open_(FakePeople(list(PEOPLE)))
    assert lines(panel)[3:] == [
        "Morgan Ellis · lead · you",
        "Stephen Vale · auditor · left 30 Jan 2026",
    ]
    dialog = panel.change_person()
    assert dialog is not None
    dialog.left.setText("31/13/2026")
    dialog.accept()
    assert dialog.isVisible()
    dialog.left.setText("1/3/2026")
    dialog.accept()
    assert lines(panel)[0] == "Ama Cole · auditor, second reader · left 1 Mar 2026"
    prompts.answer = False
    panel.remove.click()
    assert len(lines(panel)) == 5
    prompts.answer = True
    panel.remove.click()
    assert len(lines(panel)) == 4


def test_one_says_who_one_is_by_keyboard(qtbot: QtBot) -> None:
    said: list[str] = []
    made = SignInScreen("North", PEOPLE[:2], "Cai Mostyn", said.append, lambda: said.append("back"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.people[1].hasFocus)
    QTest.keyClick(made.people[1], Qt.Key.Key_Space)
    QTest.keyClick(made.other, Qt.Key.Key_Return)
    assert made.field.note == "Type your name."
    made.other.setText("  Dee   Park ")
    QTest.keyClick(made.other, Qt.Key.Key_Return)
    assert said == ["Cai Mostyn", "Dee Park"]
    shown = " ".join(each.text() for each in made.findChildren(QLabel))
    assert "locks nothing: whoever has the passphrase has the register" in shown
