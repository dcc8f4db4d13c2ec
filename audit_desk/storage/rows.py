"""Small helpers that every repository shares: JSON columns, moments, new identifiers."""

import os
import struct
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any


def new_id() -> str:
    """Return a new UUID as text."""
    return new_ids(1)[0]


def new_ids(count: int, part: tuple[float, float] = (0, 1)) -> list[str]:
    """Return new UUIDs (of the random kind, version 4) as text, in ascending order.

    Written out here because ``uuid.uuid4`` takes five times as long, and a list needs 100,000.

    Args:
        count: How many.
        part: From which part of all UUIDs, as fractions of the whole: those of a later part come
            after those of an earlier one, so that a long list can be given ids block by block.
    """
    low, high = (round(min(1.0, max(0.0, edge)) * _HEADS) for edge in part)
    span = max(high - low, 1)
    heads = struct.unpack(f"<{count}Q", os.urandom(8 * count))
    tails = os.urandom(10 * count).hex()
    ids = []
    for place, number in enumerate(heads):
        head = f"{min(low + (number * span >> 64), _HEADS - 1):012x}"
        tail = tails[place * 20 : place * 20 + 19]
        ids.append(f"{head[:8]}-{head[8:]}-4{tail[:3]}-{_VARIANT[tail[3]]}{tail[4:7]}-{tail[7:]}")
    ids.sort()
    return ids


_HEADS = 1 << 48
"""The first twelve figures of an id are what its order is made of."""
_VARIANT = {f"{number:x}": "89ab"[number & 3] for number in range(16)}


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
