"""Reading a file: every answer committed as it is given, submitting, reopening."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from audit_desk.domain import answer_check
from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import (
    OVERALL,
    Answer,
    Audit,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.audit_tool import AuditTool, Question
from audit_desk.domain.completeness import gaps
from audit_desk.domain.concern import concern_cause
from audit_desk.domain.grading import suggest_overall, suggest_theme
from audit_desk.errors import UserError
from audit_desk.services.concerns import ConcernService
from audit_desk.services.seal import seal_of
from audit_desk.services.tools import ToolService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo

_GAPS_SHOWN = 5


class AuditingService:
    """The audits of one register, one change a call, each durable when the call returns."""

    def __init__(
        self,
        register: Register,
        tools: ToolService,
        concerns: ConcernService,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._register = register
        self._tools = tools
        self._concerns = concerns
        self._audits = AuditRepo(register)
        self._rounds = RoundRepo(register)
        self._today = today

    def open(self, audit_id: str) -> FullAudit:
        """Return an audit with everything written in it.

        Raises:
            UserError: It is not in the register.
        """
        return self._audits.full([self._audit(audit_id)])[0]

    def tool_for(self, audit_id: str) -> AuditTool:
        """Return the tool that an audit is pinned to."""
        return self._tool(self._audit(audit_id))

    def save_answer(self, audit_id: str, answer: Answer, by: str) -> FullAudit:
        """Save one answer; a concern that it raises goes on record in the same transaction.

        Raises:
            UserError: The audit is submitted, or the answer is not one the question can take.
        """
        with self._register.transaction():
            audit = self._unlocked(audit_id)
            question = _question(self._tool(audit), answer.question_id)
            wrong = answer_check.faults(question, answer, self._today())
            if wrong:
                raise UserError(wrong[0], "The answer before it is still saved.")
            before = self._audits.answer(audit_id, answer.question_id)
            if before != answer and (before is not None or answer.is_given or answer.evidence):
                self._start(audit, by)
                self._audits.put_answer(audit_id, answer)
                self._register.history.append(
                    by,
                    "answered",
                    ("answer", f"{audit_id}/{answer.question_id}"),
                    before=_state(before, "question_id"),
                    after=_state(answer, "question_id"),
                )
                cause = concern_cause(question, answer)
                if cause:
                    self._concerns.raise_concern(audit_id, question.id, cause, by)
        return self.open(audit_id)

    def save_judgement(self, audit_id: str, judgement: Judgement, by: str) -> FullAudit:
        """Save the judgement of a theme or of the whole audit.

        The suggestion of this moment is kept with it, so that an override stays visible.

        Raises:
            UserError: The audit is submitted, there is no such theme, or a text is too long.
        """
        with self._register.transaction():
            audit = self._unlocked(audit_id)
            wrong = answer_check.judgement_faults(judgement)
            if wrong:
                raise UserError(wrong[0], "The judgement before it is still saved.")
            full = self._audits.full([audit])[0]
            suggested = _suggestion(self._tool(audit), full, judgement.theme_id)
            self._put_judgement(audit, replace(judgement, suggested=suggested), by)
        return self.open(audit_id)

    def submit(self, audit_id: str, by: str) -> FullAudit:
        """Seal and lock an audit.

        Raises:
            UserError: Something is still open; it names the first few things.
        """
        with self._register.transaction():
            audit = self._unlocked(audit_id)
            tool = self._tool(audit)
            self._refresh_suggestions(audit, tool, by)
            full = self._audits.full([audit])[0]
            open_ = gaps(tool, full.answers, full.judgements, audit.facts)
            if open_:
                shown = " ".join(gap.sentence for gap in open_[:_GAPS_SHOWN])
                more = len(open_) - _GAPS_SHOWN
                raise UserError(
                    f"The audit of {audit.reference} is not complete: {shown}"
                    + (f" And {more} more." if more > 0 else "")
                )
            self._start(audit, by)
            started = replace(full, audit=self._audit(audit_id))
            sealed = replace(
                started.audit,
                state=AuditState.SUBMITTED,
                submitted_at=datetime.now(UTC),
                seal=seal_of(started),
            )
            self._audits.save_state(sealed)
            self._register.history.append(
                by, "submitted", ("audit", audit_id), after={"seal": sealed.seal}
            )
        return self.open(audit_id)

    def reopen(self, audit_id: str, reason: str, by: str) -> FullAudit:
        """Unlock a submitted audit; the reason and the broken seal stay on record.

        Raises:
            UserError: No reason is given, or the audit is not submitted.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why the audit is reopened.")
        with self._register.transaction():
            audit = self._audit(audit_id)
            if audit.state is not AuditState.SUBMITTED:
                raise UserError(f"The audit of {audit.reference} is not submitted.")
            self._audits.save_state(
                replace(audit, state=AuditState.IN_PROGRESS, submitted_at=None, seal="")
            )
            self._register.history.append(
                by,
                "reopened",
                ("audit", audit_id),
                before={"seal": audit.seal},
                after={"reason": reason.strip()},
            )
        return self.open(audit_id)

    def _audit(self, audit_id: str) -> Audit:
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        return audit

    def _unlocked(self, audit_id: str) -> Audit:
        audit = self._audit(audit_id)
        if audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {audit.reference} is submitted and locked.",
                "Reopen it, with a reason, to change it.",
            )
        return audit

    def _tool(self, audit: Audit) -> AuditTool:
        round_ = self._rounds.by_id(audit.round_id)
        if round_ is None:
            raise UserError("This audit's round is not in the register.")
        return self._tools.pinned(round_.tool_id, round_.tool_version)

    def _start(self, audit: Audit, by: str) -> None:
        if audit.state is AuditState.NOT_STARTED:
            self._audits.save_state(
                replace(
                    audit,
                    state=AuditState.IN_PROGRESS,
                    auditor=audit.auditor or by,
                    started_at=datetime.now(UTC),
                )
            )
            self._register.history.append(by, "started", ("audit", audit.id))

    def _put_judgement(self, audit: Audit, judgement: Judgement, by: str) -> None:
        before = self._audits.judgement(audit.id, judgement.theme_id)
        if before == judgement:
            return
        self._start(audit, by)
        self._audits.put_judgement(audit.id, judgement)
        self._register.history.append(
            by,
            "judged",
            ("judgement", f"{audit.id}/{judgement.theme_id}"),
            before=_state(before, "theme_id"),
            after=_state(judgement, "theme_id"),
        )

    def _refresh_suggestions(self, audit: Audit, tool: AuditTool, by: str) -> None:
        """Answers may have changed since a theme was judged; the record must say so."""
        for theme_id in [*(theme.id for theme in tool.themes), OVERALL]:
            full = self._audits.full([audit])[0]
            judgement = full.judgements.get(theme_id)
            if judgement is not None:
                suggested = _suggestion(tool, full, theme_id)
                self._put_judgement(audit, replace(judgement, suggested=suggested), by)


def _question(tool: AuditTool, question_id: str) -> Question:
    try:
        return tool.question(question_id)
    except KeyError as fault:
        known = ", ".join(question.id for question in tool.questions())
        raise UserError(
            f"{tool.title} has no question {question_id}.", f"It has {known}."
        ) from fault


def _suggestion(tool: AuditTool, full: FullAudit, theme_id: str) -> Grade | None:
    facts = full.audit.facts
    answers = relevant_answers(tool, full.answers, facts)
    if theme_id == OVERALL:
        return suggest_overall(tool, answers, full.judgements, facts).grade
    try:
        theme = tool.theme(theme_id)
    except KeyError as fault:
        known = ", ".join([*(theme.id for theme in tool.themes), OVERALL])
        raise UserError(f"{tool.title} has no theme {theme_id}.", f"It has {known}.") from fault
    return suggest_theme(theme, answers, facts).grade


def _state(value: Answer | Judgement | None, key: str) -> dict[str, Any] | None:
    if value is None:
        return None
    state = {name: each for name, each in asdict(value).items() if name != key}
    return {name: dict(each) if name == "parts" else each for name, each in state.items()}
