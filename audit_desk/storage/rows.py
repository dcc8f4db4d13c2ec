"""Small helpers that every repository shares: JSON columns, moments, new identifiers."""

import json
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any


def new_id() -> str:
    """Return a new UUID as text."""
    return str(uuid.uuid4())


def to_json(value: Any) -> str:
    """Return JSON text with sorted keys, so that equal values are equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_facts(text: str) -> Mapping[str, Any]:
    """Read a JSON object from a column."""
    value: Mapping[str, Any] = json.loads(text)
    return value


def to_moment(text: str | None) -> datetime | None:
    """Read a stored moment; ``None`` stays ``None``."""
    return datetime.fromisoformat(text) if text else None
