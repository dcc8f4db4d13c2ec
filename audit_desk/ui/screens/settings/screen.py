"""What the settings page does: it saves each field when it is left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.settings import Appearance, DeskSettings
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.settings.people import PeoplePanel
from audit_desk.ui.screens.settings.profiles import ProfilesPanel
from audit_desk.ui.screens.settings.view import SettingsView
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.focus import lead_focus

SAVED = "Saved."


class SettingsStore(Protocol):
    """Where settings are kept."""

    def get(self) -> DeskSettings:
        """Return the settings."""

    def save(self, settings: DeskSettings) -> None:
        """Save the settings.

        Raises:
            UserError: One of them cannot be.
        """


class SettingsScreen(QWidget):
    """Shows and saves the settings.

    Args:
        store: Where they are kept.
        theme: Takes on appearance and text size at once.
        icons: The icons.
        on_saved: Called with the settings after each save.
        profiles: The import profiles of the register; ``None`` shows none.
        people: The people of the register; ``None`` shows none.
        pack_of: Whose pack the register is; then only the look can be changed.
    """

    def __init__(
        self,
        store: SettingsStore,
        theme: Theme,
        icons: Icons,
        on_saved: Callable[[DeskSettings], object] = lambda _settings: None,
        profiles: ProfilesPanel | None = None,
        people: PeoplePanel | None = None,
        *,
        pack_of: str = "",
    ) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self._on_saved = on_saved
        self._pack_of = pack_of
        self.view = SettingsView(icons, profiles, people, pack_of)
        """The layout, for tests and pictures."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        lead_focus(self, self.view.appearance if pack_of else self.view.organisation)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        view = self.view
        for field, edit, name in (
            (view.organisation_field, view.organisation, "organisation"),
            (view.prefix_field, view.prefix, "reference_prefix"),
            (view.person_field, view.person, "person_name"),
        ):
            edit.editingFinished.connect(
                lambda field=field, edit=edit, name=name: self._save(
                    field, **{name: edit.text().strip()}
                )
            )
        view.appearance.activated.connect(
            # Qt gives an enum of text back as plain text.
            lambda _n: self._save(
                view.appearance_field, appearance=Appearance(view.appearance.currentData())
            )
        )
        view.scale.activated.connect(
            lambda _n: self._save(view.scale_field, text_scale=view.scale.currentData())
        )
        view.contacts.edited.connect(
            lambda: self._save(None, escalation_contacts=view.contacts.contacts())
        )

    def refresh(self) -> None:
        """Show the settings as they are kept."""
        settings, view = self._store.get(), self.view
        view.organisation.setText(settings.organisation)
        view.prefix.setText(settings.reference_prefix)
        view.person.setText(settings.person_name)
        view.appearance.setCurrentIndex(view.appearance.findData(settings.appearance))
        view.scale.setCurrentIndex(max(0, view.scale.findData(settings.text_scale)))
        if view.contacts.contacts() != settings.escalation_contacts:
            view.contacts.set_contacts(settings.escalation_contacts)
        for panel in (view.profiles, view.people):
            if panel is not None:
                panel.refresh()
        # Where people are recorded each says who they are, and no name in the register does.
        named = view.people is not None and view.people.list.count() > 0
        view.person_field.setVisible(not named)
        self._clear_notes()

    def leave(self) -> None:
        """Save the field that is being typed in."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _fields(self) -> tuple[Field, ...]:
        view = self.view
        return (
            view.organisation_field,
            view.prefix_field,
            view.person_field,
            view.appearance_field,
            view.scale_field,
        )

    def _clear_notes(self) -> None:
        for field in self._fields() if not self._pack_of else self._fields()[3:]:
            field.clear_error()
        self._say(None, "")

    def _save(self, field: Field | None, **changes: Any) -> None:
        before = self._store.get()
        settings = replace(before, **changes)
        if settings == before:
            return
        self._clear_notes()
        try:
            self._store.save(settings)
        except UserError as error:
            self._refuse(field, error)
            return
        self._theme.set_appearance(settings.appearance)
        self._theme.set_scale(settings.text_scale)
        self._on_saved(settings)
        self._say(field, SAVED)

    def _refuse(self, field: Field | None, error: UserError) -> None:
        if field is None:
            self.view.contacts_note.set_role("error")
            self.view.contacts_note.setText(str(error))
            self.view.contacts_note.show()
        else:
            field.set_error(str(error))

    def _say(self, field: Field | None, words: str) -> None:
        if field is not None:
            field.set_note(words, "success")
            return
        note = self.view.contacts_note
        note.set_role("success")
        note.setText(words or " ")
        note.setVisible(bool(words))
