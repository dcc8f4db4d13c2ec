"""Small helpers that every repository shares: JSON columns, moments, new identifiers."""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any


def new_id() -> str:
    """Return a new UUID as text."""
    return str(uuid.uuid4())


@cache
def _encoder() -> Callable[[Any], bytes]:
    from msgspec.json import Encoder

    return Encoder(order="deterministic").encode


@cache
def _decoder() -> Callable[[str], Any]:
    from msgspec.json import Decoder

    return Decoder().decode


def to_json(value: Any) -> str:
    """Return JSON text with sorted keys, so that equal values are equal text."""
    return _encoder()(value).decode()


def to_facts(text: str) -> Mapping[str, Any]:
    """Read a JSON object from a column."""
    value: Mapping[str, Any] = _decoder()(text)
    return value


def to_moment(text: str | None) -> datetime | None:
    """Read a stored moment; ``None`` stays ``None``."""
    return datetime.fromisoformat(text) if text else None
