"""How a benchmark is taken: the best of several runs, against a reference of the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        work: What was done.
        against: What it is compared with.
        seconds: How long the work took, best of its runs.
        reference: How long the reference took; for a limit in seconds, that limit.
        at_most: The most that ``seconds / reference`` may be.
    """

    work: str
    against: str
    seconds: float
    reference: float
    at_most: float

    @property
    def ratio(self) -> float:
        return self.seconds / self.reference

    @property
    def holds(self) -> bool:
        return self.ratio <= self.at_most


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Return the shortest time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
