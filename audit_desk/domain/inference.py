"""What a sample may say about its population: shares, intervals and chances."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of a proportion, both ends from 0 to 1, with the method's name."""

    low: float
    high: float
    method: str


@dataclass(frozen=True, slots=True)
class Share:
    """n of N, with a percentage, a word and an interval only where they can be defended."""

    n: int
    of: int
    interval: Interval | None = None

    @property
    def percent(self) -> int | None:
        """The percentage; ``None`` where N is below 10."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """The counts: "6 of 8"."""
        return f"{self.n} of {self.of}"

    @property
    def words(self) -> str:
        """The word for the proportion; empty where N is below 10."""
        raise NotImplementedError


def share(n: int, of: int, population: int | None) -> Share:
    """Return n of N with its interval."""
    raise NotImplementedError


def chance_of_meeting(faults: int, population: int, size: int) -> float:
    """Return the chance that a random sample meets at least one of the faults."""
    raise NotImplementedError


def size_to_meet(faults: int, population: int, chance: float = 0.95) -> int:
    """Return the smallest sample that meets a fault with at least that chance."""
    raise NotImplementedError
