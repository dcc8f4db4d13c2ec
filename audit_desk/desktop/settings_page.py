"""The settings page, with people and import profiles; in a pack with the look alone."""

from collections.abc import Callable

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.domain.settings import DeskSettings
from audit_desk.services.desk import Desk
from audit_desk.ui.screens.settings.from_desk import DeskPeople, DeskProfileStore
from audit_desk.ui.screens.settings.people import PeoplePanel
from audit_desk.ui.screens.settings.profiles import ProfilesPanel
from audit_desk.ui.screens.settings.screen import SettingsScreen


def build_settings(
    desk: Desk, around: Surroundings, on_changed: Callable[[], object]
) -> SettingsScreen:
    """Return the settings page.

    Args:
        desk: The open register.
        around: What every screen is given.
        on_changed: Called when who is here, or what they are called, may have changed.
    """

    def saved(settings: DeskSettings) -> None:
        around.state.remember_look(settings.appearance, settings.text_scale)
        on_changed()

    if desk.slip is not None:
        return SettingsScreen(
            desk.settings, around.theme, around.icons, saved, pack_of=desk.slip.person
        )
    profiles = ProfilesPanel(DeskProfileStore(desk), around.prompts, around.documents)
    people = PeoplePanel(DeskPeople(desk), around.prompts, around.icons, on_changed)
    return SettingsScreen(desk.settings, around.theme, around.icons, saved, profiles, people)
