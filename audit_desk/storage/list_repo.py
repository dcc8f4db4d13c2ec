"""The lists that cases come from, and who stands on each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from audit_desk.storage.history import now
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id, to_json


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list that the register knows.

    Attributes:
        id: A UUID.
        name: What people call it.
        headings: The letters and digits of its headings, in order.
        imported_at: When its last whole edition was brought in, UTC.
        children: How many children stand on it.
    """

    id: str
    name: str
    headings: tuple[str, ...]
    imported_at: datetime
    children: int


class ListRepo:
    """The lists of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> list[HeldList]:
        """Return every list, by name."""
        rows = self._db.execute(
            "SELECT id, name, headings, imported_at,"
            " (SELECT count(*) FROM list_members WHERE list_id = lists.id)"
            " FROM lists ORDER BY name COLLATE NOCASE"
        )
        return [
            HeldList(
                row[0], row[1], tuple(json.loads(row[2])), datetime.fromisoformat(row[3]), row[4]
            )
            for row in rows
        ]

    def names_of(self, case_id: str) -> list[str]:
        """Return the names of the lists that a case stands on."""
        rows = self._db.execute(
            "SELECT name FROM list_members JOIN lists ON lists.id = list_id WHERE case_id = ?"
            " ORDER BY name COLLATE NOCASE",
            (case_id,),
        )
        return [row[0] for row in rows]

    def add(self, name: str, headings: Sequence[str]) -> str:
        """Add a list that nobody stands on yet, and return its id."""
        id_ = new_id()
        self._db.execute(
            "INSERT INTO lists (id, name, headings, imported_at) VALUES (?, ?, ?, ?)",
            (id_, name, to_json(list(headings)), now()),
        )
        return id_

    def renew(self, id_: str, headings: Sequence[str]) -> None:
        """Note that a whole edition was brought in just now."""
        self._db.execute(
            "UPDATE lists SET headings = ?, imported_at = ? WHERE id = ?",
            (to_json(list(headings)), now(), id_),
        )
