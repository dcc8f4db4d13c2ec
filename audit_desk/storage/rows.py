"""Small helpers that every repository shares: JSON columns, moments, new identifiers."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any


def new_id() -> str:
    """Return a new UUID as text."""
    return new_ids(1)[0]


def new_ids(count: int, after: float | None = None) -> list[str]:
    """Return new UUIDs (of the random kind, version 4) as text, in ascending order.

    Written out here because ``uuid.uuid4`` takes five times as long, and a list needs 100,000.

    Args:
        count: How many.
        after: For the later blocks of a long list, which part of it is done, from 0 to 1: the ids
            of a block come after those of the block before. ``None`` where they are all at once.
    """
    figures = os.urandom(16 * count).hex()
    start = f"{min(int(after * _STARTS), _STARTS - 1):04x}" if after is not None else ""
    skip = len(start)
    texts = sorted([start + figures[at + skip : at + 32] for at in range(0, 32 * count, 32)])
    return [
        f"{text[:8]}-{text[8:12]}-4{text[13:16]}-{_VARIANT[text[16]]}{text[17:20]}-{text[20:]}"
        for text in texts
    ]


_STARTS = 1 << 16
_VARIANT = {f"{number:x}": "89ab"[number & 3] for number in range(16)}


@cache
def _encoder() -> Callable[[Any], bytes]:
    from msgspec.json import Encoder

    return Encoder(order="deterministic", enc_hook=_as_dict).encode


def _as_dict(value: object) -> dict[Any, Any]:
    """Return a mapping of another kind as the one that is known; nothing else comes here."""
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError


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
