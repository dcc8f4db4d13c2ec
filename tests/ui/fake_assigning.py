"""Who reads which file, over a register in memory: the domain's own rules, no storage."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from audit_desk.domain.assignment import Spread, spread
from audit_desk.domain.audit import Audit, AuditState, FullAudit
from audit_desk.domain.independence import Declaration, Override, Record, Statement
from audit_desk.domain.people import same_person
from audit_desk.errors import UserError

if TYPE_CHECKING:
    from tests.ui.fake_rounds import FakeRegister

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class FakeAssigning:
    """Gives files of a ``FakeRegister`` to auditors."""

    def __init__(self, register: "FakeRegister") -> None:
        self._register = register
        self.said: dict[str, list[Declaration]] = {}
        self.overrides: dict[str, list[Override]] = {}
        self.known: tuple[str, ...] = ()
        self.workers: dict[str, str] = {}

    def declare(self, audit_id: str, who: str, statement: Statement) -> None:
        self.said.setdefault(audit_id, []).append(Declaration(who, statement, AT))

    def auditors(self) -> tuple[str, ...]:
        names = {full.audit.auditor for full in self._all()} | set(self.known)
        return tuple(sorted(filter(None, names)))

    def load(self, auditors: Sequence[str]) -> Mapping[str, int]:
        left = [
            full.audit.auditor
            for full in self._all()
            if full.audit.state is not AuditState.SUBMITTED
        ]
        return {name: sum(same_person(name, other) for other in left) for name in auditors}

    def records(self, round_id: str) -> Mapping[str, Record]:
        return {full.audit.id: self._record(full.audit) for full in self._register.full[round_id]}

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
        for audit in self._wanted(audit_ids):
            begun = audit.state is AuditState.IN_PROGRESS
            if begun and not begun_too and not same_person(audit.auditor, auditor):
                raise UserError(f"{audit.auditor} has begun to read {audit.reference}.")
            words = self._record(audit).why_not(auditor)
            if self._record(audit).bars(auditor):
                if not override:
                    raise UserError(words)
                made = Override(auditor, words, override, by, AT)
                self.overrides.setdefault(audit.id, []).append(made)
            self._put(replace(audit, auditor=auditor, due_on=due or audit.due_on))
        return ()

    def unassign(self, audit_ids: Sequence[str], by: str) -> tuple[Audit, ...]:
        for audit in self._wanted(audit_ids):
            self._put(replace(audit, auditor=""))
        return ()

    def set_due(self, audit_ids: Sequence[str], due: date | None, by: str) -> tuple[Audit, ...]:
        for audit in self._wanted(audit_ids):
            self._put(replace(audit, due_on=due))
        return ()

    def plan(self, round_id: str, auditors: Sequence[str]) -> Spread:
        free = [full.audit for full in self._register.full[round_id] if not full.audit.auditor]
        barred = {
            audit.id: {name for name in auditors if self._record(audit).bars(name)}
            for audit in free
        }
        return spread([audit.id for audit in free], auditors, self.load(auditors), barred)

    def share_out(
        self, round_id: str, auditors: Sequence[str], due: date | None, by: str
    ) -> Spread:
        plan = self.plan(round_id, auditors)
        for portion in plan.portions:
            self.assign(portion.gets, portion.auditor, due, by)
        return plan

    def _record(self, audit: Audit) -> Record:
        worker = self.workers.get(audit.reference, "")
        return Record(
            audit.reference,
            audit.facts,
            {"worker": worker} if worker else {},
            (),
            tuple(self.said.get(audit.id, ())),
            tuple(self.overrides.get(audit.id, ())),
        )

    def _all(self) -> list[FullAudit]:
        return [full for audits in self._register.full.values() for full in audits]

    def _wanted(self, audit_ids: Sequence[str]) -> list[Audit]:
        return [full.audit for full in self._all() if full.audit.id in set(audit_ids)]

    def _put(self, audit: Audit) -> None:
        audits = self._register.full[audit.round_id]
        for place, full in enumerate(audits):
            if full.audit.id == audit.id:
                audits[place] = replace(full, audit=audit)
