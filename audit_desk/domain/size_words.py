"""How many files to read, in sentences: what a random sample would meet, and what it may miss.

A fault that nobody met may still be there. What no fault seen allows is the upper end of the same
exact interval that the report prints (see ``domain.inference``).
"""

import re
from dataclasses import dataclass

from audit_desk.domain.hypergeometric import bounds
from audit_desk.domain.inference import chance_of_meeting, size_to_meet
from audit_desk.errors import UserError

_OF = re.compile(r"(\d{1,7})\s*(?:of|in|/)\s*(\d{1,7})", re.ASCII | re.IGNORECASE)
_SURE = 100
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class FaultShare:
    """How common a fault is that a sample is to meet: so many of so many files have it."""

    part: int
    of: int

    def count(self, population: int) -> int:
        """Return how many of a number of files have it, rounded down, but at least one."""
        return max(1, population * self.part // self.of)

    def words(self, population: int) -> str:
        """Return it as the subject of "has": ``1 of 10 files``, or of these where fewer."""
        if population >= self.of:
            return f"{self.part} of {self.of} files"
        return f"{self.count(population)} of these {population} files"


ONE_IN_TEN = FaultShare(1, 10)
"""What a dip sample is usually asked to meet."""


def read_share(text: str) -> FaultShare:
    """Read how common a fault is from words such as ``1 of 10``, ``1 in 10`` or ``1/10``.

    Raises:
        UserError: It cannot be read, is nothing, or is more than all.
    """
    match = _OF.fullmatch(text.strip())
    if match is None or not 0 < int(match[1]) <= int(match[2]):
        raise UserError(f"“{text}” does not say how many files have the fault.", "Say “1 of 10”.")
    return FaultShare(int(match[1]), int(match[2]))


def size_words(population: int, share: FaultShare = ONE_IN_TEN, chance: int = 95) -> str:
    """Return how many files meet a fault with a certain chance.

    Args:
        population: Files that can be drawn.
        share: How common the fault is.
        chance: In percent, 1 to 100.

    Raises:
        UserError: There is no file, there are more than a million, or no such chance.
    """
    _check(population, chance)
    size = size_to_meet(share.count(population), population, chance / _SURE)
    return (
        f"To have {_a(chance)} {chance} % chance of meeting a fault that "
        f"{share.words(population)} {_has(share, population)}, "
        f"read {size:,} of {population:,}."
    )


def chosen_words(size: int, population: int, share: FaultShare = ONE_IN_TEN) -> str:
    """Return what reading so many files would meet, and what it may miss.

    Args:
        size: Files to read.
        population: Files that can be drawn.
        share: How common the fault is.

    Raises:
        UserError: So many cannot be drawn.
    """
    _check(population, _SURE)
    if not 1 <= size <= population:
        raise UserError(
            f"{size:,} of {population:,} files cannot be read.",
            f"Ask for 1 to {population:,}.",
        )
    if size == population:
        return "Every file is read, so nothing is left to chance."
    met = _percent(chance_of_meeting(share.count(population), population, size))
    return (
        f"With {size:,} of {population:,} the chance of meeting it is {met}; "
        f"with no fault seen, up to {still_possible(size, population):,} of {population:,} "
        "may still have one."
    )


def still_possible(size: int, population: int) -> int:
    """Return how many files may have a fault that a random sample did not meet.

    Args:
        size: Files read.
        population: Files that they were drawn from.
    """
    return bounds(0, size, population)[1]


def _check(population: int, chance: int) -> None:
    if not 1 <= population <= _LARGEST:
        raise UserError(
            f"{population:,} files cannot be reckoned with.", f"Ask for 1 to {_LARGEST:,}."
        )
    if not 1 <= chance <= _SURE:
        raise UserError(f"There is no chance of {chance} %.", "Ask for 1 to 100; 95 is usual.")


def _a(chance: int) -> str:
    """Return the article that a number is read with: an 80, an 11, an 18, an 8."""
    return "an" if chance in {8, 11, 18} or 80 <= chance <= 89 else "a"  # noqa: PLR2004


def _has(share: FaultShare, population: int) -> str:
    number = share.part if population >= share.of else share.count(population)
    return "has" if number == 1 else "have"


def _percent(chance: float) -> str:
    # A chance is never called certain before it is, nor sure enough at 95 %.
    whole = round(chance * _SURE)
    for limit in (_SURE, 95):
        if whole == limit and chance < limit / _SURE:
            whole -= 1
    return f"{whole} %" if whole else "below 1 %"
