"""What happened to an action, told from its history."""

from collections.abc import Iterable
from datetime import datetime

from audit_desk.storage.history import HistoryLine
from audit_desk.storage.rows import to_facts

_WRITING = {"planned", "changed"}


def action_story(lines: Iterable[HistoryLine]) -> tuple[tuple[datetime, str, str], ...]:
    """Return when, who and what in words, oldest first.

    What one person wrote on one day is one thing, however often it was saved; a change with a
    reason stands alone.
    """
    told: list[HistoryLine] = []
    for line in lines:
        if not (told and _goes_on(told[-1], line)):
            told.append(line)
    return tuple((datetime.fromisoformat(line.at), line.who, _words(line)) for line in told)


def _goes_on(before: HistoryLine, line: HistoryLine) -> bool:
    same_day = before.at[:10] == line.at[:10] and before.who == line.who
    written = before.action in _WRITING and line.action == "changed"
    return same_day and written and not _said(line)


def _said(line: HistoryLine) -> str:
    state = to_facts(line.after) if line.after else {}
    return str(state.get("reason") or state.get("outcome") or "")


def _words(line: HistoryLine) -> str:
    said, what = _said(line), line.action.capitalize()
    if line.action == "changed" and line.after and to_facts(line.after).get("due_on"):
        what = f"Changed; due {to_facts(line.after)['due_on']}"
    return f"{what}: {said}" if said else what
