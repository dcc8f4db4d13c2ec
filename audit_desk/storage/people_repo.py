"""The people of a register ↔ rows."""

import json
from datetime import date

from audit_desk.domain.person import Person, Role, in_order
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


class PeopleRepo:
    """The people of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> list[Person]:
        """Return everybody, by name."""
        rows = self._db.execute("SELECT id, name, roles, left_on FROM people ORDER BY name")
        return [
            Person(
                row[0],
                row[1],
                in_order(map(Role, json.loads(row[2]))),
                date.fromisoformat(row[3]) if row[3] else None,
            )
            for row in rows
        ]

    def save(self, person: Person) -> None:
        """Write a person, new or changed."""
        self._db.execute(
            "INSERT INTO people (id, name, roles, left_on) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles,"
            " left_on = excluded.left_on",
            (
                person.id,
                person.name,
                to_json([role.value for role in person.roles]),
                person.left_on.isoformat() if person.left_on else None,
            ),
        )

    def remove(self, person_id: str) -> None:
        """Take a person out."""
        self._db.execute("DELETE FROM people WHERE id = ?", (person_id,))
