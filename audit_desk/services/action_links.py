"""What follows from one answer: keeping it while its auditor writes, as long as the audit is open.

An action that was written for an answer and is not wanted any more goes with it, unless another
answer is linked to it; history keeps what it said.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from audit_desk.domain.action import Action, ActionDraft, ActionState
from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.storage.action_repo import ActionRepo
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id


class ActionLinks:
    """Which answer leads to which action; its caller holds the transaction."""

    def __init__(self, register: Register) -> None:
        self._history = register.history
        self._repo = ActionRepo(register)
        self._audits = AuditRepo(register)

    def round_of(self, audit_id: str) -> str:
        """Return the round of an audit.

        Raises:
            UserError: The audit is not in the register.
        """
        return self._audit(audit_id).round_id

    def keep(self, audit_id: str, told: FollowUp, by: str) -> None:
        """Write what follows from an answer.

        Raises:
            UserError: The audit is submitted or not begun, or the action cannot be linked or
                changed.
        """
        audit = self._audit(audit_id)
        if audit.state is AuditState.SUBMITTED:
            raise UserError(
                f"The audit of {audit.reference} is submitted and locked.",
                "Its actions are changed on the Actions page.",
            )
        if audit.state is AuditState.NOT_STARTED:
            raise UserError(f"The file of {audit.reference} is not begun.", "Answer it first.")
        told = self._resolved(audit_id, told)
        before = self._repo.follow_ups(audit_id).get(told.question_id, FollowUp(told.question_id))
        if before == told or (before.is_empty and told.is_empty):
            return
        own = None if before.draft.is_empty else self._repo.linked(audit_id, told.question_id)
        if not told.draft.is_empty:
            self._write_own(audit, own, told, by)
            return
        self._link(audit, before, told, by)
        if own is not None:
            self._let_go(own, by)

    def _resolved(self, audit_id: str, told: FollowUp) -> FollowUp:
        if not told.same_as:
            return told
        action = self._repo.linked(audit_id, told.same_as)
        if action is None:
            raise UserError(
                f"{told.question_id} is to share the action of {told.same_as}, which has none."
            )
        return replace(told, action_id=action.id, same_as="")

    def _write_own(self, audit: Audit, own: Action | None, told: FollowUp, by: str) -> None:
        moment = datetime.now(UTC)
        if own is not None:
            self._repo.save(replace(own, draft=told.draft, changed_at=moment))
            self._note(by, "changed", own.id, state_of(own.draft), state_of(told.draft))
            return
        action = Action(
            id=new_id(),
            round_id=audit.round_id,
            draft=told.draft,
            state=ActionState.OPEN,
            outcome="",
            audit_id=audit.id,
            question_id=told.question_id,
            created_by=by,
            created_at=moment,
            changed_at=moment,
        )
        self._repo.save(action)
        self._repo.link(audit.id, told.question_id, action.id)
        finding = {"audit": audit.id, "question": told.question_id}
        self._note(by, "planned", action.id, None, state_of(told.draft) | finding)

    def _link(self, audit: Audit, before: FollowUp, told: FollowUp, by: str) -> None:
        none_because = told.none_because.strip() and told.none_because
        if told.action_id:
            action = self._repo.by_id(told.action_id)
            if action is None or action.round_id != audit.round_id:
                raise UserError("This action is not one of the audit's round.")
            self._repo.link(audit.id, told.question_id, action.id)
        elif none_because:
            self._repo.link(audit.id, told.question_id, "", none_because)
        else:
            self._repo.unlink(audit.id, told.question_id)
        self._history.append(
            by,
            "followed up",
            ("answer", f"{audit.id}/{told.question_id}"),
            before=_said(before),
            after=_said(told),
        )

    def _let_go(self, own: Action, by: str) -> None:
        if own.is_open and not self._repo.findings([own])[own.id]:
            self._repo.remove(own.id)
            self._note(by, "taken back", own.id, state_of(own.draft), None)

    def _note(
        self,
        by: str,
        what: str,
        action_id: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        self._history.append(by, what, ("action", action_id), before=before, after=after)

    def _audit(self, audit_id: str) -> Audit:
        audit = self._audits.by_id(audit_id)
        if audit is None:
            raise UserError("This audit is not in the register.")
        return audit


def state_of(draft: ActionDraft) -> dict[str, Any]:
    """Return what is said of an action as history keeps it."""
    due = draft.due_on.isoformat() if draft.due_on else ""
    return {"change": draft.change, "owner": draft.owner, "due_on": due}


def _said(told: FollowUp) -> dict[str, Any]:
    if told.action_id:
        return {"action": told.action_id}
    return {"none_because": told.none_because} if told.none_because else state_of(told.draft)
