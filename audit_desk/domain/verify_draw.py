"""Verify a draw: run it again from its receipt and any list with the references.

Three questions are kept apart, because they fail for different reasons: does the receipt
agree with itself, does the list hold the frame that the receipt states, and does the list,
drawn again with the receipt's seed, give the receipt's sample.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from audit_desk.domain.sampling import (
    Receipt,
    draw,
    frame_hash,
    in_frame,
    next_spare,
    standing,
    stratum_name,
)
from audit_desk.errors import UserError

_NAMED_AT_MOST = 5

References = Mapping[str, Mapping[str, object]]
"""The facts of each reference by field; a fact that is not known is absent."""


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a draw could be repeated, and what differs where it could not.

    Attributes:
        agrees: Whether nothing differs.
        differences: What differs, each as one plain sentence.
        notes: What could not be checked from this list and was taken from the receipt.
    """

    agrees: bool
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()


def verify(receipt: Receipt, references: References) -> Verification:
    """Run a draw again and say what differs.

    A list can show which cases fail the conditions, but not why others were left out. Cases
    that meet the conditions and are not in the receipt's frame are therefore taken for its
    further exclusions where there are exactly as many; otherwise they are a difference.

    Args:
        receipt: The receipt.
        references: The list, with the facts that the draw used where it has them.
    """
    notes: list[str] = []
    differences = [*_contradictions(receipt), *_swap_faults(receipt)]
    frame = _frame(receipt, references, notes, differences)
    differences += _redrawn(receipt, _stratified(receipt, frame, references, notes, differences))
    return Verification(not differences, tuple(dict.fromkeys(differences)), tuple(notes))


def _contradictions(receipt: Receipt) -> Iterable[str]:
    """Where the receipt does not agree with itself."""
    members = _members(receipt)
    listed = sum(len(stratum.drawn) + len(stratum.spares) for stratum in receipt.strata)
    if listed != len(members):
        yield "The receipt lists a reference more than once."
    if listed != receipt.frame_size:
        yield f"The receipt states a frame of {receipt.frame_size} cases and lists {listed}."
    for stratum in receipt.strata:
        size = len(stratum.drawn) + len(stratum.spares)
        if size != stratum.frame_size:
            yield (
                f"The receipt states {stratum.frame_size} cases in “{stratum.name}” "
                f"and lists {size}."
            )
    if frame_hash(members) != receipt.frame_hash:
        yield "The receipt's frame hash is not that of the references it lists."


def _swap_faults(receipt: Receipt) -> Iterable[str]:
    """Swaps that did not take the next spare of the stratum."""
    so_far = replace(receipt, swaps=())
    for number, done in enumerate(receipt.swaps, start=1):
        due = next_spare(so_far, done.removed) or "none"
        if done.removed not in standing(so_far):
            yield f"Swap {number} removes {done.removed}, which was not in the sample."
        elif done.added != due:
            yield f"Swap {number} took {done.added}; the next spare was {due}."
        so_far = replace(so_far, swaps=(*so_far.swaps, done))


def _frame(
    receipt: Receipt, references: References, notes: list[str], differences: list[str]
) -> tuple[str, ...]:
    """Return the frame as the list has it, saying where it differs from the receipt's."""
    members = _members(receipt)
    missing = sorted(members - references.keys())
    if missing:
        differences.append(
            f"{_cases(missing)} of the frame {_are(missing)} missing from the list: "
            f"{_named(missing)}."
        )
    unknown = _absent_fields((field for field, _ in receipt.where), references)
    if unknown:
        notes.append(
            f"The list does not have {_named(unknown)}, so the conditions could not be tested "
            "and the receipt's own frame was taken."
        )
        return tuple(members & references.keys())
    eligible = {ref for ref, facts in references.items() if in_frame(facts, receipt.where)}
    outside = sorted((members & references.keys()) - eligible)
    if outside:
        differences.append(
            f"{_cases(outside)} of the frame no longer {_meet(outside)} its conditions in the "
            f"list: {_named(outside)}."
        )
    extra = sorted(eligible - members)
    if extra and len(extra) == _left_out_otherwise(receipt):
        notes.append(
            f"{_cases(extra)} of the list {_are(extra)} not in the frame, as many as the receipt "
            "says were left out; a list does not show why."
        )
        eligible -= set(extra)
    elif extra:
        differences.append(
            f"{_cases(extra)} of the list {_are(extra)} not in the receipt's frame: "
            f"{_named(extra)}."
        )
    if frame_hash(eligible) != receipt.frame_hash:
        differences.append(
            f"The frame hash differs: the receipt has {receipt.frame_hash}, "
            f"the list gives {frame_hash(eligible)}."
        )
    return tuple(eligible)


def _left_out_otherwise(receipt: Receipt) -> int:
    """Count the cases left out for reasons other than the conditions.

    Each field of the conditions has an exclusion of its own, and those come first.
    """
    by_condition = len({field for field, _ in receipt.where})
    return sum(exclusion.count for exclusion in receipt.exclusions[by_condition:])


def _stratified(
    receipt: Receipt,
    frame: Iterable[str],
    references: References,
    notes: list[str],
    differences: list[str],
) -> dict[str, str]:
    """Return the stratum of each reference of the frame."""
    recorded = {
        reference: stratum.name
        for stratum in receipt.strata
        for reference in (*stratum.drawn, *stratum.spares)
    }
    unknown = _absent_fields(receipt.by, references)
    if unknown:
        notes.append(
            f"The list does not have {_named(unknown)}, so each case was put into the stratum "
            "that the receipt gives it."
        )
        return {reference: recorded[reference] for reference in frame if reference in recorded}
    placed = {reference: stratum_name(references[reference], receipt.by) for reference in frame}
    differences += [
        f"{reference} is in “{name}” in the list and in “{recorded[reference]}” in the receipt."
        for reference, name in sorted(placed.items())
        if recorded.get(reference, name) != name
    ]
    return placed


def _redrawn(receipt: Receipt, frame: Mapping[str, str]) -> Iterable[str]:
    """Draw again and compare allotment and sample, stratum by stratum."""
    try:
        again = draw(
            frame,
            seed=receipt.seed,
            size=receipt.size,
            minimum=receipt.minimum,
            where=receipt.where,
            by=receipt.by,
            exclusions=receipt.exclusions,
            drawn_by=receipt.drawn_by,
            drawn_at=receipt.drawn_at,
        )
    except UserError as refused:
        yield f"The draw cannot be run again: {refused.message}"
        return
    before = {stratum.name: stratum.drawn for stratum in receipt.strata}
    after = {stratum.name: stratum.drawn for stratum in again.strata}
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, ()), after.get(name, ())
        if len(old) != len(new):
            yield f"“{name}”: the receipt drew {len(old)}, the list gives {len(new)}."
        for place, (was, now) in enumerate(zip_longest(old, new, fillvalue="none"), start=1):
            if was != now:
                yield (
                    f"“{name}”: the sample differs from position {place}: "
                    f"{was} in the receipt, {now} from the list."
                )
                break
    yield from _misordered_spares(receipt, again)


def _misordered_spares(receipt: Receipt, again: Receipt) -> Iterable[str]:
    """Where the sample is the same but the order in which spares come is not."""
    expected = {stratum.name: stratum for stratum in again.strata}
    for stratum in receipt.strata:
        found = expected.get(stratum.name)
        if found is None or found.drawn != stratum.drawn:
            continue
        if found.spares != stratum.spares:
            yield f"“{stratum.name}”: the spares or their order differ."


def _members(receipt: Receipt) -> set[str]:
    return {ref for stratum in receipt.strata for ref in (*stratum.drawn, *stratum.spares)}


def _absent_fields(fields: Iterable[str], references: References) -> list[str]:
    known = {field for facts in references.values() for field in facts}
    return sorted(set(fields) - known)


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    text = ", ".join(names[:_NAMED_AT_MOST])
    return f"{text} and {more} more" if more > 0 else text


def _cases(names: list[str]) -> str:
    return "1 case" if len(names) == 1 else f"{len(names)} cases"


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _meet(names: list[str]) -> str:
    return "meets" if len(names) == 1 else "meet"
