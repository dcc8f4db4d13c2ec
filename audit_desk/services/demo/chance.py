"""Chance that falls the same way for the same seed, on any computer."""

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

_Value = TypeVar("_Value")


def chance(*names: object) -> random.Random:
    """Return a source of chance of its own for whatever the names name."""
    return random.Random("/".join(map(str, names)))  # noqa: S311 - invented data


def dealt(
    source: random.Random, count: int, shares: Iterable[tuple[_Value, float]]
) -> list[_Value]:
    """Return so many values in the given shares, as exactly as whole numbers allow, shuffled.

    Args:
        source: The chance.
        count: How many.
        shares: Each value and its weight.
    """
    pairs = list(shares)
    whole = sum(weight for _, weight in pairs)
    exact = [count * weight / whole for _, weight in pairs]
    counts = [int(number) for number in exact]
    by_remainder = sorted(range(len(pairs)), key=lambda place: counts[place] - exact[place])
    for place in by_remainder[: count - sum(counts)]:
        counts[place] += 1
    values = [
        value for (value, _), number in zip(pairs, counts, strict=True) for _ in range(number)
    ]
    source.shuffle(values)
    return values


def picked(source: random.Random, shares: Sequence[tuple[_Value, float]]) -> _Value:
    """Return one value by its weight."""
    values, weights = zip(*shares, strict=True)
    found: _Value = source.choices(values, weights)[0]
    return found


def day_between(source: random.Random, first: date, last: date) -> date:
    """Return a day from the first to the last; the last where they are the wrong way round."""
    days = (last - first).days
    return last if days <= 0 else first + timedelta(source.randint(0, days))
