"""What an audit page is told of its reader's part in the case, without a register."""

from dataclasses import replace

from audit_desk.domain.audit import Audit, AuditState, Selection
from audit_desk.domain.independence import Declaration, Override, Record, Statement
from audit_desk.errors import UserError
from tests.ui.fake_auditing import NOW


class FakeIndependence:
    """Knows one file; whoever is named has declared already to have had no part in it."""

    def __init__(self, *declared: str, worker: str = "", allowed: str = "") -> None:
        said = tuple(Declaration(name, Statement.INDEPENDENT, NOW) for name in declared)
        overrides = (Override(allowed, "…", "Nobody else can", "Ben Ode", NOW),) if allowed else ()
        now = {"worker": worker} if worker else {}
        self.held = Record("CST-0142", {}, now, (), said, overrides)
        self.said: list[tuple[str, Statement]] = []

    def record(self, audit_id: str) -> Record:
        del audit_id
        return self.held

    def declare(self, audit_id: str, auditor: str, statement: Statement) -> Audit:
        if statement is Statement.INDEPENDENT and self.held.bars(auditor):
            raise UserError(self.held.why_not(auditor))
        self.said.append((auditor, statement))
        made = Declaration(auditor, statement, NOW)
        self.held = replace(self.held, declarations=(*self.held.declarations, made))
        state = AuditState.NOT_STARTED
        return Audit(audit_id, "round-1", "case-1", "CST-0142", Selection.RANDOM, state, "", {})
