"""Giving files to auditors, by hand or evenly, with the day by which they are to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit_desk.domain.assignment import Spread, spread
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.independence import Record
from audit_desk.domain.people import person_key, same_person
from audit_desk.domain.person import READERS
from audit_desk.errors import UserError
from audit_desk.services.custody import CustodyService
from audit_desk.services.independence import IndependenceService, required_name
from audit_desk.services.pack_slip import refuse_in_pack
from audit_desk.storage.assignment_repo import AssignmentRepo
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.people_repo import PeopleRepo
from audit_desk.storage.register import Register

_NAMED_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class FileConflict:
    """Why somebody may not read one file, in sentences.

    Attributes:
        audit_id: The audit.
        reference: Its case.
        words: Why, in sentences.
        reads_already: Whether they read the file for another reading; nobody can allow that.
    """

    audit_id: str
    reference: str
    words: str
    reads_already: bool = False


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A file without an auditor, and who gave it back because of a part in the case."""

    audit: Audit
    involved: tuple[str, ...]


class AssignmentService:
    """Who reads which file of one register, and by when."""

    def __init__(self, register: Register, independence: IndependenceService) -> None:
        self._register = register
        self._independence = independence
        self._repo = AssignmentRepo(register)
        self._people = PeopleRepo(register)
        self._audits = AuditRepo(register)
        self._custody = CustodyService(register)

    def auditors(self) -> tuple[str, ...]:
        """Return the names of everybody who reads or has read a file, or is recorded to do so.

        Each person stands there once, as they are recorded; whoever has left does not.
        """
        people = self._people.all()
        left = {person_key(person.name) for person in people if person.left_on is not None}
        readers = [person.name for person in people if READERS.intersection(person.roles)]
        found: dict[str, str] = {}
        for name in (*readers, *sorted(self._repo.auditors())):
            if person_key(name) not in left:
                found.setdefault(person_key(name), name)
        return tuple(found[key] for key in sorted(found))

    def load(self, auditors: Sequence[str]) -> Mapping[str, int]:
        """Return how many files each of these has to read or finish, in all rounds."""
        counts: dict[str, int] = {}
        for name, number in self._repo.load().items():
            counts[person_key(name)] = counts.get(person_key(name), 0) + number
        return {name: counts.get(person_key(name), 0) for name in auditors}

    def records(self, round_id: str) -> Mapping[str, Record]:
        """Return all that is known about who may read each file of a round."""
        return self._independence.records(self._audits.of_round(round_id))

    def given_back(self) -> tuple[GivenBack, ...]:
        """Return the files that need another auditor because somebody had a part in the case."""
        back = self._repo.given_back()
        return tuple(GivenBack(audit, back[audit.id]) for audit in self._wanted(sorted(back)))

    def without_auditor(self) -> Mapping[str, int]:
        """Return how many files have no auditor, by round.

        Rounds in which no file was ever given to somebody before it was begun are left out:
        there, whoever has time takes the next file.
        """
        return self._repo.without_auditor()

    def conflicts(self, audit_ids: Sequence[str], auditor: str) -> tuple[FileConflict, ...]:
        """Return which of these files somebody may not read, and why; exceptions are left out.

        Raises:
            UserError: One of them is not in the register.
        """
        audits = self._wanted(audit_ids)
        records = self._independence.records(audits)
        return tuple(
            FileConflict(
                audit.id,
                audit.reference,
                records[audit.id].why_not(auditor),
                records[audit.id].reads_already(auditor),
            )
            for audit in audits
            if records[audit.id].bars(auditor)
        )

    def assign(
        self,
        audit_ids: Sequence[str],
        auditor: str,
        due: date | None,
        by: str,
        *,
        override: str = "",
        begun_too: bool = False,
    ) -> tuple[Audit, ...]:
        """Give files to an auditor: all of them, or none where one cannot be given.

        Args:
            audit_ids: The audits.
            auditor: Who is to read them.
            due: By when; ``None`` leaves the day that stands there.
            by: Who assigns.
            override: Why the auditor may read files of cases in which they had a part.
            begun_too: Whether files that somebody else has begun may change hands.

        Returns:
            The audits that changed.

        Raises:
            UserError: There is no name, an audit is submitted, is begun by somebody else and
                that is not meant, or the auditor is or was the worker, manager or chair.
        """
        auditor = required_name(auditor, "Say who is to read the files.")
        with self._register.transaction():
            audits = self._here(audit_ids)
            self._refuse_changes(audits, auditor, begun_too=begun_too)
            refused = self.conflicts(audit_ids, auditor)
            if refused and not override.strip():
                raise UserError(
                    " ".join(each.words for each in refused[:_NAMED_AT_ONCE]) + _more(refused),
                    "Choose another auditor, or say why it is allowed.",
                )
            for each in refused:
                self._independence.override(each.audit_id, auditor, override, by)
            return self._write(
                [replace(one, auditor=auditor, due_on=due or one.due_on) for one in audits], by
            )

    def unassign(self, audit_ids: Sequence[str], by: str) -> tuple[Audit, ...]:
        """Take files back from their auditors, before anything is read.

        Raises:
            UserError: One is begun or submitted.
        """
        with self._register.transaction():
            audits = self._here(audit_ids)
            for audit in audits:
                if audit.state is not AuditState.NOT_STARTED:
                    raise UserError(
                        f"The file of {audit.reference} is {audit.state.label.lower()}.",
                        "Give it to somebody else instead: what was read stays with it.",
                    )
            return self._write([replace(audit, auditor="") for audit in audits], by)

    def set_due(self, audit_ids: Sequence[str], due: date | None, by: str) -> tuple[Audit, ...]:
        """Say by when files are to be read; ``None`` takes the day away.

        Raises:
            UserError: One is submitted.
        """
        with self._register.transaction():
            audits = self._here(audit_ids)
            _refuse_submitted(audits)
            return self._write([replace(audit, due_on=due) for audit in audits], by)

    def plan(self, round_id: str, auditors: Sequence[str]) -> Spread:
        """Return how a round's files without an auditor would be shared out; saves nothing.

        Raises:
            UserError: Nobody is named, or one person twice.
        """
        names = _each_once(auditors)
        out = self._custody.of_round(round_id)
        free = [
            audit
            for audit in self._audits.of_round(round_id)
            if not audit.auditor and audit.state is not AuditState.SUBMITTED and audit.id not in out
        ]
        records = self._independence.records(free)
        barred = {
            audit.id: {name for name in names if records[audit.id].bars(name)} for audit in free
        }
        return spread([audit.id for audit in free], names, self.load(names), barred)

    def share_out(
        self, round_id: str, auditors: Sequence[str], due: date | None, by: str
    ) -> Spread:
        """Share a round's files without an auditor out evenly.

        Files that none of these people may read stay without an auditor.

        Raises:
            UserError: Nobody is named, or one person twice.
        """
        with self._register.transaction():
            plan = self.plan(round_id, auditors)
            for portion in plan.portions:
                if portion.gets:
                    self.assign(portion.gets, portion.auditor, due, by)
        return plan

    def _write(self, audits: Sequence[Audit], by: str) -> tuple[Audit, ...]:
        refuse_in_pack(self._register, "Giving files to auditors")
        changed = []
        for audit in audits:
            before = self._wanted([audit.id])[0]
            if before == audit:
                continue
            self._repo.save(audit)
            self._register.history.append(
                by, "assigned", ("audit", audit.id), before=_state(before), after=_state(audit)
            )
            changed.append(audit)
        return tuple(changed)

    def _here(self, audit_ids: Sequence[str]) -> list[Audit]:
        """Return audits of which none is out in a pack."""
        for audit_id in audit_ids:
            self._custody.refuse_if_out(audit_id)
        return self._wanted(audit_ids)

    def _wanted(self, audit_ids: Sequence[str]) -> list[Audit]:
        found = [self._audits.by_id(audit_id) for audit_id in audit_ids]
        audits = [audit for audit in found if audit is not None]
        if len(audits) < len(found):
            raise UserError("One of these audits is not in the register.", "Look again.")
        return audits

    @staticmethod
    def _refuse_changes(audits: Sequence[Audit], auditor: str, *, begun_too: bool) -> None:
        _refuse_submitted(audits)
        begun = [audit for audit in audits if begun_by_another(audit, auditor)]
        if begun and not begun_too:
            first = begun[0]
            raise UserError(
                f"{first.auditor} has begun to read {first.reference}.",
                "Say that files in progress are meant too; what was read stays with them.",
            )


def begun_by_another(audit: Audit, auditor: str) -> bool:
    """Whether somebody else is in the middle of an audit."""
    return (
        audit.state is AuditState.IN_PROGRESS
        and bool(audit.auditor)
        and not same_person(audit.auditor, auditor)
    )


def _refuse_submitted(audits: Sequence[Audit]) -> None:
    for audit in audits:
        if audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {audit.reference} is submitted.",
                "Reopen it, with a reason, before it is given to somebody else.",
            )


def _each_once(auditors: Sequence[str]) -> list[str]:
    names = [required_name(name, "Say who is to read.") for name in auditors]
    if not names:
        raise UserError("Nobody is named.", "Say who is to read.")
    keys = [person_key(name) for name in names]
    for name, key in zip(names, keys, strict=True):
        if keys.count(key) > 1:
            raise UserError(f"{name} is named twice.", "Name each person once.")
    return names


def _state(audit: Audit) -> dict[str, str | None]:
    return {
        "auditor": audit.auditor,
        "due_on": audit.due_on.isoformat() if audit.due_on else None,
    }


def _more(refused: Sequence[FileConflict]) -> str:
    more = len(refused) - _NAMED_AT_ONCE
    return f" And {more} more." if more > 0 else ""
