"""What a sample may say about the cases it was drawn from.

Always n of N. A percentage and a word only from 10 cases on; an interval only where the
draw was random.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass

from audit_desk.domain.hypergeometric import bounds
from audit_desk.domain.quantifiers import EDUCATION_SCOTLAND

LEAST_FOR_PERCENT = 10
"""Below this many cases there are counts only."""
METHOD = "exact hypergeometric interval for a finite population, 95 %"
"""How an interval is computed, as printed."""
COMPLETE = "complete count: every case was read"
"""Printed instead where the sample is the whole population."""
_EXACT_UP_TO = 1000
"""Up to so many factors a chance is computed in whole numbers, beyond in binary fractions."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of a proportion.

    Attributes:
        low: From 0 to 1.
        high: From 0 to 1.
        method: How it was computed, as printed.
    """

    low: float
    high: float
    method: str

    @property
    def text(self) -> str:
        """The interval in whole percent: "40 % to 96 %"; one figure for a complete count.

        Rounded outwards, so that the printed interval never claims more than the computed.
        """
        if self.low == self.high:
            return f"{round(self.low * 100)} %"
        # The inner rounding takes off what binary fractions add to a figure such as 0.29.
        low = math.floor(round(self.low * 100, 9))
        high = math.ceil(round(self.high * 100, 9))
        return f"{low} % to {high} %"


@dataclass(frozen=True, slots=True)
class Share:
    """n of N, with a percentage, a word and an interval only where they can be defended.

    Attributes:
        n: Cases with the feature.
        of: Cases that could have it.
        interval: What the population's share may be; ``None`` unless the draw was random.
    """

    n: int
    of: int
    interval: Interval | None = None

    @property
    def percent(self) -> int | None:
        """The percentage; ``None`` where N is below 10.

        Rounded half up, but never to 0 or 100 where there is one exception.
        """
        if self.of < LEAST_FOR_PERCENT:
            return None
        if self.n in (0, self.of):
            return 100 * self.n // self.of
        return min(max((200 * self.n + self.of) // (2 * self.of), 1), 99)

    @property
    def text(self) -> str:
        """The counts: "6 of 8"."""
        return f"{self.n} of {self.of}"

    @property
    def words(self) -> str:
        """Education Scotland's word for the proportion; empty where N is below 10."""
        return EDUCATION_SCOTLAND.word(self.n, self.of) if self.of >= LEAST_FOR_PERCENT else ""

    @property
    def interval_text(self) -> str:
        """The interval in whole percent; empty where there is none, or N is below 10."""
        shown = self.interval is not None and self.of >= LEAST_FOR_PERCENT
        return self.interval.text if self.interval is not None and shown else ""


def share(n: int, of: int, population: int | None) -> Share:
    """Return n of N with its exact 95 % interval for a finite population.

    Args:
        n: Cases with the feature.
        of: Cases of the sample that could have it.
        population: Cases that the sample was drawn from; ``None`` where it was not drawn at
            random, which allows no interval.

    Raises:
        ValueError: The numbers contradict one another.
    """
    if not 0 <= n <= of:
        raise ValueError(f"{n} of {of} is no share")
    if population is None or of == 0:
        return Share(n, of)
    low, high = bounds(n, of, population)
    method = COMPLETE if of == population else METHOD
    return Share(n, of, Interval(low / population, high / population, method))


def chance_of_meeting(faults: int, population: int, size: int) -> float:
    """Return the chance that a random sample holds at least one of the faulty cases.

    Args:
        faults: Faulty cases in the population.
        population: All cases.
        size: How many are drawn.

    Raises:
        ValueError: The numbers contradict one another.
    """
    if not (0 <= faults <= population and 0 <= size <= population):
        raise ValueError(f"{size} with {faults} faults cannot be drawn from {population}")
    # Meeting none of the faults with the sample is meeting none of the sample with the faults:
    # the smaller of both numbers gives the shorter product.
    few, many = sorted((faults, size))
    if few > _EXACT_UP_TO:
        return 1 - math.prod(
            (population - many - each) / (population - each) for each in range(few)
        )
    every = math.perm(population, few)
    return (every - math.perm(population - many, few)) / every


def size_to_meet(faults: int, population: int, chance: float = 0.95) -> int:
    """Return the smallest sample that meets a faulty case with at least that chance.

    Args:
        faults: Faulty cases in the population, at least one.
        population: All cases.
        chance: Above 0, at most 1.

    Raises:
        ValueError: There is no fault to meet, or no such chance.
    """
    if not (0 < faults <= population and 0 < chance <= 1):
        raise ValueError(f"no sample of {population} meets {faults} faults so surely")
    sizes = range(1, population - faults + 2)
    return 1 + bisect_left(
        sizes, chance, key=lambda size: chance_of_meeting(faults, population, size)
    )
