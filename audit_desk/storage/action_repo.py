"""Actions and the answers that they respond to ↔ rows."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from audit_desk.domain.action import Action, ActionDraft, ActionState, Finding
from audit_desk.domain.follow_up import FollowUp
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_moment

_COLUMNS = (
    "id, round_id, change, owner, due_on, state, outcome, audit_id, question_id, created_by,"
    " created_at, changed_at, ended_by, ended_at"
)


class ActionRepo:
    """The actions of one register."""

    def __init__(self, register: Register) -> None:
        self._db = register.db

    def all(self) -> list[Action]:
        """Return every action, oldest first."""
        return self._where("1")

    def of_round(self, round_id: str) -> list[Action]:
        """Return the actions of a round, oldest first."""
        return self._where("round_id = ?", round_id)

    def due_by(self, day: date) -> list[Action]:
        """Return the open actions that are due on a day or before it."""
        return self._where("state = 'open' AND due_on <= ?", day.isoformat())

    def by_id(self, action_id: str) -> Action | None:
        """Return an action, or ``None``."""
        found = self._where("id = ?", action_id)
        return found[0] if found else None

    def owners(self) -> list[str]:
        """Return the owners that were named so far, by name."""
        rows = self._db.execute("SELECT DISTINCT owner FROM actions WHERE owner <> '' ORDER BY 1")
        return [row[0] for row in rows]

    def save(self, action: Action) -> None:
        """Write an action, new or changed."""
        marks = ", ".join("?" * 14)
        self._db.execute(
            f"INSERT INTO actions ({_COLUMNS}) VALUES ({marks})"
            " ON CONFLICT (id) DO UPDATE SET change = excluded.change, owner = excluded.owner,"
            " due_on = excluded.due_on, state = excluded.state, outcome = excluded.outcome,"
            " changed_at = excluded.changed_at, ended_by = excluded.ended_by,"
            " ended_at = excluded.ended_at",
            _row(action),
        )

    def remove(self, action_id: str) -> None:
        """Take out an action that nothing refers to any more; history keeps what it said."""
        self._db.execute("DELETE FROM actions WHERE id = ?", (action_id,))

    def follow_ups(self, audit_id: str) -> dict[str, FollowUp]:
        """Return what follows from an audit's answers, by question id.

        An action that was written for an answer and has ended is one to link to like any other.
        """
        rows = self._db.execute(
            "SELECT action_links.question_id, none_because, action_id, change, owner, due_on,"
            " actions.audit_id, actions.question_id, state FROM action_links"
            " LEFT JOIN actions ON actions.id = action_id WHERE action_links.audit_id = ?",
            (audit_id,),
        )
        return {row[0]: _follow_up(row, (audit_id, row[0])) for row in rows}

    def linked(self, audit_id: str, question_id: str) -> Action | None:
        """Return the action that responds to an answer, or ``None``."""
        found = self._where(
            "id = (SELECT action_id FROM action_links WHERE audit_id = ? AND question_id = ?)",
            audit_id,
            question_id,
        )
        return found[0] if found else None

    def link(self, audit_id: str, question_id: str, action_id: str, none_because: str = "") -> None:
        """Write what follows from an answer: an action, or the reason for none."""
        self._db.execute(
            "INSERT INTO action_links (audit_id, question_id, action_id, none_because)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (audit_id, question_id) DO UPDATE SET"
            " action_id = excluded.action_id, none_because = excluded.none_because",
            (audit_id, question_id, action_id or None, none_because),
        )

    def unlink(self, audit_id: str, question_id: str) -> None:
        """Take out what follows from an answer."""
        self._db.execute(
            "DELETE FROM action_links WHERE audit_id = ? AND question_id = ?",
            (audit_id, question_id),
        )

    def findings(self, actions: Sequence[Action]) -> dict[str, list[Finding]]:
        """Return the answers that actions respond to, by action id, by reference."""
        found: dict[str, list[Finding]] = {action.id: [] for action in actions}
        ids = list(found)
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            rows = self._db.execute(
                "SELECT action_id, action_links.audit_id, reference, question_id FROM action_links"
                " JOIN audits ON audits.id = action_links.audit_id"
                " JOIN cases ON cases.id = audits.case_id"
                f" WHERE action_id IN ({', '.join('?' * len(part))})"
                " ORDER BY reference, question_id",
                part,
            )
            for row in rows:
                found[row[0]].append(Finding(row[1], row[2], row[3]))
        return found

    def _where(self, condition: str, *values: str) -> list[Action]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM actions WHERE {condition} ORDER BY created_at, id", values
        )
        return [_action(row) for row in rows]


def _row(action: Action) -> tuple[Any, ...]:
    draft = action.draft
    return (
        action.id,
        action.round_id,
        draft.change,
        draft.owner,
        draft.due_on.isoformat() if draft.due_on else None,
        action.state.value,
        action.outcome,
        action.audit_id or None,
        action.question_id,
        action.created_by,
        action.created_at.isoformat(timespec="microseconds"),
        action.changed_at.isoformat(timespec="microseconds"),
        action.ended_by,
        action.ended_at.isoformat(timespec="microseconds") if action.ended_at else None,
    )


def _action(row: tuple[Any, ...]) -> Action:
    return Action(
        id=row[0],
        round_id=row[1],
        draft=_draft(*row[2:5]),
        state=ActionState(row[5]),
        outcome=row[6],
        audit_id=row[7] or "",
        question_id=row[8],
        created_by=row[9],
        created_at=datetime.fromisoformat(row[10]),
        changed_at=datetime.fromisoformat(row[11]),
        ended_by=row[12],
        ended_at=to_moment(row[13]),
    )


def _draft(change: str, owner: str, due_on: str | None) -> ActionDraft:
    return ActionDraft(change, owner, date.fromisoformat(due_on) if due_on else None)


def _follow_up(row: tuple[Any, ...], place: tuple[str, str]) -> FollowUp:
    if row[2] is None:
        return FollowUp(row[0], none_because=row[1])
    if (row[6], row[7], row[8]) == (*place, ActionState.OPEN.value):
        return FollowUp(row[0], draft=_draft(*row[3:6]))
    return FollowUp(row[0], action_id=row[2])
