"""What changes a drawn sample: a swap for the next spare, and a case added on purpose."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from audit_desk.domain import sampling as rules
from audit_desk.domain.audit import Audit, AuditState, Selection
from audit_desk.domain.case import Case
from audit_desk.domain.independence import conflicts
from audit_desk.domain.receipt import Purposive, Receipt
from audit_desk.domain.receipt_form import receipt_from_dict, receipt_to_dict
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.custody import CustodyService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.case_repo import CaseRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.rows import new_id
from audit_desk.storage.sample_repo import SampleRepo

_ADDED = "added on purpose"


class SampleChanges:
    """Changes to the samples of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._cases = CaseRepo(register)
        self._rounds = RoundRepo(register)
        self._audits = AuditRepo(register)
        self._samples = SampleRepo(register)
        self._custody = CustodyService(register)

    def swap(self, round_: Round, removed: str, reason: str, person: str) -> Receipt:
        """Put the next spare of its stratum in a drawn case's place.

        Raises:
            UserError: Reading of the case has started, it is to be read twice, it is not in the
                sample, no reason is given, or there is no spare.
        """
        with self._register.transaction():
            receipt = self._last_receipt(round_)
            audit = self._audit(round_, removed)
            if audit is not None:
                self._custody.refuse_swap(round_.id, audit.id, removed)
            if audit is not None and audit.state is not AuditState.NOT_STARTED:
                raise UserError(
                    f"Reading of {removed} has started, so it cannot be swapped.",
                    "Nothing was changed. Say in the audit what could not be read.",
                )
            if self._audits.is_read_again(round_.id, removed):
                raise UserError(
                    f"{removed} is to be read twice, so it cannot be swapped.",
                    "Nothing was changed. Take its further readings away first, in Moderation.",
                )
            swapped = rules.swap(receipt, removed, reason, person, _now())
            added = swapped.swaps[-1].added
            if audit is not None:
                self._give_place(audit, self._cases.by_references([added])[added])
            self._rounds.replace_last_receipt(round_.id, receipt_to_dict(swapped))
            self._register.history.append(
                person,
                "swapped",
                ("round", round_.id),
                before={"reference": removed},
                after={"reference": added, "reason": reason.strip()},
            )
        return swapped

    def next_spare(self, round_: Round, removed: str) -> str:
        """Return the reference that would take a drawn case's place; empty where none is left.

        Raises:
            UserError: The round was never drawn.
        """
        return rules.next_spare(self._last_receipt(round_), removed)

    def add_on_purpose(self, round_: Round, reference: str, reason: str, person: str) -> None:
        """Add a case chosen on purpose; it stays out of every percentage and interval.

        Raises:
            UserError: There is no such case, it is in the round already, or no reason is given.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this child's file is to be read.")
        with self._register.transaction():
            case = self._cases.by_references([reference]).get(reference)
            if case is None:
                raise UserError(f"There is no case {reference} in this register.")
            if self._audit(round_, reference) is not None:
                raise UserError(f"{reference} is in {round_.name} already.")
            self._add(round_, [case], Selection.PURPOSIVE, self._samples.next_position(round_.id))
            self._note_in_receipt(round_, Purposive(reference, reason.strip(), person, _now()))
            self._register.history.append(
                person,
                _ADDED,
                ("round", round_.id),
                after={"reference": reference, "reason": reason.strip()},
            )

    def on_purpose(self, round_: Round) -> tuple[Purposive, ...]:
        """Return the cases of a round that were added on purpose, in the order of its audits.

        Before the first draw there is no receipt to keep them; the history does.
        """
        chosen = [
            audit.reference
            for audit in self._audits.of_round(round_.id)
            if audit.selection is Selection.PURPOSIVE
        ]
        told = {reference: Purposive(reference, "", "", "") for reference in chosen}
        for line in self._register.history.lines("round", round_.id) if chosen else ():
            if line.action == _ADDED and line.after:
                said = json.loads(line.after)
                told[said["reference"]] = Purposive(
                    said["reference"], said["reason"], line.who, line.at
                )
        return tuple(told[reference] for reference in chosen)

    def put_drawn(self, round_: Round, cases: Iterable[Case]) -> None:
        """Make an audit of each drawn case, before those of cases added on purpose.

        The audits of an earlier draw, which nobody has started, make room.
        """
        drawn = list(cases)
        self._samples.remove_drawn(round_.id)
        self._samples.make_room(round_.id, len(drawn))
        self._add(round_, drawn, Selection.RANDOM, 0)

    def _give_place(self, audit: Audit, case: Case) -> None:
        """Keep place and due date, and the auditor unless the new case is one of their own."""
        former = self._samples.former_staff_of(case.id)
        own = conflicts(audit.auditor, {}, case.facts, former)
        self._samples.give_place(audit.id, case, "" if own else audit.auditor)

    def _last_receipt(self, round_: Round) -> Receipt:
        receipts = self._rounds.receipts(round_.id)
        if not receipts:
            raise UserError(f"No sample was drawn in {round_.name} yet.", "Draw one first.")
        return receipt_from_dict(receipts[-1])

    def _note_in_receipt(self, round_: Round, added: Purposive) -> None:
        """Keep it with the last draw, so that no swap brings the child in again."""
        if self._rounds.receipts(round_.id):
            last = self._last_receipt(round_)
            noted = replace(last, purposive=(*last.purposive, added))
            self._rounds.replace_last_receipt(round_.id, receipt_to_dict(noted))

    def _audit(self, round_: Round, reference: str) -> Audit | None:
        audits = self._audits.of_round(round_.id)
        return next((audit for audit in audits if audit.reference == reference), None)

    def _add(
        self, round_: Round, cases: Iterable[Case], selection: Selection, first_position: int
    ) -> None:
        audits = [
            Audit(
                id=new_id(),
                round_id=round_.id,
                case_id=case.id,
                reference=case.reference,
                selection=selection,
                state=AuditState.NOT_STARTED,
                auditor="",
                facts=case.facts,
            )
            for case in cases
        ]
        self._audits.add_many(audits, first_position)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
