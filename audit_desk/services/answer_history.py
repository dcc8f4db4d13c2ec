"""Every version of an answer, a judgement or a contribution, and bringing one of them back."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from audit_desk.domain.audit import Absence, Answer, FullAudit, Grade, Judgement
from audit_desk.domain.contribution import Contribution, Role
from audit_desk.domain.follow_up import FollowUp
from audit_desk.domain.practitioner import PRACTITIONER
from audit_desk.domain.version import Version, Written, folded
from audit_desk.errors import UserError
from audit_desk.services.actions import ActionService
from audit_desk.services.auditing import AuditingService
from audit_desk.services.follow_up_history import FollowUpHistory
from audit_desk.storage.history import HistoryLine
from audit_desk.storage.pack_history_repo import PackHistoryRepo
from audit_desk.storage.register import Register

_SUBJECTS = {
    "answer": ("answered", "question_id"),
    "judgement": ("judged", "theme_id"),
    "contribution": ("contributed", "role"),
}


class AnswerHistoryService:
    """What stood in each place of an audit, from the register's record and that of its packs."""

    def __init__(
        self, register: Register, auditing: AuditingService, actions: ActionService
    ) -> None:
        self._record = PackHistoryRepo(register)
        self._follow_ups = FollowUpHistory(register)
        self._auditing = auditing
        self._actions = actions

    def of_question(self, audit_id: str, question_id: str) -> tuple[Version, ...]:
        """Return the versions of an answer, newest first."""
        return self._versions("answer", audit_id, question_id, _answer)

    def of_judgement(self, audit_id: str, theme_id: str) -> tuple[Version, ...]:
        """Return the versions of a theme's judgement, or of the overall one, newest first."""
        return self._versions("judgement", audit_id, theme_id, _judgement)

    def of_contribution(self, audit_id: str, role: Role) -> tuple[Version, ...]:
        """Return the versions of one role's part, newest first."""
        return self._versions("contribution", audit_id, role.value, _contribution)

    def of_follow_up(self, audit_id: str, question_id: str) -> tuple[Version, ...]:
        """Return the versions of what follows from an answer, newest first."""
        return tuple(reversed(folded(self._follow_ups.versions(audit_id, question_id))))

    def of_place(self, audit_id: str, theme_id: str, question_id: str) -> tuple[Version, ...]:
        """Return the versions of what stands at a place of the audit page, newest first."""
        if question_id:
            both = (
                *self.of_question(audit_id, question_id),
                *self.of_follow_up(audit_id, question_id),
            )
            return tuple(sorted(both, key=lambda version: version.at, reverse=True))
        if theme_id != PRACTITIONER:
            return self.of_judgement(audit_id, theme_id)
        every = (each for role in Role for each in self.of_contribution(audit_id, role))
        return tuple(sorted(every, key=lambda version: version.at, reverse=True))

    def restore(self, audit_id: str, version: Version, by: str) -> FullAudit:
        """Write a version again, as a new change: what stood there since stays on record.

        Raises:
            UserError: The audit is submitted and locked.
        """
        item = version.after
        if isinstance(item, Answer):
            return self._auditing.save_answer(audit_id, item, by)
        if isinstance(item, Judgement):
            return self._auditing.save_judgement(audit_id, item, by)
        if isinstance(item, FollowUp):
            self._actions.keep(audit_id, item.as_kept, by)
            return self._auditing.open(audit_id)
        return self._auditing.save_contribution(audit_id, item, by)

    def version(self, audit_id: str, key: str, number: int) -> Version:
        """Return one version of a question, a theme or a role by its number in history.

        Raises:
            UserError: There is no such version.
        """
        for found in (
            *self._lines("answer", audit_id, key, _answer),
            *self._lines("judgement", audit_id, key, _judgement),
            *self._lines("contribution", audit_id, key, _contribution),
        ):
            if found.number == number:
                return found
        raise UserError(f"{key} has no version {number}.", "Leave the number out to list them.")

    def _versions(
        self, subject: str, audit_id: str, key: str, read: "_Read"
    ) -> tuple[Version, ...]:
        return tuple(reversed(folded(self._lines(subject, audit_id, key, read))))

    def _lines(self, subject: str, audit_id: str, key: str, read: "_Read") -> list[Version]:
        done, name = _SUBJECTS[subject]
        return [
            _version(line, {name: key}, read)
            for line in self._record.lines(subject, f"{audit_id}/{key}")
            if line.action == done and line.after is not None
        ]


_State = Mapping[str, Any]
_Read = Callable[[_State], Written]


def _version(line: HistoryLine, key: _State, read: _Read) -> Version:
    before = None if line.before is None else read({**json.loads(line.before), **key})
    after = read({**json.loads(line.after or "{}"), **key})
    return Version(line.seq, datetime.fromisoformat(line.at), line.who, before, after)


def _answer(state: _State) -> Answer:
    return Answer(**{**state, "absence": Absence(state["absence"]) if state["absence"] else None})


def _judgement(state: _State) -> Judgement:
    grades = {name: _grade(state[name]) for name in ("grade", "suggested")}
    return Judgement(**{**state, **grades})


def _grade(value: int | None) -> Grade | None:
    return Grade(value) if value else None


def _contribution(state: _State) -> Contribution:
    on = date.fromisoformat(state["on"]) if state["on"] else None
    return Contribution(**{**state, "role": Role(state["role"]), "on": on})
