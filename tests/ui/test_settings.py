from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from audit_desk.domain.settings import Appearance, DeskSettings, EscalationContact
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.settings.screen import SettingsScreen
from audit_desk.ui.theme import Theme


class Store:
    """Settings in memory."""

    def __init__(self) -> None:
        self.saved: list[DeskSettings] = []
        self._settings = DeskSettings(
            "Northshire",
            "Alex",
            "CST",
            (
                EscalationContact("Team manager", "Sam", "01234"),
                EscalationContact("Out-of-hours team"),
            ),
        )

    def get(self) -> DeskSettings:
        return self._settings

    def save(self, settings: DeskSettings) -> None:
        if not settings.organisation:
            raise UserError("The organisation has no name.")
        if len(settings.escalation_contacts) > 2:
            raise UserError("Too many.")
        self._settings = settings
        self.saved.append(settings)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def screen(qtbot: QtBot, store: Store, theme: Theme, icons: Icons) -> Iterator[SettingsScreen]:
    made = SettingsScreen(store, theme, icons)
    qtbot.addWidget(made)
    made.show()
    yield made
    theme.set_appearance(Appearance.LIGHT)


def _type(edit: QLineEdit, text: str) -> None:
    edit.setText(text)
    edit.editingFinished.emit()


def test_it_shows_what_is_kept(screen: SettingsScreen) -> None:
    view = screen.view
    assert view.organisation.text() == "Northshire"
    assert view.prefix.text() == "CST"
    assert view.person.text() == "Alex"
    assert [edit.text() for edit in view.contacts.edits()] == [
        *("Team manager", "Sam", "01234"),
        *("Out-of-hours team", "", ""),
    ]


def test_leaving_a_field_saves_it_and_says_so_there(screen: SettingsScreen, store: Store) -> None:
    _type(screen.view.person, "  Robin ")
    assert store.get().person_name == "Robin"
    assert screen.view.person_field.note == "Saved."
    _type(screen.view.prefix, "CE")
    assert (screen.view.person_field.note == "Saved.", screen.view.prefix_field.note) == (
        False,
        "Saved.",
    )


def test_leaving_a_field_as_it_was_saves_nothing(screen: SettingsScreen, store: Store) -> None:
    screen.view.organisation.editingFinished.emit()
    screen.view.contacts.edited.emit()
    assert store.saved == []


def test_a_refusal_stands_by_its_field(screen: SettingsScreen, store: Store) -> None:
    _type(screen.view.organisation, "")
    assert screen.view.organisation_field.note == "The organisation has no name."
    assert store.get().organisation == "Northshire"


def test_what_is_being_typed_is_saved_when_the_page_is_left(
    screen: SettingsScreen, store: Store, qtbot: QtBot
) -> None:
    screen.activateWindow()
    screen.view.person.setFocus()
    qtbot.waitUntil(screen.view.person.hasFocus)
    QTest.keyClicks(screen.view.person, "ander")
    screen.leave()
    assert store.get().person_name == "Alexander"


@pytest.mark.dressed
def test_appearance_and_size_change_at_once(
    screen: SettingsScreen, store: Store, theme: Theme
) -> None:
    view = screen.view
    view.appearance.setCurrentIndex(2)
    view.appearance.activated.emit(2)
    assert theme.dark
    view.scale.setCurrentIndex(5)
    view.scale.activated.emit(5)
    assert (theme.scale, store.get().text_scale) == (200, 200)
    assert store.get().appearance is Appearance.DARK
    theme.set_scale(100)


def test_contacts_are_edited_in_place(screen: SettingsScreen, store: Store) -> None:
    contacts = screen.view.contacts
    _type(contacts.edits()[4], " Kim ")
    assert store.get().escalation_contacts[1] == EscalationContact("Out-of-hours team", "Kim")
    remove = [b for b in contacts.findChildren(QPushButton) if "Team manager" in b.accessibleName()]
    remove[0].click()
    assert [contact.name for contact in store.get().escalation_contacts] == ["Kim"]
    contacts.add.click()
    assert len(store.get().escalation_contacts) == 1, "an empty row is no contact"
    _type(contacts.edits()[3], "Head of service")
    assert store.get().escalation_contacts[1].role == "Head of service"


def test_refused_contacts_say_why(screen: SettingsScreen, store: Store) -> None:
    contacts = screen.view.contacts
    screen.show()
    room = screen.view.contacts_note.parentWidget().sizeHint()  # type: ignore[union-attr]
    _type(contacts.edits()[4], "Kim")
    assert screen.view.contacts_note.isVisible()
    assert screen.view.contacts_note.parentWidget().sizeHint() == room, "nothing below moves"  # type: ignore[union-attr]
    contacts.add.click()
    _type(contacts.edits()[6], "Third")
    assert screen.view.contacts_note.text() == "Too many."
    assert len(store.get().escalation_contacts) == 2


def test_saved_settings_are_told(qtbot: QtBot, store: Store, theme: Theme, icons: Icons) -> None:
    told: list[DeskSettings] = []
    screen = SettingsScreen(store, theme, icons, told.append)
    qtbot.addWidget(screen)
    _type(screen.view.prefix, "AB")
    assert told == [store.get()]


@pytest.mark.dressed
def test_every_control_has_a_name(screen: SettingsScreen) -> None:
    view = screen.view
    for control in (view.organisation, view.prefix, view.person, view.appearance, view.scale):
        assert control.accessibleName()
    assert all(edit.accessibleName() for edit in view.contacts.edits())
