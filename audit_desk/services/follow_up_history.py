"""What was said to follow from each answer, version by version, from the register's record.

An action goes on living after its audit is submitted, so what was said at one moment is read
from the history, which nothing changes.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.follow_up import FollowUp, FollowUps
from audit_desk.domain.version import Version
from audit_desk.storage.action_repo import ActionRepo
from audit_desk.storage.follow_up_record import FollowUpRecord
from audit_desk.storage.history import HistoryLine
from audit_desk.storage.register import Register


class FollowUpHistory:
    """The versions of what follows from the answers of one register's audits."""

    def __init__(self, register: Register) -> None:
        self._record = FollowUpRecord(register)
        self._actions = ActionRepo(register)

    def versions(self, audit_id: str, question_id: str) -> list[Version]:
        """Return the versions of what follows from one answer, oldest first."""
        return [version for key, version in self._replayed(audit_id) if key == question_id]

    def at(self, audit_id: str, moment: datetime) -> FollowUps:
        """Return what followed from an audit's answers at a moment."""
        told = {
            key: version.after
            for key, version in self._replayed(audit_id)
            if version.at <= moment and isinstance(version.after, FollowUp)
        }
        return {key: each for key, each in told.items() if not each.is_empty}

    def now(self, told: FollowUps) -> FollowUps:
        """Return what follows at present with the words of the actions that it is linked to."""
        return {
            key: self._linked(key, each.action_id, {}) if each.action_id else each
            for key, each in told.items()
        }

    def _replayed(self, audit_id: str) -> Iterator[tuple[str, Version]]:
        """Yield each change with its question."""
        drafts: dict[str, ActionDraft] = {}
        owned: dict[str, str] = {}
        stood: dict[str, FollowUp] = {}
        for line in self._record.of_audit(audit_id):
            state: dict[str, Any] = json.loads(line.after or "{}")
            if line.subject == "answer":
                key = line.subject_id.partition("/")[2]
                told = self._said(key, state, drafts)
            elif "change" in state:
                drafts[line.subject_id] = _draft(state)
                key = owned.setdefault(line.subject_id, state.get("question", ""))
                told = FollowUp(key, drafts[line.subject_id])
                if line.action != "planned" and (key not in stood or stood[key].draft.is_empty):
                    continue  # another action took its place, and this one is somebody else's now
            else:
                continue  # done, dropped or opened again: the action's own story
            before = stood.get(key)
            stood[key] = told
            yield key, _version(line, before, told)

    def _said(
        self, key: str, state: Mapping[str, Any], drafts: Mapping[str, ActionDraft]
    ) -> FollowUp:
        if "action" in state:
            return self._linked(key, state["action"], drafts)
        if "none_because" in state:
            return FollowUp(key, none_because=state["none_because"])
        return FollowUp(key, _draft(state))

    def _linked(self, key: str, action_id: str, drafts: Mapping[str, ActionDraft]) -> FollowUp:
        action = None if action_id in drafts else self._actions.by_id(action_id)
        draft = action.draft if action is not None else drafts.get(action_id, ActionDraft())
        return FollowUp(key, draft, action_id=action_id)


def _version(line: HistoryLine, before: FollowUp | None, after: FollowUp) -> Version:
    said = before if before is not None and not before.is_empty else None
    return Version(line.seq, datetime.fromisoformat(line.at), line.who, said, after)


def _draft(state: Mapping[str, Any]) -> ActionDraft:
    due = date.fromisoformat(state["due_on"]) if state.get("due_on") else None
    return ActionDraft(state.get("change", ""), state.get("owner", ""), due)
