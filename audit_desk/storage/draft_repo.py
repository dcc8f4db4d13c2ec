"""What was typed in an audit and is not understood yet ↔ rows."""

import json
from collections.abc import Mapping

from audit_desk.storage.register import Register


class DraftRepo:
    """Typed texts by audit, person, question and part."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def of(self, audit_id: str, person: str) -> dict[str, dict[str, str]]:
        """Return a person's typed texts in an audit, by question and part."""
        rows = self._db.execute(
            "SELECT question_id, parts FROM drafts WHERE audit_id = ? AND person = ?",
            (audit_id, person),
        )
        return {question_id: dict(json.loads(parts)) for question_id, parts in rows}

    def put(self, audit_id: str, person: str, question_id: str, parts: Mapping[str, str]) -> None:
        """Write a question's typed texts; none takes them out."""
        key = (audit_id, person, question_id)
        if not parts:
            self._db.execute(
                "DELETE FROM drafts WHERE audit_id = ? AND person = ? AND question_id = ?", key
            )
            return
        self._db.execute(
            "INSERT INTO drafts (audit_id, person, question_id, parts) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (audit_id, person, question_id) DO UPDATE SET parts = excluded.parts",
            (*key, json.dumps(dict(parts), ensure_ascii=False)),
        )
