"""Who is read twice in a round: the rule, choices by hand, calibration, and who reads again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.people import same_person
from audit_desk.domain.second_reading import Choice, FirstReading, Further, How, Rule, choose
from audit_desk.errors import UserError
from audit_desk.services.assignment import AssignmentService
from audit_desk.services.independence import required_name
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id
from audit_desk.storage.second_reading_repo import SecondReadingRepo, SetRule

_SEEDS = 1_000_000


class SecondReadingService:
    """The further readings of one register."""

    def __init__(self, register: Register, assignment: AssignmentService) -> None:
        self._register = register
        self._assignment = assignment
        self._repo = SecondReadingRepo(register)
        self._audits = AuditRepo(register)

    def set_rule(self, round_id: str) -> SetRule | None:
        """Return the rule of a round as it was set; ``None`` where nobody set one."""
        return self._repo.rule(round_id)

    def rule(self, round_id: str) -> Rule:
        """Return a round's rule: the one that was set, else the default.

        Its seed follows from the round itself, so that nobody can look again and again until the
        files suit them.
        """
        found = self._repo.rule(round_id)
        return found.rule if found else Rule(_seed_of(round_id))

    def of_round(self, round_id: str) -> tuple[Further, ...]:
        """Return the further readings of a round in drawing order."""
        return tuple(self._repo.further(self._audits.every_reading(round_id)))

    def waiting_for_reader(self) -> dict[str, int]:
        """Return how many further readings nobody was given, by round."""
        return self._repo.waiting_for_reader()

    def preview(self, round_id: str, rule: Rule) -> tuple[Choice, ...]:
        """Return which files a rule would add, each with its reason; saves nothing."""
        audits = self._audits.every_reading(round_id)
        overall = self._audits.overall_grades(round_id)
        files = [
            FirstReading(audit.id, audit.reference, overall.get(audit.id))
            for audit in audits
            if audit.reading == 1 and audit.state is AuditState.SUBMITTED
        ]
        further = self._repo.further(audits)
        by_rule = frozenset(each.first_id for each in further if each.how is How.RULE)
        otherwise = frozenset(each.first_id for each in further if each.how is not How.RULE)
        return choose(rule, files, by_rule, otherwise)

    def apply(self, round_id: str, rule: Rule, by: str) -> tuple[Further, ...]:
        """Set a round's rule and add what it chooses; what was chosen before stays.

        Raises:
            UserError: Nobody is named who applies it.
        """
        by = required_name(by, "Set your name in Settings.")
        with self._register.transaction():
            before = self._repo.rule(round_id)
            if before is None or before.rule != rule:
                self._repo.put_rule(round_id, rule, by)
                self._register.history.append(
                    by,
                    "set the rule of second readings",
                    ("round", round_id),
                    before={"rule": before.rule.sentence} if before else None,
                    after={"rule": rule.sentence},
                )
            for choice in self.preview(round_id, rule):
                self._add(self._first(choice.audit_id), How.RULE, choice.reason, by)
        return self.of_round(round_id)

    def choose(self, first_ids: Sequence[str], reason: str, by: str) -> None:
        """Have files read again that the rule did not choose: all of them or none.

        Raises:
            UserError: No reason is given, or one of them is read twice already.
        """
        reason = _reason(reason, "Say why these files are to be read again.")
        with self._register.transaction():
            for first_id in first_ids:
                first = self._first(first_id)
                again = [self._repo.how(each.id) for each in self._audits.readings_of(first)]
                if How.RULE in again or How.HAND in again:
                    raise UserError(
                        f"{first.reference} is read twice already.",
                        "Nothing was changed. Leave it out, or make it a calibration file.",
                    )
                self._add(first, How.HAND, reason, by)

    def calibrate(
        self, first_id: str, readers: Sequence[str], reason: str, by: str, due: date | None = None
    ) -> tuple[str, ...]:
        """Make a file one that everyone reads: a further reading for each who does not read it.

        Args:
            first_id: The first reading.
            readers: Everyone who is to read the file; whoever reads it already is passed over.
            reason: What it is for.
            by: Who decides.
            due: By when they are to read it.

        Returns:
            The new readings' ids.

        Raises:
            UserError: No reason is given, nobody is left to read it, or one of them had a part in
                the case.
        """
        reason = _reason(reason, "Say what everyone is to learn from this file.")
        with self._register.transaction():
            first = self._first(first_id)
            held = [each.auditor for each in self._audits.readings_of(first)]
            made = []
            for name in readers:
                reader = required_name(name, "Name everyone who is to read it.")
                if any(same_person(reader, each) for each in held):
                    continue
                made.append(self._add(first, How.CALIBRATION, reason, by))
                self._assignment.assign([made[-1]], reader, due, by)
                held.append(reader)
            if not made:
                raise UserError(
                    f"Everyone named reads {first.reference} already.", "Name somebody else."
                )
        return tuple(made)

    def against(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        """Return what stands against somebody reading these files, a text a file."""
        return tuple(each.words for each in self._assignment.conflicts(further_ids, reader))

    def reads(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        """Return the references of the files that somebody reads for another reading.

        Two readings are worth something only where two people made them, so nobody can allow it.
        """
        conflicts = self._assignment.conflicts(further_ids, reader)
        return tuple(each.reference for each in conflicts if each.reads_already)

    def assign(
        self,
        further_ids: Sequence[str],
        reader: str,
        due: date | None,
        by: str,
        *,
        override: str = "",
        begun_too: bool = False,
    ) -> tuple[Audit, ...]:
        """Give further readings to somebody who reads none of these files yet.

        Args:
            further_ids: The further readings.
            reader: Who is to read them.
            due: By when; ``None`` leaves the day that stands there.
            by: Who decides.
            override: Why they may read files of cases in which they had a part.
            begun_too: Whether what somebody else has begun may change hands.

        Raises:
            UserError: They read one of them already or had a part in a case, one is begun by
                somebody else, or is submitted.
        """
        return self._assignment.assign(
            further_ids, reader, due, by, override=override, begun_too=begun_too
        )

    def remove(self, further_id: str, by: str) -> None:
        """Take away a further reading that nobody has begun.

        Raises:
            UserError: It is begun, or was handed out in a pack.
        """
        with self._register.transaction():
            audit = self._audit(further_id)
            if audit.reading == 1:
                raise UserError(f"The first reading of {audit.reference} stays.")
            if audit.state is not AuditState.NOT_STARTED:
                raise UserError(
                    f"The further reading of {audit.reference} has begun, so it stays.",
                    "What was read is part of the record.",
                )
            if self._repo.has_travelled(further_id):
                raise UserError(
                    f"The further reading of {audit.reference} was handed out in a pack.",
                    "It stays on record. Give it to somebody else instead.",
                )
            self._repo.remove(further_id)
            self._register.history.append(
                by,
                "took a further reading away",
                ("audit", further_id),
                before={"reference": audit.reference, "auditor": audit.auditor},
            )

    def _add(self, first: Audit, how: How, reason: str, by: str) -> str:
        audit = replace(
            first,
            id=new_id(),
            state=AuditState.NOT_STARTED,
            auditor="",
            started_at=None,
            submitted_at=None,
            seal="",
            due_on=None,
            reading=1 + self._audits.readings_of(first)[-1].reading,
        )
        self._audits.add_many([audit], self._repo.position(first.id))
        self._repo.add(audit.id, how, reason, by)
        self._register.history.append(
            by,
            "chose for a further reading",
            ("audit", audit.id),
            after={"reference": first.reference, "how": how.value, "reason": reason},
        )
        return audit.id

    def _first(self, audit_id: str) -> Audit:
        audit = self._audit(audit_id)
        if audit.reading != 1:
            raise UserError(f"This is a further reading of {audit.reference}, not the first.")
        return audit

    def _audit(self, audit_id: str) -> Audit:
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        return audit


def _seed_of(round_id: str) -> int:
    return int(sha256(round_id.encode()).hexdigest(), 16) % _SEEDS


def _reason(text: str, hint: str) -> str:
    if not text.strip():
        raise UserError("No reason is given.", hint)
    return text.strip()
