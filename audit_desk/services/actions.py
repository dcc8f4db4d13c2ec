"""Actions: followed from the answer that asked for one until something shows that practice changed.

Each call is one transaction that leaves its line in the history. A submitted audit keeps what
its auditor said; the actions themselves go on living.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from audit_desk.domain.action import (
    OWNER_ROLES,
    SOON_DAYS,
    Action,
    ActionDraft,
    ActionLine,
    ActionState,
    by_urgency,
)
from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.completeness import Gap
from audit_desk.domain.follow_up import FollowUp, FollowUps, follow_up_gaps
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.action_links import ActionLinks, state_of
from audit_desk.services.action_story import action_story
from audit_desk.services.custody import CustodyService
from audit_desk.services.rounds import RoundService
from audit_desk.storage.action_repo import ActionRepo
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_id


class ActionService:
    """The actions of one register."""

    def __init__(
        self, register: Register, rounds: RoundService, today: Callable[[], date] = date.today
    ) -> None:
        self._register = register
        self._rounds = rounds
        self._today = today
        self._repo = ActionRepo(register)
        self._links = ActionLinks(register)
        self._custody = CustodyService(register)

    # From an audit

    def follow_ups(self, audit_id: str) -> FollowUps:
        """Return what follows from an audit's answers, by question id."""
        return self._repo.follow_ups(audit_id)

    def keep(self, audit_id: str, follow_up: FollowUp, by: str) -> None:
        """Keep what the auditor says follows from an answer; nothing said takes it back.

        Raises:
            UserError: The audit is submitted, the action is not one of its round, has ended
                already, or a text cannot be kept.
        """
        draft = follow_up.draft
        _refuse_texts(draft.change, draft.owner, follow_up.none_because)
        with self._register.transaction():
            self._custody.refuse_if_out(audit_id)
            tool = self._rounds.tool_of(self._rounds.by_id(self._links.round_of(audit_id)))
            if follow_up.question_id not in {question.id for question in tool.questions()}:
                raise UserError(f"{tool.title} has no question {follow_up.question_id}.")
            self._links.keep(audit_id, replace(follow_up, draft=_tidy(draft)), by)

    def gaps(self, tool: AuditTool, full: FullAudit) -> tuple[Gap, ...]:
        """Return the answers of an audit from which something follows that nobody said."""
        told = self.follow_ups(full.audit.id)
        return follow_up_gaps(tool, full.answers, full.audit.facts, told)

    def choices(self, audit_id: str) -> tuple[Action, ...]:
        """Return the actions of an audit's round that an answer can be linked to.

        Open ones of which all is said, and those that it is linked to already.
        """
        found = self._repo.of_round(self._links.round_of(audit_id))
        linked = {told.action_id for told in self.follow_ups(audit_id).values()}
        return tuple(
            action
            for action in found
            if action.id in linked or (action.is_open and action.draft.is_complete)
        )

    def by_id(self, action_id: str) -> Action:
        """Return an action.

        Raises:
            UserError: It is not in the register.
        """
        action = self._repo.by_id(action_id)
        if action is None:
            raise UserError("This action is not in the register.")
        return action

    # By hand

    def create(self, round_id: str, draft: ActionDraft, by: str) -> Action:
        """Add an action to a round by hand.

        Raises:
            UserError: Something of it is not said.
        """
        draft = _whole(draft)
        moment = datetime.now(UTC)
        action = Action(new_id(), round_id, draft, ActionState.OPEN, "", "", "", by, moment, moment)
        with self._register.transaction():
            self._rounds.by_id(round_id)
            self._repo.save(action)
            self._note(by, "planned", action.id, after=state_of(draft))
        return action

    def change(self, action_id: str, draft: ActionDraft, reason: str, by: str) -> Action:
        """Change what is said of an open action; another day needs its reason.

        Raises:
            UserError: The action has ended, something of it is not said, or no reason is given
                for another day.
        """
        draft = _whole(draft)
        with self._register.transaction():
            action = self._open(action_id)
            self._refuse_out(action)
            if action.draft == draft:
                return action
            if action.draft.due_on not in {None, draft.due_on} and not reason.strip():
                raise UserError("No reason is given.", "Say why the day changes.")
            after = state_of(draft) | ({"reason": reason.strip()} if reason.strip() else {})
            changed = self._save(replace(action, draft=draft))
            self._note(by, "changed", action_id, before=state_of(action.draft), after=after)
        return changed

    def done(self, action_id: str, evidence: str, by: str) -> Action:
        """Record that an action is done, with what showed that practice changed.

        Raises:
            UserError: It has ended already, or nothing is said of what showed it.
        """
        hint = "Say what showed that practice changed: “the plan was carried out” does not."
        return self._end(action_id, ActionState.DONE, (evidence, hint), by)

    def drop(self, action_id: str, reason: str, by: str) -> Action:
        """Give an action up; the reason stays on record.

        Raises:
            UserError: It has ended already, or no reason is given.
        """
        return self._end(action_id, ActionState.DROPPED, (reason, "Say why it is dropped."), by)

    def reopen(self, action_id: str, reason: str, by: str) -> Action:
        """Open an action again that was done or dropped; why stays on record.

        Raises:
            UserError: It is open, or no reason is given.
        """
        reason = _said(reason, "Say why it is opened again.")
        with self._register.transaction():
            action = self.by_id(action_id)
            self._refuse_out(action)
            if action.is_open:
                raise UserError("This action is open already.")
            before = {"state": action.state.value, "outcome": action.outcome}
            opened = self._save(
                replace(action, state=ActionState.OPEN, outcome="", ended_by="", ended_at=None)
            )
            self._note(by, "reopened", action_id, before=before, after={"reason": reason})
        return opened

    # Looking

    def owners(self) -> tuple[str, ...]:
        """Return who can own an action: those named so far, then the usual roles."""
        return tuple(dict.fromkeys((*self._repo.owners(), *OWNER_ROLES)))

    def lines(self, round_id: str = "") -> tuple[ActionLine, ...]:
        """Return all actions, or those of a round, as they are worked on: overdue first."""
        return self._lines(self._repo.of_round(round_id) if round_id else self._repo.all())

    def lines_before(self, round_: Round) -> tuple[ActionLine, ...]:
        """Return the actions of the rounds that were created before one."""
        before = {
            line.round.id
            for line in self._rounds.lines()
            if line.round.created_at < round_.created_at
        }
        return self._lines(each for each in self._repo.all() if each.round_id in before)

    def due(self) -> tuple[ActionLine, ...]:
        """Return the open actions that are overdue or due soon."""
        return self._lines(self._repo.due_by(self._today() + timedelta(days=SOON_DAYS)))

    def story(self, action_id: str) -> tuple[tuple[datetime, str, str], ...]:
        """Return what happened to an action: when, who, and what in words; oldest first.

        What one person wrote of it on one day is one thing, however often it was saved.
        """
        return action_story(PackHistoryRepo(self._register).lines("action", action_id))

    def _lines(self, actions: Iterable[Action]) -> tuple[ActionLine, ...]:
        found = list(actions)
        findings = self._repo.findings(found)
        rounds = {key: self._rounds.by_id(key) for key in {each.round_id for each in found}}
        wordings = {
            (key, question.id): question.wording
            for key, round_ in rounds.items()
            for question in self._rounds.tool_of(round_).questions()
        }
        lines = [
            ActionLine(
                action,
                rounds[action.round_id].name,
                tuple(
                    replace(each, wording=wordings.get((action.round_id, each.question_id), ""))
                    for each in findings[action.id]
                ),
            )
            for action in found
        ]
        return tuple(by_urgency(lines))

    def _end(
        self, action_id: str, state: ActionState, outcome_or_hint: tuple[str, str], by: str
    ) -> Action:
        outcome = _said(*outcome_or_hint)
        moment = datetime.now(UTC)
        with self._register.transaction():
            action = self._open(action_id)
            self._refuse_out(action)
            ended = self._save(
                replace(action, state=state, outcome=outcome, ended_by=by, ended_at=moment)
            )
            self._note(by, state.value, action_id, after={"outcome": outcome})
        return ended

    def _open(self, action_id: str) -> Action:
        action = self.by_id(action_id)
        if not action.is_open:
            raise UserError(f"This action is {action.state.value} already.", "Open it again first.")
        return action

    def _refuse_out(self, action: Action) -> None:
        if action.audit_id:
            self._custody.refuse_if_out(action.audit_id)

    def _save(self, action: Action) -> Action:
        changed = replace(action, changed_at=datetime.now(UTC))
        self._repo.save(changed)
        return changed

    def _note(
        self,
        by: str,
        what: str,
        action_id: str,
        *,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> None:
        self._register.history.append(by, what, ("action", action_id), before=before, after=after)


def _whole(draft: ActionDraft) -> ActionDraft:
    draft = _tidy(draft)
    _refuse_texts(draft.change, draft.owner)
    if not draft.change.strip():
        raise UserError("It is not said what will change.", "Say what will change for the child.")
    if not draft.owner:
        raise UserError("The action has no owner.", "Name the role that sees to it.")
    if draft.due_on is None:
        raise UserError("It is not said by when.", "Type a day, such as “in 4 weeks”.")
    return draft


def _tidy(draft: ActionDraft) -> ActionDraft:
    return replace(draft, owner=" ".join(draft.owner.split()))


def _said(text: str, hint: str) -> str:
    _refuse_texts(text)
    if not text.strip():
        raise UserError("Nothing is said.", hint)
    return text.strip()


def _refuse_texts(*texts: str) -> None:
    for text in texts:
        wrong = next(iter(text_faults(text)), "")
        if wrong:
            raise UserError(f"{wrong[0].upper()}{wrong[1:]}", "What was there before is saved.")
