"""How far two readers who came to the same files apart agree.

Always computed from the sealed originals, never from what was settled afterwards. The better
of two values is the smaller number, as with grades (1 is Outstanding), so a **negative**
difference, first minus second, means that the first reader graded better.

Weighted kappa is Cohen's (1968) with linear weights; its interval uses the large-sample variance
of Fleiss, Cohen and Everitt (1969). Both are computed in fractions, so nothing is lost to rounding
and "no spread at all" is told from "hardly any".
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

from audit_desk.domain.inference import LEAST_FOR_PERCENT, Share

KAPPA_METHOD = (
    "linearly weighted kappa (Cohen 1968), 95 % interval by the large-sample variance of Fleiss, "
    "Cohen and Everitt (1969)"
)
"""How kappa and its interval are computed, as printed."""
DOMINATES_FROM = Fraction(3, 4)
"""From this part of all grades on, one grade is said to dominate.

Feinstein and Cicchetti (1990, "High agreement but low kappa", Journal of Clinical Epidemiology 43)
show that kappa falls as the readers' totals grow lopsided although they agree as often as before;
they name no limit. Three quarters is this tool's choice.
"""
_NORMAL_975 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""
_ONE_VALUE = (
    "Kappa is not defined: both readers gave every file the same one value, so agreement cannot be "
    "told from chance."
)
_NO_SPREAD = "Kappa has no interval: the pairs lie so that its large-sample variance is nothing."

Pair = tuple[int, int]
"""What the first and the second reader gave: whole numbers from 1, the smaller the better."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Linearly weighted kappa with its 95 % interval.

    Attributes:
        value: From -1 to 1; 0 is what chance alone would give.
        low: The interval's lower end, not below -1; ``None`` where there is no interval.
        high: Its upper end, not above 1.
    """

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def text(self) -> str:
        """It in figures: "0.61 (0.35 to 0.87)"."""
        if self.low is None or self.high is None:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree over a number of files.

    Attributes:
        n: Pairs: files that both gave a value.
        exact: Pairs with the same value.
        within_one: Pairs that are the same or one step apart.
        first_better: Pairs in which the first reader gave the better value.
        second_better: Pairs in which the second reader did.
        mean_difference: First minus second, in steps: **negative where the first reader graded
            better**. ``None`` below 10 pairs.
        kappa: ``None`` below 10 pairs and where it is not defined.
        notes: In whole sentences: why a figure is missing, or what to bear in mind.
    """

    n: int
    exact: Share
    within_one: Share
    first_better: int
    second_better: int
    mean_difference: float | None = None
    kappa: Kappa | None = None
    notes: tuple[str, ...] = ()

    @property
    def same(self) -> int:
        """Pairs in which neither reader graded better."""
        return self.exact.n

    @property
    def direction(self) -> str:
        """Who graded better, in words; counts alone below 10 pairs, empty without a pair."""
        if not self.n:
            return ""
        counts = (
            f"first reader better in {self.first_better}, the same in {self.same}, "
            f"second reader better in {self.second_better}"
        )
        if self.mean_difference is None:
            return counts
        return f"{counts}; {_on_average(self.mean_difference)}"


def agreement(pairs: Sequence[Pair], levels: int = 4) -> Agreement:
    """Return how far two readers agree.

    Args:
        pairs: What both gave, a pair a file; a file in which either gave none is left out before.
        levels: How many values there are, from 1; 4 for grades.

    Raises:
        ValueError: A value is not among them, or there are fewer than two.
    """
    if levels < 2 or any(not 1 <= value <= levels for pair in pairs for value in pair):  # noqa: PLR2004
        raise ValueError(f"values must be from 1 to {levels}")
    n = len(pairs)
    exact = sum(one == other for one, other in pairs)
    found = Agreement(
        n=n,
        exact=Share(exact, n),
        within_one=Share(sum(abs(one - other) <= 1 for one, other in pairs), n),
        first_better=sum(one < other for one, other in pairs),
        second_better=sum(one > other for one, other in pairs),
    )
    if n < LEAST_FOR_PERCENT:
        return replace(found, notes=(_too_few(n),) if n else ())
    kappa, why = _kappa(pairs, levels)
    mean = sum(one - other for one, other in pairs) / n
    notes = (*why, *_prevalence(pairs)) if kappa else why
    return replace(found, mean_difference=mean, kappa=kappa, notes=notes)


def _too_few(n: int) -> str:
    pairs = "1 pair" if n == 1 else f"{n} pairs"
    return f"Only {pairs}: counts alone, for below {LEAST_FOR_PERCENT} no figure can be defended."


def _prevalence(pairs: Sequence[Pair]) -> tuple[str, ...]:
    given = Counter(value for pair in pairs for value in pair)
    _, most = given.most_common(1)[0]
    if Fraction(most, 2 * len(pairs)) < DOMINATES_FROM:
        return ()
    note = (
        f"One value makes up {most} of the {2 * len(pairs)} given. Kappa is low then even where "
        "two readers nearly always agree (Feinstein and Cicchetti 1990): look at the counts first."
    )
    return (note,)


def _kappa(pairs: Sequence[Pair], levels: int) -> tuple[Kappa | None, tuple[str, ...]]:
    n = len(pairs)
    cells = {pair: Fraction(count, n) for pair, count in Counter(pairs).items()}
    values = range(1, levels + 1)
    first = {v: sum((p for (one, _), p in cells.items() if one == v), Fraction()) for v in values}
    second = {v: sum((p for (_, two), p in cells.items() if two == v), Fraction()) for v in values}

    def weight(one: int, other: int) -> Fraction:
        return 1 - Fraction(abs(one - other), levels - 1)

    # The mean weight of a row over the second reader's totals, and of a column over the first's.
    rows = {v: sum((second[w] * weight(v, w) for w in values), Fraction()) for v in values}
    columns = {w: sum((first[v] * weight(v, w) for v in values), Fraction()) for w in values}
    chance = sum((first[v] * rows[v] for v in values), Fraction())
    if chance == 1:
        return None, (_ONE_VALUE,)
    observed = sum((p * weight(*pair) for pair, p in cells.items()), Fraction())
    kappa = (observed - chance) / (1 - chance)
    spread = sum(
        (
            p * (weight(one, two) - (rows[one] + columns[two]) * (1 - kappa)) ** 2
            for (one, two), p in cells.items()
        ),
        Fraction(),
    )
    variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (n * (1 - chance) ** 2)
    if variance == 0:
        return Kappa(float(kappa)), (_NO_SPREAD,)
    half = _NORMAL_975 * sqrt(variance)
    return Kappa(float(kappa), max(float(kappa) - half, -1.0), min(float(kappa) + half, 1.0)), ()


def _on_average(mean: float) -> str:
    if not mean:
        return "on average neither graded better"
    who = "first" if mean < 0 else "second"
    return f"on average the {who} reader graded {abs(mean):.2f} of a step better"
