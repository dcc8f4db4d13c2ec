"""The import profiles of the open register, as the settings page handles them."""

from collections.abc import Sequence
from pathlib import Path

from audit_desk.domain.list_profile import Profile
from audit_desk.services.desk import Desk


class DeskProfileStore:
    """Keeps profiles in the register in the name of whoever sits at the desk.

    Args:
        desk: The services of the register.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> Sequence[Profile]:
        """Return all profiles by name."""
        return self._desk.profiles.all()

    def keep(self, profile: Profile) -> Profile:
        """Keep a profile; one of the same name is replaced."""
        return self._desk.profiles.keep(profile, self._desk.settings.person())

    def remove(self, name: str) -> Profile:
        """Forget a profile and return it."""
        return self._desk.profiles.remove(name, self._desk.settings.person())

    def write(self, profile: Profile, path: Path) -> None:
        """Write a profile into a file."""
        self._desk.profiles.write(profile, path)

    def read(self, path: Path) -> Profile:
        """Read a profile from a file; nothing is kept yet."""
        return self._desk.profiles.read(path)
