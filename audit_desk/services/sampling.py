"""Drawing a round's dip sample, and verifying a draw."""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from audit_desk.domain import sampling as rules
from audit_desk.domain.audit import AuditState
from audit_desk.domain.case import Case
from audit_desk.domain.receipt import Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.sample_profile import Profile
from audit_desk.domain.verify_draw import Verification, verify
from audit_desk.errors import UserError
from audit_desk.services.case_table import Progress, no_progress
from audit_desk.services.custody import CustodyService
from audit_desk.services.draw_request import DrawRequest
from audit_desk.services.findings_profiles import profiles
from audit_desk.services.sample_changes import SampleChanges
from audit_desk.services.sampling_frame import FrameBuilder
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.case_repo import CaseRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.sample_repo import SampleRepo

__all__ = ["DrawPreview", "DrawRequest", "SamplingService"]

_SEED_LIMIT = 1_000_000_000
_STEPS = 3


@dataclass(frozen=True, slots=True)
class DrawPreview:
    """What a draw would give.

    Attributes:
        receipt: Its receipt.
        profile: The sample beside its frame, attribute by attribute.
    """

    receipt: Receipt
    profile: tuple[Profile, ...]


class SamplingService:
    """The draws of one register.

    Args:
        register: The register.
        today: The local date.
    """

    def __init__(self, register: Register, today: Callable[[], date] = date.today) -> None:
        self._register = register
        self._cases = CaseRepo(register)
        self._rounds = RoundRepo(register)
        self._audits = AuditRepo(register)
        self._frames = FrameBuilder(SampleRepo(register), today)
        self._changes = SampleChanges(register)
        self._custody = CustodyService(register)

    def preview(self, round_: Round, request: DrawRequest, person: str) -> DrawPreview:
        """Return what a draw would give, saving nothing.

        Raises:
            UserError: The frame is empty, the size does not fit, or what is asked for cannot be
                understood (see ``FrameBuilder.build``).
        """
        cases = self._cases.all()
        receipt = self._prepare(round_, request, person, cases)
        return DrawPreview(receipt, _profile(receipt, cases))

    def draw(
        self,
        round_: Round,
        request: DrawRequest,
        person: str,
        progress: Progress = no_progress,
    ) -> Receipt:
        """Draw, keep receipt and profile, and make an audit of each drawn case.

        A round may be drawn again while nobody has started reading; the earlier draw stays in
        the receipts, so that nobody can shop for a seed unseen. Cases added on purpose stay in
        the round.

        Raises:
            UserError: As ``preview``, or an audit of this round was started already.
            Cancelled: A person cancelled; nothing was drawn.
        """
        with self._register.transaction():
            progress(0, _STEPS)
            self._custody.refuse_new_draw(round_.id, round_.name)
            audits = self._audits.every_reading(round_.id)
            if any(audit.state is not AuditState.NOT_STARTED for audit in audits):
                raise UserError(
                    f"Reading has started in {round_.name}, so it cannot be drawn again.",
                    "Nothing was changed. Create another round for another sample.",
                )
            cases = self._cases.all()
            progress(1, _STEPS)
            receipt = self._prepare(round_, request, person, cases)
            progress(2, _STEPS)
            self._rounds.add_receipt(
                round_.id, rules.receipt_to_dict(receipt), _profile(receipt, cases)
            )
            known = {case.reference: case for case in cases}
            self._changes.put_drawn(round_, [known[reference] for reference in receipt.drawn])
            self._register.history.append(
                person,
                "drew",
                ("round", round_.id),
                after={"seed": receipt.seed, "size": receipt.size, "frame": receipt.frame_hash},
            )
            progress(_STEPS, _STEPS)  # the last moment at which all of it can be undone
        return receipt

    def swap(self, round_: Round, removed: str, reason: str, person: str) -> Receipt:
        """Put the next spare in a drawn case's place (see ``SampleChanges.swap``).

        Raises:
            UserError: Reading has started, there is no reason or no spare, or it was not drawn.
        """
        return self._changes.swap(round_, removed, reason, person)

    def next_spare(self, round_: Round, removed: str) -> str:
        """Return the reference that would take a drawn case's place; empty where none is left.

        Raises:
            UserError: The round was never drawn.
        """
        return self._changes.next_spare(round_, removed)

    def add_on_purpose(self, round_: Round, reference: str, reason: str, person: str) -> None:
        """Add a case chosen on purpose; it stays out of every percentage and interval.

        Raises:
            UserError: There is no such case, it is in the round already, or no reason is given.
        """
        self._changes.add_on_purpose(round_, reference, reason, person)

    def receipts(self, round_id: str) -> tuple[Receipt, ...]:
        """Return the receipts of all draws of a round, oldest first."""
        return tuple(
            rules.receipt_from_dict(receipt) for receipt in self._rounds.receipts(round_id)
        )

    def frame_profile(self, round_: Round) -> tuple[Profile, ...]:
        """Return how the sample of a round's last draw looked beside its frame on that day.

        The first draws did not keep it; for them it is computed from the cases as they are now.

        Raises:
            UserError: The round was never drawn.
        """
        receipt = self._last(round_)
        kept = self._rounds.profile(round_.id)
        if kept:
            return kept
        return _profile(receipt, list(self._cases.by_references(rules.members(receipt)).values()))

    def verify_round(self, round_: Round) -> Verification:
        """Run a round's last draw again over the register's present cases.

        Raises:
            UserError: The round was never drawn.
        """
        references = {case.reference: case.facts for case in self._cases.all()}
        return verify(self._last(round_), references)

    def _last(self, round_: Round) -> Receipt:
        receipts = self.receipts(round_.id)
        if not receipts:
            raise UserError(f"No sample was drawn in {round_.name} yet.", "Draw one first.")
        return receipts[-1]

    def _prepare(
        self, round_: Round, request: DrawRequest, person: str, cases: Sequence[Case]
    ) -> Receipt:
        chosen = self._changes.on_purpose(round_)
        frame = self._frames.build(round_.id, request, cases, {added.reference for added in chosen})
        receipt = rules.draw(
            {case.reference: rules.stratum_name(case.facts, request.by) for case in frame.cases},
            seed=request.seed if request.seed is not None else secrets.randbelow(_SEED_LIMIT),
            size=request.size,
            minimum=request.minimum,
            where=frame.where,
            by=request.by,
            exclusions=frame.exclusions,
            drawn_by=person,
            drawn_at=datetime.now(UTC).isoformat(timespec="seconds"),
            replaces=len(self._rounds.receipts(round_.id)),
        )
        return replace(receipt, purposive=chosen)


def _profile(receipt: Receipt, cases: Collection[Case]) -> tuple[Profile, ...]:
    facts = {case.reference: case.facts for case in cases}
    frame = [facts[each] for each in rules.members(receipt) if each in facts]
    return profiles(frame, [facts[each] for each in receipt.drawn if each in facts])
