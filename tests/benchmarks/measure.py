"""How a benchmark is taken: against a reference of the same run, both several times."""

import os
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


def undisturbed_clock() -> Callable[[], float]:
    """Return a clock that stands still while this thread waits for a processor that others have.

    What it waits for the disk is counted. Linux keeps that account; elsewhere it is any clock.
    """
    try:
        account = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
    except OSError:
        return time.perf_counter

    def clock() -> float:
        return time.perf_counter() - int(os.pread(account, 100, 0).split()[1]) / 1e9

    return clock


def in_turns(
    works: Sequence[Callable[[int], object]],
    turns: int,
    *,
    rest: float = 0.0,
    clock: Callable[[], float] = time.perf_counter,
) -> list[list[float]]:
    """Return all times of each of several works that take turns, in seconds.

    Whatever else the computer does falls on all of them alike.

    Args:
        works: The works, each called with the number of its turn.
        turns: How often each is done.
        rest: How long nothing is done before each, in seconds.
        clock: What tells the time; ``time.process_time`` for work that waits for nothing, of
            which another program's share of the time says nothing.
    """
    times: list[list[float]] = [[] for _ in works]
    for turn in range(turns):
        for work, taken in zip(works, times, strict=True):
            time.sleep(rest)
            started = clock()
            work(turn)
            taken.append(clock() - started)
    return times
