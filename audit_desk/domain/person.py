"""The people who work with a register, and what each of them does in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in a round. It orders the window; it locks nothing."""

    LEAD = "lead"
    AUDITOR = "auditor"
    SECOND_READER = "second reader"
    MODERATOR = "moderator"

    @property
    def label(self) -> str:
        """The role as a heading."""
        return self.value.capitalize()

    @property
    def does(self) -> str:
        """What somebody in this role does, in a phrase."""
        return _DOES[self]


_DOES = {
    Role.LEAD: "runs rounds: samples, auditors, findings, reports, packs",
    Role.AUDITOR: "reads files",
    Role.SECOND_READER: "reads files again, blind",
    Role.MODERATOR: "settles where two readings differ",
}


READERS = frozenset({Role.AUDITOR, Role.SECOND_READER})
"""The roles in which somebody reads files."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works with the register.

    Attributes:
        id: A UUID.
        name: As it stands beside what they write.
        roles: What they do, in the order of ``Role``.
        left_on: The last day on which they did; ``None`` while they do.
    """

    id: str
    name: str
    roles: tuple[Role, ...]
    left_on: date | None = None

    def is_here(self, today: date) -> bool:
        """Whether they still work with the register."""
        return self.left_on is None or self.left_on >= today

    @property
    def reads_first(self) -> bool:
        """Whether a file that nobody reads yet may become theirs: not if they only read again."""
        return not self.roles or bool({Role.LEAD, Role.AUDITOR} & set(self.roles))

    @property
    def words(self) -> str:
        """Name and roles in a line: ``Ama Cole · auditor, second reader``."""
        return " · ".join(filter(None, (self.name, ", ".join(self.roles))))


def in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return roles once each, in their order."""
    held = set(roles)
    return tuple(role for role in Role if role in held)


def pages_for(roles: Iterable[Role]) -> frozenset[str] | None:
    """Return the pages of the window that these roles need, by key; ``None`` means all.

    Somebody without a role is shown everything, as where nobody is recorded.
    """
    held = set(roles)
    if not held or Role.LEAD in held:
        return None
    own = {"home", "actions", "help", "settings"}
    return frozenset(own | {"rounds"} if Role.MODERATOR in held else own)
