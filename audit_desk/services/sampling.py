"""Drawing a round's dip sample, and verifying a draw."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from audit_desk.domain import sampling as rules
from audit_desk.domain.audit import Audit, AuditState, Selection
from audit_desk.domain.case import Case
from audit_desk.domain.case_fields import CASE_FIELDS, field
from audit_desk.domain.findings import Profile
from audit_desk.domain.receipt import Exclusion, Purposive, Receipt
from audit_desk.domain.round import Round
from audit_desk.domain.verify_draw import Verification, verify
from audit_desk.errors import UserError
from audit_desk.services.findings_profiles import profiles
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.case_repo import CaseRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.rows import new_id

_SEED_LIMIT = 1_000_000_000
_VALUES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DrawRequest:
    """What a person asks for.

    Attributes:
        size: How many files to read.
        seed: A whole number; a fresh one is chosen when there is none.
        by: Case fields to stratify by.
        where: Case fields and the value each must have for a case to be in the frame.
        minimum: The least number from each stratum.
        audited_within: Leave out cases that another round audited within so many calendar
            months, or is reading now.
        not_own_of: Names of auditors: cases that they are or were worker, manager or chair of
            are left out.
        leave_out: References left out by hand, each with its reason.
    """

    size: int
    seed: int | None = None
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    minimum: int = 0
    audited_within: int | None = None
    not_own_of: tuple[str, ...] = ()
    leave_out: tuple[tuple[str, str], ...] = ()


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
    """The draws of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._cases = CaseRepo(register)
        self._rounds = RoundRepo(register)
        self._audits = AuditRepo(register)

    def preview(self, round_: Round, request: DrawRequest, person: str) -> DrawPreview:
        """Return what a draw would give, saving nothing.

        Raises:
            UserError: The frame is empty, the size does not fit, a field is unknown.
        """
        cases = self._cases.all()
        receipt = self._prepare(round_, request, person, cases)
        return DrawPreview(receipt, _profile(receipt, cases))

    def draw(self, round_: Round, request: DrawRequest, person: str) -> Receipt:
        """Draw, keep the receipt, and make an audit of each drawn case.

        A round may be drawn again while nobody has started reading; the earlier draw stays in
        the receipts, so that nobody can shop for a seed unseen.

        Raises:
            UserError: As ``preview``, or an audit of this round was started already.
        """
        with self._register.transaction():
            audits = self._audits.of_round(round_.id)
            if any(audit.state is not AuditState.NOT_STARTED for audit in audits):
                raise UserError(
                    f"Reading has started in {round_.name}, so it cannot be drawn again.",
                    "Nothing was changed. Create another round for another sample.",
                )
            cases = self._cases.all()
            receipt = self._prepare(round_, request, person, cases)
            self._audits.remove_not_started(round_.id)
            self._rounds.add_receipt(round_.id, rules.receipt_to_dict(receipt))
            self._add_audits(round_, receipt.drawn, Selection.RANDOM, cases)
            self._register.history.append(
                person,
                "drew",
                ("round", round_.id),
                after={"seed": receipt.seed, "size": receipt.size, "frame": receipt.frame_hash},
            )
        return receipt

    def add_on_purpose(self, round_: Round, reference: str, reason: str, person: str) -> None:
        """Add a case chosen on purpose; it stays out of every percentage and interval.

        Raises:
            UserError: There is no such case, it is in the round already, or no reason is given.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this child's file is to be read.")
        with self._register.transaction():
            cases = self._cases.by_references([reference])
            if reference not in cases:
                raise UserError(f"There is no case {reference} in this register.")
            present = self._audits.of_round(round_.id)
            if any(audit.reference == reference for audit in present):
                raise UserError(f"{reference} is in {round_.name} already.")
            self._add_audits(
                round_, [reference], Selection.PURPOSIVE, list(cases.values()), len(present)
            )
            self._note_in_receipt(round_, Purposive(reference, reason.strip(), person, _now()))
            self._register.history.append(
                person,
                "added on purpose",
                ("round", round_.id),
                after={"reference": reference, "reason": reason.strip()},
            )

    def receipts(self, round_id: str) -> tuple[Receipt, ...]:
        """Return the receipts of all draws of a round, oldest first."""
        return tuple(
            rules.receipt_from_dict(receipt) for receipt in self._rounds.receipts(round_id)
        )

    def verify_round(self, round_: Round) -> Verification:
        """Run a round's last draw again over the register's present cases.

        Raises:
            UserError: The round was never drawn.
        """
        receipts = self.receipts(round_.id)
        if not receipts:
            raise UserError(f"No sample was drawn in {round_.name} yet.")
        return verify(receipts[-1], {case.reference: case.facts for case in self._cases.all()})

    def _prepare(
        self, round_: Round, request: DrawRequest, person: str, cases: Sequence[Case]
    ) -> Receipt:
        _refuse_unknown_fields([*request.by, *(field for field, _ in request.where)])
        where = _as_spelled(cases, request.where)
        eligible, exclusions = _frame(cases, where)
        return rules.draw(
            {case.reference: rules.stratum_name(case.facts, request.by) for case in eligible},
            seed=request.seed if request.seed is not None else secrets.randbelow(_SEED_LIMIT),
            size=request.size,
            minimum=request.minimum,
            where=where,
            by=request.by,
            exclusions=exclusions,
            drawn_by=person,
            drawn_at=_now(),
            replaces=len(self._rounds.receipts(round_.id)),
        )

    def _note_in_receipt(self, round_: Round, added: Purposive) -> None:
        """Keep it with the last draw, so that no swap brings the child in again."""
        receipts = self.receipts(round_.id)
        if receipts:
            last = receipts[-1]
            noted = replace(last, purposive=(*last.purposive, added))
            self._rounds.replace_last_receipt(round_.id, rules.receipt_to_dict(noted))

    def _add_audits(
        self,
        round_: Round,
        references: Sequence[str],
        selection: Selection,
        cases: Sequence[Case],
        first_position: int = 0,
    ) -> None:
        known = {case.reference: case for case in cases}
        audits = [
            Audit(
                id=new_id(),
                round_id=round_.id,
                case_id=known[reference].id,
                reference=reference,
                selection=selection,
                state=AuditState.NOT_STARTED,
                auditor="",
                facts=known[reference].facts,
            )
            for reference in references
        ]
        self._audits.add_many(audits, first_position)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _profile(receipt: Receipt, cases: Sequence[Case]) -> tuple[Profile, ...]:
    facts = {case.reference: case.facts for case in cases}
    frame = [facts[reference] for reference in rules.members(receipt)]
    return profiles(frame, [facts[reference] for reference in receipt.drawn])


def _refuse_unknown_fields(keys: Sequence[str]) -> None:
    known = [each.key for each in CASE_FIELDS]
    for key in keys:
        if key not in known:
            raise UserError(
                f"There is no case field called {key}.", f"There is: {', '.join(known)}."
            )


def _as_spelled(
    cases: Sequence[Case], where: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Return the conditions spelled as the cases have them, so that a receipt is exact."""
    return tuple((key, _spelled(cases, key, value)) for key, value in where)


def _spelled(cases: Sequence[Case], key: str, value: str) -> str:
    present = {str(case.facts[key]) for case in cases if key in case.facts}
    for known in present:
        if known.casefold() == value.casefold():
            return known
    shown = ", ".join(sorted(present)[:_VALUES_SHOWN]) or "nothing recorded"
    raise UserError(f"No case has “{value}” as its {field(key).label}.", f"There is: {shown}.")


def _frame(
    cases: Sequence[Case], where: tuple[tuple[str, str], ...]
) -> tuple[list[Case], tuple[Exclusion, ...]]:
    """Return the eligible cases, and what each field's condition left out in turn."""
    eligible, exclusions = list(cases), []
    for key in dict.fromkeys(key for key, _ in where):
        conditions = [condition for condition in where if condition[0] == key]
        kept = [case for case in eligible if rules.in_frame(case.facts, conditions)]
        wanted = " or ".join(f"“{value}”" for _, value in conditions)
        exclusions.append(
            Exclusion(f"{field(key).label} is not {wanted}", len(eligible) - len(kept))
        )
        eligible = kept
    return eligible, tuple(exclusions)
