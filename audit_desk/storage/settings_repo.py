"""The register's settings: one JSON value a key."""

import json
from typing import Any

from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_json


class SettingsRepo:
    """The settings of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> dict[str, Any]:
        """Return all settings by key."""
        rows = self._db.execute("SELECT key, value FROM settings")
        return {key: json.loads(value) for key, value in rows}

    def get(self, key: str) -> Any:
        """Return one setting, or ``None`` where it is not set."""
        row = self._db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, key: str, value: Any) -> None:
        """Set one setting."""
        self._db.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, to_json(value)),
        )

    def remove(self, key: str) -> None:
        """Forget one setting."""
        self._db.execute("DELETE FROM settings WHERE key = ?", (key,))
