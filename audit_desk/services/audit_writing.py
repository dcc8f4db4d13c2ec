"""Writing in one audit: the rows and lines of history that each change leaves.

Single answers from the audit page and whole audits from a file go through here, so that both
leave the same record. The audit is read once and kept in memory beside what is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from audit_desk.domain import answer_check
from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import (
    OVERALL,
    Answer,
    AuditState,
    FullAudit,
    Grade,
    Judgement,
)
from audit_desk.domain.audit_tool import AuditTool, Question
from audit_desk.domain.completeness import gaps
from audit_desk.domain.concern import concern_cause
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.event_rows import with_lists_in_order
from audit_desk.domain.follow_up import FollowUps, submit_gaps
from audit_desk.domain.grading import suggest_overall, suggest_theme
from audit_desk.domain.practitioner import contribution_faults, contribution_gaps
from audit_desk.errors import UserError
from audit_desk.services.concerns import ConcernService
from audit_desk.services.seal import seal_of
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.contribution_repo import ContributionRepo
from audit_desk.storage.register import Register

_NOT_HELD_UP = (
    "What follows from an answer, and the part of the practitioners and the child, do not hold up"
    " what comes from a file."
)


class AuditWriter:
    """One audit that may be changed, inside a transaction that its caller holds.

    Attributes:
        full: The audit with everything written so far.
        by: Who writes.
    """

    def __init__(
        self,
        register: Register,
        concerns: ConcernService,
        tool: AuditTool,
        full: FullAudit,
        by: str,
    ) -> None:
        self._history = register.history
        self._audits = AuditRepo(register)
        self._contributions = ContributionRepo(register)
        self._concerns = concerns
        self._tool = tool
        self.by = by
        self.full = full

    @property
    def _id(self) -> str:
        return self.full.audit.id

    def answer(self, answer: Answer, today: date) -> None:
        """Write one answer; the concern that it raises goes on record with it.

        Raises:
            UserError: It is not one that the question can take.
        """
        question = self._question(answer.question_id)
        answer = with_lists_in_order(question, answer)
        _refuse_faults(answer_check.faults(question, answer, today), kept="The answer before it is")
        before = self.full.answers.get(answer.question_id)
        if before == answer or (before is None and not (answer.is_given or answer.evidence)):
            return
        self._start()
        full = self.full
        audit_id = full.audit.id
        self._audits.put_answer(audit_id, answer, is_new=before is None)
        self._history.append(
            self.by,
            "answered",
            ("answer", f"{audit_id}/{question.id}"),
            before=_state(before),
            after=_state(answer),
        )
        answers = {**full.answers, question.id: answer}
        self.full = FullAudit(full.audit, answers, full.judgements, full.contributions)
        cause = concern_cause(question, answer)
        if cause:
            self._concerns.raise_concern(audit_id, question.id, cause, self.by)

    def judgement(self, judgement: Judgement) -> None:
        """Write one judgement, and beside it what the rules suggest at this moment.

        Raises:
            UserError: There is no such theme, or a text is too long.
        """
        _refuse_faults(answer_check.judgement_faults(judgement), kept="The judgement before it is")
        judgement = replace(judgement, suggested=self._suggestion(judgement.theme_id))
        before = self.full.judgements.get(judgement.theme_id)
        if before == judgement:
            return
        self._start()
        self._audits.put_judgement(self._id, judgement)
        self._history.append(
            self.by,
            "judged",
            ("judgement", f"{self._id}/{judgement.theme_id}"),
            before=_state(before),
            after=_state(judgement),
        )
        judgements = {**self.full.judgements, judgement.theme_id: judgement}
        self.full = replace(self.full, judgements=judgements)

    def contribution(self, made: Contribution, today: date) -> None:
        """Write what is said of one role's part in the audit.

        Raises:
            UserError: A text is too long, or its day is not one on which anybody can have spoken.
        """
        _refuse_faults(contribution_faults(made, today), kept="What was saved before is")
        before = self.full.contributions.get(made.role)
        if before == made or (before is None and made.is_empty):
            return
        self._start()
        self._contributions.put(self._id, made)
        self._history.append(
            self.by,
            "contributed",
            ("contribution", f"{self._id}/{made.role}"),
            before=_state(before),
            after=_state(made),
        )
        contributions = {**self.full.contributions, made.role: made}
        self.full = replace(self.full, contributions=contributions)

    def submit(self, identifiers: int, follow_ups: FollowUps, *, from_file: bool = False) -> None:
        """Seal and lock the audit.

        Args:
            identifiers: How many places in its texts look like identifiers; it goes on record
                and holds nothing up.
            follow_ups: What follows from its answers.
            from_file: Whether neither that nor the part that practitioners and the child had
                holds it up: another system may know neither.

        Raises:
            UserError: Something is still open; it names all that the audit page would.
        """
        self._refresh_suggestions()
        self._refuse_gaps(follow_ups, from_file=from_file)
        self._start()
        sealed = replace(
            self.full.audit,
            state=AuditState.SUBMITTED,
            submitted_at=datetime.now(UTC),
            seal=seal_of(self.full),
        )
        self._audits.save_state(sealed)
        self._history.append(
            self.by,
            "submitted",
            ("audit", self._id),
            after={"seal": sealed.seal, "identifiers": identifiers},
        )
        self.full = replace(self.full, audit=sealed)

    def _question(self, question_id: str) -> Question:
        try:
            return self._tool.question(question_id)
        except KeyError as fault:
            known = ", ".join(question.id for question in self._tool.questions())
            raise UserError(
                f"{self._tool.title} has no question {question_id}.", f"It has {known}."
            ) from fault

    def _start(self) -> None:
        audit = self.full.audit
        if audit.state is AuditState.NOT_STARTED:
            started = replace(
                audit,
                state=AuditState.IN_PROGRESS,
                auditor=audit.auditor or self.by,
                started_at=datetime.now(UTC),
            )
            self._audits.save_state(started)
            self._history.append(self.by, "started", ("audit", audit.id))
            self.full = replace(self.full, audit=started)
        elif not audit.auditor:  # given back half read: whoever goes on reads it from here
            taken = replace(audit, auditor=self.by)
            self._audits.save_state(taken)
            self._history.append(
                self.by, "took over", ("audit", audit.id), after={"auditor": self.by}
            )
            self.full = replace(self.full, audit=taken)

    def _refresh_suggestions(self) -> None:
        """Answers may have changed since a theme was judged; the record must say so."""
        for theme_id in [*(theme.id for theme in self._tool.themes), OVERALL]:
            judgement = self.full.judgements.get(theme_id)
            if judgement is not None:
                self.judgement(judgement)

    def _refuse_gaps(self, follow_ups: FollowUps, *, from_file: bool) -> None:
        full = self.full
        written = (self._tool, full.answers, full.judgements, full.audit.facts)
        if from_file and not gaps(*written):
            return
        asked = (*submit_gaps(*written, follow_ups), *contribution_gaps(full.contributions))
        if not asked:
            return
        count = "1 thing is" if len(asked) == 1 else f"{len(asked)} things are"
        sentences = "\n".join(gap.sentence for gap in asked)
        raise UserError(
            f"The audit of {full.audit.reference} is not complete: {count} missing.\n{sentences}",
            _NOT_HELD_UP if from_file else "",
        )

    def _suggestion(self, theme_id: str) -> Grade | None:
        full, tool = self.full, self._tool
        facts = full.audit.facts
        if theme_id == OVERALL:
            return suggest_overall(tool, full.answers, full.judgements, facts).grade
        try:
            theme = tool.theme(theme_id)
        except KeyError as fault:
            known = ", ".join([*(theme.id for theme in tool.themes), OVERALL])
            raise UserError(f"{tool.title} has no theme {theme_id}.", f"It has {known}.") from fault
        return suggest_theme(theme, relevant_answers(tool, full.answers, facts), facts).grade


def _refuse_faults(faults: Sequence[str], *, kept: str) -> None:
    if faults:
        raise UserError(f"{faults[0][0].upper()}{faults[0][1:]}", f"{kept} still saved.")


def _state(value: Answer | Judgement | Contribution | None) -> dict[str, Any] | None:
    """Return what the history keeps of a value: all but the id by which it is found."""
    if value is None:
        return None
    names, values = _KEPT[type(value)]
    return dict(zip(names, values(value), strict=True))


def _kept(kind: type, key: str) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of what is kept of a kind, and what reads all of it at once."""
    names = tuple(each.name for each in fields(kind) if each.name != key)
    return names, attrgetter(*names)


_KEPT = {
    Answer: _kept(Answer, "question_id"),
    Judgement: _kept(Judgement, "theme_id"),
    Contribution: _kept(Contribution, "role"),
}
