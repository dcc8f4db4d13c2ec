"""The import profiles and the people of the open register, as the settings page handles them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from audit_desk.domain.list_profile import Profile
from audit_desk.domain.person import Person, Role
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


class DeskPeople:
    """Records people in the name of whoever sits at the desk.

    Args:
        desk: The services of the register.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> Sequence[Person]:
        """Return everybody who is recorded, by name."""
        return self._desk.people.all()

    def here(self) -> Person | None:
        """Return who is at this desk, where they are recorded."""
        return self._desk.people.here()

    def unrecorded(self) -> Sequence[str]:
        """Return the names of auditors who are not recorded."""
        return self._desk.people.unrecorded()

    def today(self) -> date:
        """Return the local date."""
        return self._desk.today()

    def add(self, name: str, roles: Iterable[Role]) -> Person:
        """Record somebody."""
        return self._desk.people.add(name, roles, self._desk.settings.person())

    def change(self, person: Person) -> Person:
        """Change what is recorded of somebody."""
        by = self._desk.settings.person()
        return self._desk.people.change(person.id, person.name, person.roles, person.left_on, by)

    def remove(self, person: Person) -> None:
        """Take somebody out who was recorded by mistake."""
        self._desk.people.remove(person.id, self._desk.settings.person())
