"""Where a receipt contradicts itself: something was altered, or cut off, since it was written."""

from collections.abc import Iterator
from dataclasses import replace

from audit_desk.domain.receipt import Receipt
from audit_desk.domain.sampling import frame_hash, members, next_spare, standing


def faults(receipt: Receipt) -> Iterator[str]:
    """Return what a receipt contradicts itself in, each as one plain sentence."""
    yield from _frame_faults(receipt)
    yield from _exclusion_faults(receipt)
    yield from _swap_faults(receipt)
    for added in receipt.purposive:
        if added.reference in standing(receipt):
            yield f"{added.reference} is in the sample and was added on purpose as well."


def _frame_faults(receipt: Receipt) -> Iterator[str]:
    listed = members(receipt)
    if len(set(listed)) != len(listed):
        yield "The receipt lists a reference more than once."
    if len(listed) != receipt.frame_size:
        yield f"The receipt states a frame of {receipt.frame_size} cases and lists {len(listed)}."
    if len(receipt.drawn) != receipt.size:
        yield (
            f"The receipt states that {receipt.size} cases were asked for "
            f"and lists {len(receipt.drawn)} as drawn."
        )
    for stratum in receipt.strata:
        size = len(stratum.drawn) + len(stratum.spares)
        if size != stratum.frame_size:
            yield (
                f"The receipt states {stratum.frame_size} cases in “{stratum.name}” "
                f"and lists {size}."
            )
    if frame_hash(set(listed)) != receipt.frame_hash:
        yield "The receipt's frame hash is not that of the references it lists."


def _exclusion_faults(receipt: Receipt) -> Iterator[str]:
    frame = set(members(receipt))
    for exclusion in receipt.exclusions:
        if exclusion.references and len(exclusion.references) != exclusion.count:
            yield (
                f"The receipt states that {exclusion.count} cases were left out "
                f"(“{exclusion.reason}”) and lists {len(exclusion.references)}."
            )
        for reference in sorted(frame & set(exclusion.references)):
            yield f"{reference} was left out (“{exclusion.reason}”) and is in the frame as well."


def _swap_faults(receipt: Receipt) -> Iterator[str]:
    """Swaps that did not take the next spare of the stratum."""
    taken = {done.added for done in receipt.swaps}
    # A case that is in the round cannot be added on purpose: whoever was swapped in and chosen
    # on purpose as well was chosen after leaving again, and was free before.
    chosen = tuple(added for added in receipt.purposive if added.reference not in taken)
    so_far = replace(receipt, swaps=(), purposive=chosen)
    for number, done in enumerate(receipt.swaps, start=1):
        due = next_spare(so_far, done.removed) or "none"
        if done.removed not in standing(so_far):
            yield f"Swap {number} removes {done.removed}, which was not in the sample."
        elif done.added != due:
            yield f"Swap {number} took {done.added}; the next spare was {due}."
        so_far = replace(so_far, swaps=(*so_far.swaps, done))
