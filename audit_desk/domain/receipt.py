"""The receipt of a draw: everything that is needed to repeat it and to see what came after."""

from dataclasses import dataclass

ALGORITHM = "sha256-rank/1"
"""The only way in which cases are drawn; a receipt names it."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Cases left out of the frame, with the reason.

    Attributes:
        reason: Why, in words.
        count: How many.
        references: Which, where the reason is none that a case list shows: without them nobody
            could repeat the draw from a list. Empty for the conditions of the frame.
    """

    reason: str
    count: int
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Purposive:
    """A case added on purpose: it stays out of every percentage and interval."""

    reference: str
    reason: str
    by: str
    at: str


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
        exclusions: What was left out and why: first one for each field of ``where``, in its
            order, then any other reasons.
        strata: The strata, each with its references in order.
        drawn_by: Who drew.
        drawn_at: When, ISO UTC.
        swaps: Replacements since.
        purposive: Cases added on purpose.
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
    purposive: tuple[Purposive, ...] = ()
    replaces: int = 0

    @property
    def drawn(self) -> tuple[str, ...]:
        """All drawn references: stratum by stratum, each in order of its keys."""
        return tuple(reference for stratum in self.strata for reference in stratum.drawn)
