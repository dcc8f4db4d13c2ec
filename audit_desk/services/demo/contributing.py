"""What invented practitioners and children said of the audits, and one audit that it corrected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from audit_desk.domain.audit import Audit, FullAudit
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.texts import Library
from audit_desk.services.desk import Desk

_INVITED = {Role.WORKER: 0.9, Role.MANAGER: 0.75, Role.CHILD: 0.45}
_TOOK_PART = {Role.WORKER: 0.85, Role.MANAGER: 0.7, Role.CHILD: 0.6}
"""How many of them are asked, and how many of those speak: the child least often."""
_CHANGED = 0.3
_MOST_DAYS = 12
_CORRECTED_AT = 3
"""Which file of a finished round is opened again and corrected."""


class Contributors:
    """Speaks for those whom the audits of one register are about."""

    def __init__(self, desk: Desk, library: Library, seed: int, today: date) -> None:
        self._desk = desk
        self._library = library
        self._seed = seed
        self._today = today

    def of(self, audit: Audit) -> tuple[Contribution, ...]:
        """Return what each of them had to do with one audit."""
        return tuple(self._one(role, audit) for role in Role)

    def correct(self, audits: Sequence[Audit], person: str) -> None:
        """Open one submitted audit again, and submit it with what the worker said afterwards."""
        if len(audits) <= _CORRECTED_AT:
            return
        audit = audits[_CORRECTED_AT]
        reason, said = (self._line("correction", name) for name in ("reason", "evidence"))
        full = self._desk.auditing.reopen(audit.id, reason, person)
        told = next(each for each in full.answers.values() if each.evidence)
        self._desk.auditing.fill(
            audit.id,
            [replace(told, evidence=f"{told.evidence} {said}")],
            (),
            by=full.audit.auditor,
            contributions=[self._spoke(full)],
            submit=True,
        )

    def _one(self, role: Role, audit: Audit) -> Contribution:
        source = chance(self._seed, "contributions", audit.reference, role)
        if source.random() >= _INVITED[role]:
            why_not = source.choice(self._library.lines("contributions", role, "why_not"))
            return Contribution(role, invited=False, why_not=why_not)
        if source.random() >= _TOOK_PART[role]:
            return Contribution(role, invited=True, took_part=False)
        changed = source.random() < _CHANGED
        return Contribution(
            role,
            invited=True,
            took_part=True,
            on=self._today - timedelta(source.randint(1, _MOST_DAYS)),
            said=source.choice(self._library.lines("contributions", role, "said")),
            changed=changed,
            how=source.choice(self._library.lines("contributions", role, "how")) if changed else "",
        )

    def _spoke(self, full: FullAudit) -> Contribution:
        worker = full.contributions[Role.WORKER]
        return Contribution(
            Role.WORKER,
            invited=True,
            took_part=True,
            on=self._today,
            said=worker.said or self._line("worker", "said"),
            changed=True,
            how=self._line("worker", "how"),
        )

    def _line(self, *path: str) -> str:
        return self._library.lines("contributions", *path)[0]
