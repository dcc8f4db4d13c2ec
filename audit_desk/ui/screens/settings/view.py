"""How the settings page is laid out: the desk at the left, whom to tell at the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from audit_desk.domain.settings import Appearance
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.settings.contacts import ContactsEditor
from audit_desk.ui.screens.settings.people import PeoplePanel
from audit_desk.ui.screens.settings.profiles import ProfilesPanel
from audit_desk.ui.widgets.boxes import column, frame
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.page import Page
from audit_desk.ui.widgets.text import label

APPEARANCES = (
    (Appearance.SYSTEM, "As the computer is set"),
    (Appearance.LIGHT, "Light"),
    (Appearance.DARK, "Dark"),
)
_BESIDE = 120  # characters of width that both sides need
SCALES = (100, 110, 125, 150, 175, 200)


class SettingsView(Page):
    """The page."""

    def __init__(
        self,
        icons: Icons,
        profiles: ProfilesPanel | None = None,
        people: PeoplePanel | None = None,
        pack_of: str = "",
    ) -> None:
        super().__init__("Settings", "Saved as you leave each field.", scrolls=True)
        self._pack_of = pack_of
        self.people = people
        self.organisation = QLineEdit()
        self.prefix = QLineEdit()
        self.person = QLineEdit()
        self.appearance = QComboBox()
        self.scale = QComboBox()
        for value, name in APPEARANCES:
            self.appearance.addItem(name, value)
        for per_cent in SCALES:
            self.scale.addItem(f"{per_cent} %", per_cent)
        self.organisation_field = Field("Organisation", self.organisation, "Printed on reports.")
        self.prefix_field = Field(
            "References begin with", self.prefix, "Used for children imported from now on."
        )
        self.person_field = Field(
            "Your name", self.person, "Stands beside what you write, draw and submit."
        )
        self.appearance_field = Field("Appearance", self.appearance)
        self.scale_field = Field("Text size", self.scale)
        self.contacts = ContactsEditor(icons)
        self.contacts_note = label("", "success")
        # It keeps its line: what stands below must not move away from under a click that saves.
        keeps = self.contacts_note.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.contacts_note.setSizePolicy(keeps)
        self.profiles = profiles
        self._sides = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._sides.setSpacing(16)
        self._sides.addLayout(column(self._register(), self._look(), None, spacing=16), 3)
        people = () if self.people is None else (self._people(self.people),)
        lists = () if self.profiles is None else (self._lists(self.profiles),)
        right = column(self._concern(), *people, *lists, None, spacing=16)
        if self._pack_of:
            self._only_the_look()
        self._sides.addLayout(right, 5)
        self.body.addLayout(self._sides)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two sides below each other where the text is too large for both."""
        super().resizeEvent(event)
        room = self.width() / self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if room >= _BESIDE else way.TopToBottom)

    def _only_the_look(self) -> None:
        """Leave of a pack's settings what its person may change."""
        for part in (self.organisation_field, self.prefix_field):
            part.hide()
        self.person.setReadOnly(True)
        self.person_field.set_note(
            f"This pack is {self._pack_of}'s, and what is written in it stands under that name."
        )
        self.contacts.setEnabled(False)
        self.contacts.add.hide()

    def _people(self, people: PeoplePanel) -> QVBoxLayout:
        return column(
            frame(
                label("People", "heading"),
                label(
                    "Who works with this register. A role orders the window and locks nothing:"
                    " whoever has the passphrase has the register."
                ),
                people,
                spacing=12,
            )
        )

    def _register(self) -> QVBoxLayout:
        return column(
            frame(
                label("This pack" if self._pack_of else "This register", "heading"),
                self.organisation_field,
                self.prefix_field,
                self.person_field,
                spacing=12,
            )
        )

    def _look(self) -> QVBoxLayout:
        return column(
            frame(label("Look", "heading"), self.appearance_field, self.scale_field, spacing=12)
        )

    def _concern(self) -> QVBoxLayout:
        return column(
            frame(
                label("If a child may not be safe", "heading"),
                label(
                    "When an auditor answers unsafe or unsure, these people are shown in this"
                    " order. Audit Desk tells nobody by itself."
                ),
                self.contacts,
                self.contacts_note,
                spacing=12,
            )
        )

    def _lists(self, profiles: ProfilesPanel) -> QVBoxLayout:
        return column(
            frame(
                label("Import profiles", "heading"),
                label(
                    "What was said of a list's columns and codes. A profile is used by itself for a"
                    " list with the same columns; as a file it can be given to another council."
                ),
                profiles,
                spacing=12,
            )
        )
