"""Words for proportions, from named tables that are printed with the findings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """One word and the percentages it stands for, as printed."""

    word: str
    meaning: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class QuantifierTable:
    """A named table of words for proportions."""

    name: str
    bands: tuple[Band, ...]

    def word(self, n: int, of: int) -> str:
        """Return the word for n of N."""
        raise NotImplementedError
