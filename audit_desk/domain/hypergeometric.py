"""Exact intervals for a share of a finite population that was sampled without replacement.

The interval holds every number of cases in the population that the sample does not
contradict at the 95 % level, with 2.5 % on either side: the test inversion of Clopper and
Pearson, over the hypergeometric instead of the binomial distribution.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass

_TAIL = 40
"""One side of the interval leaves out one part in this many: 2.5 %."""
_TOO_CLOSE = 1e-7
"""Nearer to the limit than this, the sum is done again in whole numbers."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample taken from a finite population.

    Attributes:
        found: Cases with the feature in the sample.
        size: Cases in the sample.
        population: Cases that it was drawn from.
    """

    found: int
    size: int
    population: int


def bounds(found: int, size: int, population: int) -> tuple[int, int]:
    """Return the least and the greatest number in the population that a sample allows.

    Args:
        found: Cases with the feature in the sample.
        size: Cases in the sample.
        population: Cases that the sample was drawn from.

    Raises:
        ValueError: The numbers contradict one another.
    """
    if not 0 <= found <= size <= population:
        raise ValueError(f"{found} of {size} cannot have been drawn from {population}")
    high = _greatest(Draw(found, size, population))
    # With and without the feature are mirror images of one another.
    low = population - _greatest(Draw(size - found, size, population))
    return low, high


def usual(having: int, size: int, population: int) -> tuple[int, int]:
    """Return the least and the greatest number that a random sample usually holds.

    So few and so many each have a chance of more than 2.5 %; a sample outside of these numbers
    is one whose interval (see ``bounds``) leaves the population's true number out.

    Args:
        having: Cases with the feature in the population.
        size: Cases in the sample.
        population: Cases that it is drawn from.

    Raises:
        ValueError: The numbers contradict one another.
    """
    if not (0 <= having <= population and 0 <= size <= population):
        raise ValueError(f"{size} of {population} cannot be drawn where {having} have a feature")
    without = _fewest(population - having, size, population)
    return _fewest(having, size, population), size - without


def _fewest(having: int, size: int, population: int) -> int:
    """Return the least number in a sample at which so few are still likely enough."""
    possible = range(max(0, size - (population - having)), min(size, having) + 1)
    place = bisect_left(
        possible, True, key=lambda found: _likely(Draw(found, size, population), having)
    )
    return possible[place]


def _greatest(sample: Draw) -> int:
    """Return the greatest number in the population at which so few are still likely enough."""
    least = sample.found
    most = sample.population - (sample.size - sample.found)
    # The chance of so few falls as there are more: find the first number that is too many.
    candidates = range(least + 1, most + 1)
    return least + bisect_left(candidates, True, key=lambda total: not _likely(sample, total))


def _likely(sample: Draw, total: int) -> bool:
    """Whether the chance of finding at most so few, were there that many, exceeds 2.5 %."""
    if sample.found * sample.population >= total * sample.size:
        # At or above the mean the chance is near one half or greater.
        return True
    chance = _chance_of_so_few(sample, total)
    if abs(chance - 1 / _TAIL) > _TOO_CLOSE:
        return chance > 1 / _TAIL
    return _likely_exactly(sample, total)


def _chance_of_so_few(sample: Draw, total: int) -> float:
    """Sum the terms downwards from the greatest, each from the one before."""
    others = sample.population - total
    term = whole = 1.0
    for found in range(sample.found, max(0, sample.size - others), -1):
        term *= found * (others - sample.size + found)
        term /= (total - found + 1) * (sample.size - found + 1)
        whole += term
        if term < whole * 1e-17:
            break
    first = (
        _log_ways(total, sample.found)
        + _log_ways(others, sample.size - sample.found)
        - _log_ways(sample.population, sample.size)
    )
    return whole * math.exp(first)


def _likely_exactly(sample: Draw, total: int) -> bool:
    others = sample.population - total
    ways = sum(
        math.comb(total, found) * math.comb(others, sample.size - found)
        for found in range(sample.found + 1)
    )
    return ways * _TAIL > math.comb(sample.population, sample.size)


def _log_ways(of: int, chosen: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)
