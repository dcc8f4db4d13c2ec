r"""The draw: ``sha256-rank/1``.

Small enough to check by hand: the sample is the N references whose SHA-256 of
``SEED\nREFERENCE`` is smallest. The order of the input never matters, and a case that is
added later moves nobody but itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from audit_desk.domain.conditions import NOT_RECORDED, in_frame
from audit_desk.domain.receipt import ALGORITHM, Exclusion, Receipt, Stratum, Swap
from audit_desk.domain.receipt_form import receipt_from_dict, receipt_to_dict
from audit_desk.errors import UserError

__all__ = [
    "ALGORITHM",
    "ALL_CASES",
    "NOT_RECORDED",
    "Exclusion",
    "Receipt",
    "Stratum",
    "Swap",
    "allot",
    "draw",
    "frame_hash",
    "in_frame",
    "members",
    "next_spare",
    "rank",
    "receipt_from_dict",
    "receipt_to_dict",
    "standing",
    "stratum_name",
    "swap",
]

ALL_CASES = "All cases"
"""The name of the one stratum of a simple draw."""
_SEPARATOR = " · "


def frame_hash(references: Iterable[str]) -> str:
    """Return the SHA-256 over the references sorted by code point, joined by line feeds.

    UTF-8, lower-case hex.
    """
    return sha256("\n".join(sorted(references)).encode()).hexdigest()


def rank(references: Iterable[str], seed: int) -> tuple[str, ...]:
    """Return the references in ascending order of their keys.

    A key is the SHA-256 of the seed as decimal text, a line feed and the reference, UTF-8, in
    lower-case hex. Two equal keys (which nobody has ever seen) are ordered by reference.
    """

    def key(reference: str) -> tuple[str, str]:
        return sha256(f"{seed}\n{reference}".encode()).hexdigest(), reference

    return tuple(sorted(references, key=key))


def stratum_name(facts: Mapping[str, object], by: Iterable[str]) -> str:
    """Return the stratum that a case falls in: the values of the fields, joined by " · "."""
    values = [facts.get(field) for field in by]
    named = [NOT_RECORDED if value in (None, "") else str(value) for value in values]
    return _SEPARATOR.join(named) or ALL_CASES


def allot(sizes: Mapping[str, int], total: int, minimum: int = 0) -> dict[str, int]:
    """Allot a sample to strata in proportion to their sizes by largest remainder.

    Equal remainders go to the larger stratum, then by name. Each stratum gets at least the
    minimum, or all of its cases where it has fewer: strata whose proportion falls short are
    set to it, and what is left is allotted to the others by the same rule.

    Args:
        sizes: Eligible cases by stratum.
        total: How many to draw, at most as many as there are.
        minimum: The least number from each stratum.

    Raises:
        UserError: The total is below 1, or above the frame, or too small for the minimum.
    """
    _check_total(sizes, total, minimum)
    floors = {name: min(minimum, size) for name, size in sizes.items()}
    fixed: dict[str, int] = {}
    while True:
        open_sizes = {name: size for name, size in sizes.items() if name not in fixed}
        shares = _largest_remainder(open_sizes, total - sum(fixed.values()))
        short = {name: floors[name] for name, given in shares.items() if given < floors[name]}
        if not short:
            return {name: fixed.get(name, shares.get(name, 0)) for name in sorted(sizes)}
        fixed |= short


def draw(  # noqa: PLR0913 - a receipt records all of these, by keyword
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
    """Draw a sample and return its receipt.

    Args:
        frame: The name of its stratum by eligible reference (see ``stratum_name``).
        seed: Any whole number.
        size: How many to draw.
        minimum: The least number from each stratum.
        where: The conditions that define the frame, as ``(field, value)``.
        by: The fields that the frame is stratified by.
        exclusions: What was left out and why: first one for each field of ``where``, in its
            order, then any other reasons.
        drawn_by: Who draws.
        drawn_at: When, ISO UTC.
        replaces: How many earlier draws of the round there are.

    Raises:
        UserError: The frame is empty or a reference in it unusable, the size is below 1 or
            above the frame, or too small for the minimum.
    """
    _check_references(frame)
    strata: dict[str, list[str]] = {}
    for reference, name in frame.items():
        strata.setdefault(name, []).append(reference)
    given = allot({name: len(members) for name, members in strata.items()}, size, minimum)
    return Receipt(
        algorithm=ALGORITHM,
        seed=seed,
        size=size,
        frame_size=len(frame),
        frame_hash=frame_hash(frame),
        where=where,
        by=by,
        minimum=minimum,
        exclusions=exclusions,
        strata=tuple(_stratum(name, strata[name], given[name], seed) for name in sorted(strata)),
        drawn_by=drawn_by,
        drawn_at=drawn_at,
        replaces=replaces,
    )


def members(receipt: Receipt) -> tuple[str, ...]:
    """Return all references of a receipt's frame, drawn and spare."""
    return tuple(
        reference for stratum in receipt.strata for reference in (*stratum.drawn, *stratum.spares)
    )


def standing(receipt: Receipt) -> tuple[str, ...]:
    """Return the drawn references as they stand after all swaps, each in its place."""
    places = list(receipt.drawn)
    for done in receipt.swaps:
        if done.removed in places:
            places[places.index(done.removed)] = done.added
    return tuple(places)


def next_spare(receipt: Receipt, removed: str) -> str:
    """Return the spare that would take a drawn case's place; empty where none is left.

    It is the first of its stratum's spares that no swap has used and that nobody has chosen on
    purpose for the same round.
    """
    used = {done.added for done in receipt.swaps}
    used |= {added.reference for added in receipt.purposive}
    for stratum in receipt.strata:
        if removed in stratum.drawn or removed in stratum.spares:
            return next((spare for spare in stratum.spares if spare not in used), "")
    return ""


def swap(receipt: Receipt, removed: str, reason: str, by: str, at: str) -> Receipt:
    """Replace a drawn case by the next unused spare of its stratum.

    Args:
        receipt: The receipt as it stands.
        removed: The drawn case that is to go.
        reason: Why; it is printed in the report.
        by: Who decided.
        at: When, ISO UTC.

    Raises:
        UserError: The case is not in the sample, no reason is given, or no spare is left.
    """
    if removed not in standing(receipt):
        raise UserError(
            f"{removed} is not in the sample, so it cannot be swapped.",
            "Choose one of the drawn cases.",
        )
    if not reason.strip():
        raise UserError(
            f"{removed} was not swapped: no reason was given.",
            "Say why it cannot be audited; the reason is printed in the report.",
        )
    added = next_spare(receipt, removed)
    if not added:
        raise UserError(
            f"{removed} was not swapped: its stratum has no spare case left.",
            "Keep it, or draw the round again with other strata.",
        )
    done = Swap(removed=removed, added=added, reason=reason.strip(), by=by, at=at)
    return replace(receipt, swaps=(*receipt.swaps, done))


def _stratum(name: str, members: list[str], given: int, seed: int) -> Stratum:
    ranked = rank(members, seed)
    return Stratum(name, len(members), ranked[:given], ranked[given:])


def _largest_remainder(sizes: Mapping[str, int], total: int) -> dict[str, int]:
    population = sum(sizes.values())
    shares = {name: total * size // population for name, size in sizes.items()}
    left = total - sum(shares.values())
    order = sorted(
        sizes, key=lambda name: (-(total * sizes[name] % population), -sizes[name], name)
    )
    for name in order[:left]:
        shares[name] += 1
    return shares


def _check_total(sizes: Mapping[str, int], total: int, minimum: int) -> None:
    population = sum(sizes.values())
    if not population:
        raise UserError(
            "There is no case to draw from.",
            "Import cases, or ease the conditions and exclusions.",
        )
    if total < 1:
        raise UserError("A sample needs at least one case.", "Ask for 1 or more.")
    if total > population:
        raise UserError(
            f"{total} cases were asked for, but only {population} can be drawn.",
            f"Ask for {population} or fewer, or ease the conditions and exclusions.",
        )
    if minimum < 0:
        raise UserError("The least number from each stratum cannot be below 0.", "Ask for 0.")
    needed = sum(min(minimum, size) for size in sizes.values())
    if needed > total:
        raise UserError(
            f"At least {minimum} from each of {len(sizes)} strata makes {needed} cases, "
            f"but only {total} were asked for.",
            f"Ask for {needed} or more, or for fewer from each stratum.",
        )


def _check_references(frame: Mapping[str, str]) -> None:
    for reference in frame:
        # A line feed would let two different frames have one hash.
        if not reference or "\n" in reference:
            raise UserError(
                f"The reference {reference!r} cannot be drawn: it is empty or has a line break.",
                "Correct it in the case list.",
            )
