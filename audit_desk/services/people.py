"""The people of a register: who works with it, in which roles, and who is at this desk."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.people import person_key, same_person
from audit_desk.domain.person import Person, Role, in_order
from audit_desk.errors import UserError
from audit_desk.services.independence import required_name
from audit_desk.services.pack_slip import refuse_in_pack
from audit_desk.services.settings import SettingsService
from audit_desk.storage.assignment_repo import AssignmentRepo
from audit_desk.storage.people_repo import PeopleRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id


class PeopleService:
    """The people of one register. While nobody is recorded, everybody may see everything."""

    def __init__(
        self,
        register: Register,
        settings: SettingsService,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._register = register
        self._settings = settings
        self._today = today
        self._repo = PeopleRepo(register)
        self._assignments = AssignmentRepo(register)

    def all(self) -> tuple[Person, ...]:
        """Return everybody who is recorded, by name."""
        return tuple(self._repo.all())

    def to_choose(self) -> tuple[Person, ...]:
        """Return who may be at this desk: everybody recorded who has not left."""
        today = self._today()
        return tuple(person for person in self._repo.all() if person.is_here(today))

    def here(self) -> Person | None:
        """Return who is at this desk, where they are recorded."""
        return self.find(self._settings.person())

    def find(self, name: str) -> Person | None:
        """Return the person of that name, however it is written, or ``None``."""
        return next((each for each in self._repo.all() if same_person(each.name, name)), None)

    def unrecorded(self) -> tuple[str, ...]:
        """Return the names of auditors in the register who are not recorded as people, by name."""
        held = {person_key(person.name) for person in self._repo.all()}
        names = {person_key(name): name for name in sorted(self._assignments.auditors())}
        return tuple(sorted(name for key, name in names.items() if key not in held))

    def add(self, name: str, roles: Iterable[Role], by: str) -> Person:
        """Record somebody.

        Raises:
            UserError: There is no name or role, or somebody of that name is recorded already.
        """
        person = Person(new_id(), name, in_order(roles))
        return self._save(person, None, by)

    def change(
        self, person_id: str, name: str, roles: Iterable[Role], left_on: date | None, by: str
    ) -> Person:
        """Change what is recorded of somebody; what they wrote keeps the name it was written under.

        Raises:
            UserError: They are not recorded, there is no name or role, or the name is another's.
        """
        before = self._person(person_id)
        made = replace(before, name=name, roles=in_order(roles), left_on=left_on)
        return self._save(made, before, by)

    def remove(self, person_id: str, by: str) -> None:
        """Take somebody out who was recorded by mistake; what they wrote stays.

        Raises:
            UserError: They are not recorded.
        """
        refuse_in_pack(self._register, "Changing who works with the register")
        with self._register.transaction():
            before = self._person(person_id)
            self._repo.remove(person_id)
            self._note(by, "removed", before, None)

    def _save(self, person: Person, before: Person | None, by: str) -> Person:
        refuse_in_pack(self._register, "Changing who works with the register")
        person = replace(person, name=required_name(person.name, "Type their name."))
        for fault in text_faults(person.name):
            raise UserError(f"In the name, {fault}")
        if not person.roles:
            raise UserError(
                f"{person.name} has no role.", "Say what they do: at least one of the four."
            )
        with self._register.transaction():
            held = self.find(person.name)
            if held is not None and held.id != person.id:
                raise UserError(f"{held.name} is recorded already.", "Change what is there.")
            if person != before:
                self._repo.save(person)
                self._note(by, "changed" if before else "added", before, person)
        return person

    def _person(self, person_id: str) -> Person:
        person = next((each for each in self._repo.all() if each.id == person_id), None)
        if person is None:
            raise UserError("This person is not recorded.", "Look again.")
        return person

    def _note(self, by: str, what: str, before: Person | None, after: Person | None) -> None:
        subject = ("person", (after or before or Person("", "", ())).id)
        self._register.history.append(by, what, subject, before=_state(before), after=_state(after))


def _state(person: Person | None) -> dict[str, Any] | None:
    if person is None:
        return None
    left = person.left_on.isoformat() if person.left_on else None
    return {"name": person.name, "roles": [role.value for role in person.roles], "left_on": left}
