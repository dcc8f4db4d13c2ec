"""How a benchmark is taken: against a reference of the same run, both several times."""

import statistics
import time
from collections.abc import Callable, Sequence
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


def middles(works: Sequence[Callable[[int], object]], turns: int) -> list[float]:
    """Return the middle time of each of several works that take turns, in seconds.

    Whatever else the computer does falls on all of them alike, and seldom on the middle one.

    Args:
        works: The works, each called with the number of its turn.
        turns: How often each is done.
    """
    times: list[list[float]] = [[] for _ in works]
    for turn in range(turns):
        for work, taken in zip(works, times, strict=True):
            started = time.perf_counter()
            work(turn)
            taken.append(time.perf_counter() - started)
    return [statistics.median(taken) for taken in times]
