"""What those whom an audit is about had to do with it: practitioners, and the child or a carer.

They are named by role alone; who they are stands on the child's file and not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Whose part it is."""

    WORKER = "worker"
    MANAGER = "manager"
    CHILD = "child"

    @property
    def label(self) -> str:
        """The role as a heading."""
        return _LABELS[self]

    @property
    def words(self) -> str:
        """The role in a sentence: ``the allocated worker``."""
        return _WORDS[self]


_LABELS = {
    Role.WORKER: "Allocated worker",
    Role.MANAGER: "Manager",
    Role.CHILD: "Child or carer",
}
_WORDS = {
    Role.WORKER: "the allocated worker",
    Role.MANAGER: "the manager",
    Role.CHILD: "the child or a carer",
}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one of them had to do with the audit.

    Attributes:
        role: Whose part it is.
        invited: Whether they were invited to it; ``None`` while nobody has said.
        why_not: Why they were not.
        took_part: Whether they did take part; ``None`` while nobody has said.
        on: When they spoke or wrote.
        said: What they said, in words of their own where possible.
        changed: Whether it changed the audit; ``None`` while nobody has said.
        how: What it changed.
    """

    role: Role
    invited: bool | None = None
    why_not: str = ""
    took_part: bool | None = None
    on: date | None = None
    said: str = ""
    changed: bool | None = None
    how: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of it."""
        return self == Contribution(self.role)


Contributions = Mapping[Role, Contribution]
"""Contributions by role; one of which nothing is said is absent."""
