"""The draw and its receipt: ``sha256-rank/1``.

Small enough to check by hand: the sample is the N references whose SHA-256 of
``SEED\\nREFERENCE`` is smallest. The order of the input never matters, and a case that is
added later moves nobody but itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ALGORITHM = "sha256-rank/1"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Cases left out of the frame, with the reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum of a draw.

    Attributes:
        name: The values of its fields joined by " · "; "All cases" in a simple draw.
        frame_size: Eligible cases in it.
        drawn: References drawn, in order of their keys.
        spares: All other references of it, in order of their keys.
    """

    name: str
    frame_size: int
    drawn: tuple[str, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A drawn case replaced by the next spare of its stratum."""

    removed: str
    added: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The record of one draw, enough to repeat it.

    Attributes:
        algorithm: ``sha256-rank/1``.
        seed: The seed, a whole number.
        size: How many were asked for.
        frame_size: How many were eligible.
        frame_hash: SHA-256 over the sorted references, lower-case hex.
        where: The conditions that define the frame, as ``(field, value)``.
        by: The fields that the frame is stratified by.
        minimum: The least number drawn from each stratum.
        exclusions: What was left out and why.
        strata: The strata, each with its references in order.
        drawn_by: Who drew.
        drawn_at: When, ISO UTC.
        swaps: Replacements since.
        purposive: References added on purpose.
        replaces: How many earlier draws of this round there are.
    """

    algorithm: str
    seed: int
    size: int
    frame_size: int
    frame_hash: str
    where: tuple[tuple[str, str], ...]
    by: tuple[str, ...]
    minimum: int
    exclusions: tuple[Exclusion, ...]
    strata: tuple[Stratum, ...]
    drawn_by: str
    drawn_at: str
    swaps: tuple[Swap, ...] = ()
    purposive: tuple[str, ...] = ()
    replaces: int = 0

    @property
    def drawn(self) -> tuple[str, ...]:
        """All drawn references: stratum by stratum, each in order of its keys."""
        return tuple(reference for stratum in self.strata for reference in stratum.drawn)


def frame_hash(references: "list[str] | tuple[str, ...]") -> str:
    """Return the SHA-256 over the references sorted by code point, joined by line feeds."""
    raise NotImplementedError


def rank(references: "list[str] | tuple[str, ...]", seed: int) -> tuple[str, ...]:
    """Return the references in ascending order of their keys."""
    raise NotImplementedError


def allot(sizes: Mapping[str, int], total: int, minimum: int = 0) -> dict[str, int]:
    """Allot a sample to strata in proportion to their sizes by largest remainder."""
    raise NotImplementedError


def draw(  # noqa: PLR0913
    frame: Mapping[str, str],
    *,
    seed: int,
    size: int,
    minimum: int = 0,
    where: tuple[tuple[str, str], ...],
    by: tuple[str, ...],
    exclusions: tuple[Exclusion, ...],
    drawn_by: str,
    drawn_at: str,
    replaces: int = 0,
) -> Receipt:
    """Draw a sample from a frame (reference to stratum name) and return its receipt."""
    raise NotImplementedError


def swap(receipt: Receipt, removed: str, reason: str, by: str, at: str) -> Receipt:
    """Replace a drawn case by the next unused spare of its stratum."""
    raise NotImplementedError


def standing(receipt: Receipt) -> tuple[str, ...]:
    """Return the drawn references as they stand after all swaps."""
    raise NotImplementedError


def receipt_to_dict(receipt: Receipt) -> dict[str, object]:
    """Return the receipt as plain JSON types."""
    raise NotImplementedError


def receipt_from_dict(data: object) -> Receipt:
    """Read a receipt from plain JSON types."""
    raise NotImplementedError
