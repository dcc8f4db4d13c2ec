"""What follows from the invented answers: one action for each question that was found wanting.

The first file of a round in which a question is answered badly brings the action; the later
ones are linked to it, as a lead would do. Now and then nothing is needed.
"""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit import Answer, Audit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.follow_up import FollowUp, is_adverse
from audit_desk.domain.round import Round
from audit_desk.services.demo.texts import Library
from audit_desk.services.desk import Desk

_NONE = 0.08
"""The share of answers from which nothing follows."""
_DUE_DAYS = (-9, 5, 14, 21, 28, 28, 42, 42, 56, 56, 70, 84)
_DONE_EVERY, _DROPPED = 4, 6
"""Of the actions of a finished round, which are done and which is dropped."""


class Follower:
    """Says what follows from the answers of one round."""

    def __init__(self, desk: Desk, library: Library, tool: AuditTool, today: date) -> None:
        self._desk = desk
        self._library = library
        self._tool = tool
        self._today = today

    def follow_ups(
        self, audit: Audit, answers: Iterable[Answer], source: random.Random
    ) -> tuple[FollowUp, ...]:
        """Return what follows from a file's answers."""
        known = {each.question_id: each.id for each in self._desk.actions.choices(audit.id)}
        return tuple(self._told(answers, known, source))

    def settle(self, round_: Round, person: str) -> None:
        """Record what became of some of the actions, those that came first."""
        shown = self._library.lines("actions", "shown")
        lines = sorted(self._desk.actions.lines(round_.id), key=lambda line: line.action.created_at)
        for number, line in enumerate(lines):
            if number % _DONE_EVERY == 0:
                said = shown[(number // _DONE_EVERY) % len(shown)]
                self._desk.actions.done(line.action.id, said, person)
            elif number == _DROPPED:
                reason = self._library.lines("actions", "dropped")[0]
                self._desk.actions.drop(line.action.id, reason, person)

    def _told(
        self, answers: Iterable[Answer], known: dict[str, str], source: random.Random
    ) -> Iterator[FollowUp]:
        for answer in answers:
            question_id = answer.question_id
            if not is_adverse(self._tool.question(question_id), answer):
                continue
            if source.random() < _NONE:
                reason = source.choice(self._library.lines("actions", "none"))
                yield FollowUp(question_id, none_because=reason)
            elif question_id in known:
                yield FollowUp(question_id, action_id=known[question_id])
            else:
                change, owner = self._library.lines("actions", question_id)
                due = self._today + timedelta(source.choice(_DUE_DAYS))
                yield FollowUp(question_id, ActionDraft(change, owner, due))
