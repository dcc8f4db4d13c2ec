"""Rounds, their tools and their draws ↔ rows."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from audit_desk.domain.audit_tool import ToolStatus
from audit_desk.domain.round import Round
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id, to_json

if TYPE_CHECKING:
    from audit_desk.domain.sample_profile import Profile

_ROUND = "SELECT id, name, purpose, tool_id, tool_version, created_at FROM rounds"


class ToolRepo:
    """The audit tools that travel inside one register, as JSON documents."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def document(self, tool_id: str, version: int) -> str | None:
        """Return a tool's document, or ``None`` where the register does not hold it."""
        row = self._db.execute(
            "SELECT document FROM tools WHERE tool_id = ? AND version = ?", (tool_id, version)
        ).fetchone()
        return row[0] if row else None

    def documents(self) -> list[str]:
        """Return all documents, by id and version."""
        rows = self._db.execute("SELECT document FROM tools ORDER BY tool_id, version")
        return [row[0] for row in rows]

    def add(self, key: tuple[str, int], status: ToolStatus, title: str, document: str) -> None:
        """Add a version of a tool."""
        self._db.execute(
            "INSERT INTO tools (tool_id, version, status, title, document) VALUES (?, ?, ?, ?, ?)",
            (*key, status.value, title, document),
        )

    def replace(self, key: tuple[str, int], status: ToolStatus, title: str, document: str) -> None:
        """Put another text in the place of a draft; the register refuses it of others."""
        self._db.execute(
            "UPDATE tools SET status = ?, title = ?, document = ?"
            " WHERE tool_id = ? AND version = ?",
            (status.value, title, document, *key),
        )

    def remove(self, key: tuple[str, int]) -> None:
        """Take a draft out; the register refuses it of a published version."""
        self._db.execute("DELETE FROM tools WHERE tool_id = ? AND version = ?", key)


class RoundRepo:
    """The rounds and draws of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> list[Round]:
        """Return all rounds, newest first."""
        rows = self._db.execute(f"{_ROUND} ORDER BY created_at DESC, name")
        return [_round(row) for row in rows]

    def by_id(self, round_id: str) -> Round | None:
        """Return a round, or ``None``."""
        row = self._db.execute(f"{_ROUND} WHERE id = ?", (round_id,)).fetchone()
        return _round(row) if row else None

    def by_name(self, name: str) -> Round | None:
        """Return the round of that name, or ``None``."""
        row = self._db.execute(f"{_ROUND} WHERE name = ?", (name,)).fetchone()
        return _round(row) if row else None

    def add(self, round_: Round) -> None:
        """Add a round."""
        self._db.execute(
            "INSERT INTO rounds (id, name, purpose, tool_id, tool_version, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                round_.id,
                round_.name,
                round_.purpose,
                round_.tool_id,
                round_.tool_version,
                round_.created_at.isoformat(timespec="microseconds"),
            ),
        )

    def receipts(self, round_id: str) -> list[Mapping[str, Any]]:
        """Return the receipts of all draws of a round, oldest first, as plain JSON objects."""
        rows = self._db.execute(
            "SELECT receipt FROM draws WHERE round_id = ? ORDER BY sequence", (round_id,)
        )
        return [json.loads(row[0]) for row in rows]

    def profile(self, round_id: str) -> "tuple[Profile, ...]":
        """Return how the newest draw's sample looked beside its frame; empty where not kept."""
        from audit_desk.domain.sample_profile import Profile, ProfileRow

        row = self._db.execute(
            "SELECT profile FROM draws WHERE round_id = ? ORDER BY sequence DESC LIMIT 1",
            (round_id,),
        ).fetchone()
        return tuple(
            Profile(
                one["field_label"],
                tuple(
                    ProfileRow(each["value"], each["in_frame"], each["in_sample"])
                    for each in one["rows"]
                ),
            )
            for one in json.loads(row[0] if row else "[]")
        )

    def add_receipt(
        self, round_id: str, receipt: Mapping[str, Any], profile: "tuple[Profile, ...]"
    ) -> None:
        """Add a draw to a round, with its sample beside its frame."""
        self._db.execute(
            "INSERT INTO draws (id, round_id, sequence, receipt, profile) VALUES (?, ?,"
            " (SELECT count(*) + 1 FROM draws WHERE round_id = ?), ?, ?)",
            (new_id(), round_id, round_id, to_json(receipt), to_json(profile)),
        )

    def replace_last_receipt(self, round_id: str, receipt: Mapping[str, Any]) -> None:
        """Replace the newest draw's receipt, as a swap does."""
        self._db.execute(
            "UPDATE draws SET receipt = ? WHERE round_id = ? AND sequence ="
            " (SELECT max(sequence) FROM draws WHERE round_id = ?)",
            (to_json(receipt), round_id, round_id),
        )


def _round(row: tuple[Any, ...]) -> Round:
    return Round(row[0], row[1], row[2], row[3], row[4], datetime.fromisoformat(row[5]))
