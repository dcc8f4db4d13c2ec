"""Words for proportions, from named tables that are printed with the findings.

A word without its table means whatever its reader likes; so no report uses one from
anywhere else.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """One word and the proportions that it stands for.

    Attributes:
        word: The word.
        printed: Its band as the table prints it.
        floor: The percentage at which the band begins.
        above: Whether it begins only above that percentage, not at it.
    """

    word: str
    printed: str
    floor: int
    above: bool = False


@dataclass(frozen=True, slots=True)
class QuantifierTable:
    """A named table of words for proportions.

    Attributes:
        name: Where it comes from, as printed.
        bands: From the highest to the lowest; the last begins at 0.
    """

    name: str
    bands: tuple[Band, ...]

    def word(self, n: int, of: int) -> str:
        """Return the word for n of N.

        The exact proportion decides, not the rounded percentage: 124 of 250 is printed as
        50 % and still less than half.

        Raises:
            ValueError: N is below 1, or n is not between 0 and N.
        """
        if not (of > 0 and 0 <= n <= of):
            raise ValueError(f"{n} of {of} is no proportion")
        return next(
            band.word
            for band in self.bands
            if 100 * n > band.floor * of or (100 * n == band.floor * of and not band.above)
        )


EDUCATION_SCOTLAND = QuantifierTable(
    name="Education Scotland",
    bands=(
        Band("all", "100 %", 100),
        Band("almost all", "over 90 %", 90, above=True),
        Band("most", "75 % to 90 %", 75),
        Band("majority", "50 % to 74 %", 50),
        Band("less than half", "15 % to 49 %", 15),
        Band("few", "under 15 %", 0, above=True),
        Band("none", "0 %", 0),
    ),
)
"""Education Scotland's published terms, with "all" and "none" where nothing is left out."""
