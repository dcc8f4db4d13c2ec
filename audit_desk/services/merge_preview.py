"""What taking in a pack would change, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from audit_desk.domain.audit import AuditState
from audit_desk.domain.merging import Verdict
from audit_desk.domain.moments import MONTHS
from audit_desk.domain.pack import PackSlip
from audit_desk.storage.pack_reading import Returned

_NAMED = 5


@dataclass(frozen=True, slots=True)
class AuditChange:
    """What becomes of one audit.

    Attributes:
        audit_id: The audit.
        reference: The case's reference.
        verdict: What becomes of it.
        state: How far it is in the pack.
        stays_out: Whether the pack keeps it, because it is not submitted.
        given_back: Whether its reader gave it back, having had a part in the case.
    """

    audit_id: str
    reference: str
    verdict: Verdict
    state: AuditState
    stays_out: bool
    given_back: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An audit of the pack that cannot come in.

    Attributes:
        reference: The child's reference.
        why: Why not.
        concerns: The open concerns in it, which cannot be kept here either.
    """

    reference: str
    why: str
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConcernChange:
    """A concern that comes in, or whose closing does.

    Attributes:
        reference: The child's reference.
        cause: Why it was raised.
        is_open: Whether it is open still.
        is_new: Whether the register does not have it yet.
    """

    reference: str
    cause: str
    is_open: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What taking in a pack would change.

    Attributes:
        slip: What lies on top of the pack.
        file_name: What its file is called.
        audits: Every audit of it that the register has.
        left_out: Those that cannot come in.
        concerns: The concerns that come in or are closed.
        known: Whether this state of the pack, or a later one, was taken in before.
        forgotten: Whether the register does not remember the pack: it went back to a backup.
        register_head: The last line of the register's history when it was looked at.
        returned: What the pack brought back.
        bases: What each audit was when it was handed out, for a pack that is forgotten.
    """

    slip: PackSlip
    file_name: str
    audits: tuple[AuditChange, ...]
    left_out: tuple[LeftOut, ...]
    concerns: tuple[ConcernChange, ...]
    known: bool
    forgotten: bool
    register_head: str = field(repr=False)
    returned: Returned = field(repr=False)
    bases: Mapping[str, str] = field(repr=False)

    def of(self, verdict: Verdict) -> tuple[AuditChange, ...]:
        """Return the audits of which this becomes."""
        return tuple(each for each in self.audits if each.verdict is verdict)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What would change, a sentence each."""
        return tuple(_sentences(self))

    def to_json(self) -> dict[str, Any]:
        """Return it for a program to read."""
        return {
            "pack": self.slip.pack_id,
            "person": self.slip.person,
            "round": self.slip.round_name,
            "kind": self.slip.kind.value,
            "known": self.known,
            "forgotten": self.forgotten,
            "audits": [
                {
                    "reference": each.reference,
                    "verdict": each.verdict.value,
                    "state": each.state.value,
                    "stays_out": each.stays_out,
                    "given_back": each.given_back,
                }
                for each in self.audits
            ],
            "left_out": [
                {"reference": each.reference, "why": each.why, "concerns": list(each.concerns)}
                for each in self.left_out
            ],
            "concerns": [
                {
                    "reference": each.reference,
                    "cause": each.cause,
                    "open": each.is_open,
                    "new": each.is_new,
                }
                for each in self.concerns
            ],
            "sentences": list(self.sentences),
        }


def _sentences(preview: MergePreview) -> Iterator[str]:
    if preview.known:
        yield ("This pack, or a later state of it, was taken in before. Nothing would change.")
        return
    if preview.forgotten:
        yield _forgotten_words(preview.slip)
    yield _taken_words(preview)
    yield from _rest_words(preview)
    for each in preview.left_out:
        yield f"{each.reference} is left out: {each.why}"
        for cause in each.concerns:
            yield f"A concern for {each.reference} cannot be kept here, so act on it: {cause}"
    yield from _concern_words(preview.concerns)


def _forgotten_words(slip: PackSlip) -> str:
    made = slip.made_at.astimezone()
    return (
        "This register does not remember the pack: it was restored from a backup that is older."
        f" By the pack's own record {slip.made_by} made it on {made.day}"
        f" {MONTHS[made.month - 1]} {made.year}; it is entered again."
    )


def _taken_words(preview: MergePreview) -> str:
    taken = [each for each in preview.of(Verdict.TAKEN) if not each.given_back]
    person = preview.slip.person
    reading = "audit" if preview.slip.kind.value == "first" else "second reading"
    submitted = sum(each.state is AuditState.SUBMITTED for each in taken)
    if not taken:
        return f"No {reading} of {person} changes."
    if len(taken) == 1:
        how = "it is submitted" if submitted else "it is not submitted yet"
        return f"1 {reading} of {person} comes in; {how}."
    number = "all" if submitted == len(taken) else submitted or "none"
    return f"{len(taken)} {reading}s of {person} come in, {number} of them submitted."


def _rest_words(preview: MergePreview) -> Iterator[str]:
    unfinished = [each for each in preview.audits if each.stays_out]
    if unfinished:
        is_are = "is" if len(unfinished) == 1 else "are"
        stay = "stays" if len(unfinished) == 1 else "stay"
        yield (
            f"{len(unfinished)} {is_are} not finished and {stay} with {preview.slip.person}"
            f" ({_named(unfinished)}); what is written so far is kept here too."
        )
    back = [each for each in preview.audits if each.given_back]
    if back:
        yield _given_back_words(back, preview.slip.person)
    both = preview.of(Verdict.CONFLICT)
    if both:
        was = "was" if len(both) == 1 else "were"
        yield (
            f"{len(both)} {was} changed on both sides ({_named(both)}): both versions are kept,"
            " and you choose."
        )
    unchanged = (*preview.of(Verdict.SAME), *preview.of(Verdict.NOTHING_NEW))
    same = sum(not each.stays_out for each in unchanged)
    if same:
        yield "1 stays as it is." if same == 1 else f"{same} stay as they are."


def _given_back_words(back: Sequence[AuditChange], person: str) -> str:
    was, case, it = ("was", "the case", "it") if len(back) == 1 else ("were", "the cases", "them")
    return (
        f"{len(back)} {was} given back ({_named(back)}): {person} had a part in {case}."
        f" Somebody else has to read {it}."
    )


def _concern_words(concerns: Sequence[ConcernChange]) -> Iterator[str]:
    if not concerns:
        return
    open_ = [each for each in concerns if each.is_open]
    number = "1 concern comes in" if len(concerns) == 1 else f"{len(concerns)} concerns come in"
    if not open_:
        yield (
            f"{number}, closed already." if len(concerns) == 1 else f"{number}, none of them open."
        )
        return
    said = "; ".join(f"{each.reference}: {each.cause}" for each in open_[:_NAMED])
    more = f"; and {len(open_) - _NAMED} more" if len(open_) > _NAMED else ""
    how = "still open" if len(concerns) == 1 else f"{len(open_)} of them open"
    yield f"{number}, {how}: {said}{more}"


def _named(changes: Sequence[AuditChange]) -> str:
    more = f" and {len(changes) - _NAMED} more" if len(changes) > _NAMED else ""
    return ", ".join(each.reference for each in changes[:_NAMED]) + more
