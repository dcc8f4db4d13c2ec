"""Verify a draw: run it again from its receipt and any list with the references.

Three questions are kept apart, because they fail for different reasons: does the receipt
agree with itself (see ``receipt_faults``), does the list hold the frame that the receipt states,
and does the list, drawn again with the receipt's seed, give the receipt's sample.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from audit_desk.domain.case_fields import CASES
from audit_desk.domain.conditions import frame_test
from audit_desk.domain.receipt import Exclusion, Receipt
from audit_desk.domain.receipt_faults import faults
from audit_desk.domain.sampling import draw, frame_hash, members, stratum_name
from audit_desk.errors import UserError

_NAMED_AT_MOST = 5
_SAME_FRAME = (
    "The list is the one that was drawn from; so the seed, the sizes or the sample in the receipt "
    "are not those of the draw."
)
_ONLY_THE_LIST = (
    "The receipt agrees with itself: over the frame that it lists, its seed gives its sample. Only "
    "the list is another one than on the day of the draw."
)

References = Mapping[str, Mapping[str, object]]
"""The facts of each reference by field; a fact that is not known is absent."""


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a draw could be repeated, and what differs where it could not.

    Attributes:
        agrees: Whether nothing differs.
        differences: What differs, each as one plain sentence.
        notes: What could not be checked from this list, and whether only the list has changed.
    """

    agrees: bool
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()


def verify(receipt: Receipt, references: References) -> Verification:
    """Run a draw again and say what differs.

    A list can show which cases fail the conditions; which others were left out stands in the
    receipt. The first receipts give only their number: there the cases that meet the conditions
    and are not in the frame are taken for them where there are exactly as many.

    Args:
        receipt: The receipt.
        references: The list, with the facts that the draw used where it has them.
    """
    again = _Again(receipt, references)
    own_faults = list(faults(receipt))
    redrawn = list(_redrawn(receipt, again.strata))
    differences = [*own_faults, *again.differences, *redrawn]
    if redrawn and len(redrawn) == len(differences):
        differences.append(_SAME_FRAME)
    elif differences and not own_faults and not any(_redrawn(receipt, _own_strata(receipt))):
        again.notes.append(_ONLY_THE_LIST)
    return Verification(not differences, tuple(dict.fromkeys(differences)), tuple(again.notes))


class _Again:
    """A draw run again over a list.

    Attributes:
        differences: Where the list's frame and strata are not the receipt's.
        notes: What the list could not show.
        strata: The stratum of each reference of the frame, as the list has them.
    """

    def __init__(self, receipt: Receipt, references: References) -> None:
        self._receipt = receipt
        self._references = references
        self._members = set(members(receipt))
        self._known = {field for facts in references.values() for field in facts}
        self.differences: list[str] = []
        self.notes: list[str] = []
        self.strata = self._stratified(self._frame())

    def _frame(self) -> set[str]:
        """Return the frame as the list has it, saying where it differs from the receipt's."""
        listed = self._members & self._references.keys()
        self._tell(self._members - listed, "{cases} of the frame {are} missing from the list")
        eligible = self._eligible()
        if eligible is None:
            return listed
        self._tell(
            listed - eligible,
            "{cases} of the frame no longer {meet} its conditions in the list",
        )
        extra = eligible - self._members
        uncounted = sum(each.count for each in self._otherwise() if not each.references)
        if extra and len(extra) == uncounted:
            self.notes.append(
                f"{_cases(extra)} of the list {_are(extra)} not in the frame, as many as the "
                "receipt says were left out; it does not say which."
            )
            eligible -= extra
        else:
            self._tell(extra, "{cases} of the list {are} not in the receipt's frame")
        if frame_hash(eligible) != self._receipt.frame_hash:
            self.differences.append(
                f"The frame hash differs: the receipt has {self._receipt.frame_hash}, "
                f"the list gives {frame_hash(eligible)}."
            )
        return eligible

    def _eligible(self) -> set[str] | None:
        """Return who meets the conditions and was not left out; ``None`` where it cannot tell."""
        unknown = self._absent(key for key, _ in self._receipt.where)
        if unknown:
            self.notes.append(
                f"The list does not have {_named(unknown)}, so the conditions could not be tested "
                "and the receipt's own frame was taken."
            )
            return None
        try:
            meets = frame_test(self._receipt.where)
        except UserError as refused:
            self.differences.append(f"The conditions cannot be read: {refused.message}")
            return None
        left_out = {reference for each in self._otherwise() for reference in each.references}
        return {
            reference
            for reference, facts in self._references.items()
            if reference not in left_out and meets(facts)
        }

    def _otherwise(self) -> tuple[Exclusion, ...]:
        """Return the exclusions for other reasons than the conditions.

        Each field of the conditions has an exclusion of its own, and those come first.
        """
        return self._receipt.exclusions[len({key for key, _ in self._receipt.where}) :]

    def _stratified(self, frame: set[str]) -> dict[str, str]:
        """Return the stratum of each reference of the frame."""
        recorded = _own_strata(self._receipt)
        unknown = self._absent(self._receipt.by)
        if unknown:
            self.notes.append(
                f"The list does not have {_named(unknown)}, so each case was put into the stratum "
                "that the receipt gives it."
            )
            return {reference: recorded[reference] for reference in frame if reference in recorded}
        by = self._receipt.by
        placed = {
            reference: stratum_name(self._references[reference], by) for reference in sorted(frame)
        }
        self.differences += [
            f"{reference} is in “{name}” in the list and in “{recorded[reference]}” in the receipt."
            for reference, name in placed.items()
            if recorded.get(reference, name) != name
        ]
        return placed

    def _absent(self, keys: Iterable[str]) -> list[str]:
        """Return the labels of the fields that no case of the list has."""
        missing = sorted(set(keys) - self._known)
        return [CASES.field(key).label if key in CASES else key for key in missing]

    def _tell(self, names: set[str], words: str) -> None:
        if names:
            said = words.format(cases=_cases(names), are=_are(names), meet=_meet(names))
            self.differences.append(f"{said}: {_named(sorted(names))}.")


def _own_strata(receipt: Receipt) -> dict[str, str]:
    """Return the stratum of each reference as the receipt has them."""
    return {
        reference: stratum.name
        for stratum in receipt.strata
        for reference in (*stratum.drawn, *stratum.spares)
    }


def _redrawn(receipt: Receipt, frame: Mapping[str, str]) -> Iterator[str]:
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
        yield from _moved(name, before.get(name, ()), after.get(name, ()))
    yield from _misordered_spares(receipt, again)


def _moved(name: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    if len(old) != len(new):
        yield f"“{name}”: the receipt drew {len(old)}, the list gives {len(new)}."
    for place, (was, now) in enumerate(zip_longest(old, new, fillvalue="none"), start=1):
        if was != now:
            yield (
                f"“{name}”: the sample differs from position {place}: "
                f"{was} in the receipt, {now} from the list."
            )
            return


def _misordered_spares(receipt: Receipt, again: Receipt) -> Iterator[str]:
    """Where the sample is the same but the order in which spares come is not."""
    expected = {stratum.name: stratum for stratum in again.strata}
    for stratum in receipt.strata:
        found = expected.get(stratum.name)
        if found is None or found.drawn != stratum.drawn:
            continue
        if found.spares != stratum.spares:
            yield f"“{stratum.name}”: the spares or their order differ."


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    text = ", ".join(names[:_NAMED_AT_MOST])
    return f"{text} and {more} more" if more > 0 else text


def _cases(names: set[str]) -> str:
    return "1 case" if len(names) == 1 else f"{len(names)} cases"


def _are(names: set[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _meet(names: set[str]) -> str:
    return "meets" if len(names) == 1 else "meet"
