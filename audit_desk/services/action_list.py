"""Actions as a list that a spreadsheet opens, and as plain JSON types."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from audit_desk.domain.action import ActionLine, overdue
from audit_desk.domain.csv_text import csv_bytes, no_formula
from audit_desk.services.findings_json import action_facts
from audit_desk.services.whole_file import write_whole

_HEAD = (
    "What will change for the child",
    "Owner",
    "Due",
    "State",
    "Overdue",
    "What showed it, or why dropped",
    "Files",
    "Questions",
    "Round",
    "Written by",
    "Written on",
    "Ended by",
    "Ended on",
    "ID",
)


def write_actions_csv(lines: Sequence[ActionLine], target: Path, today: date) -> int:
    """Write actions, one a row, and return how many.

    Raises:
        UserError: The file cannot be written.
    """
    rows = ([no_formula(cell) for cell in _row(line, today)] for line in lines)
    write_whole(csv_bytes([_HEAD, *rows]), target)
    return len(lines)


def action_to_json(line: ActionLine, today: date) -> dict[str, Any]:
    """Return one action as plain JSON types."""
    action = line.action
    return action_facts(line) | {
        "overdue": overdue(action, today),
        "created_by": action.created_by,
        "created_at": action.created_at.isoformat(),
        "ended_by": action.ended_by,
        "ended_at": action.ended_at.isoformat() if action.ended_at else None,
    }


def _row(line: ActionLine, today: date) -> tuple[str, ...]:
    action = line.action
    ended = action.ended_at
    return (
        action.draft.change,
        action.draft.owner,
        action.draft.due_on.isoformat() if action.draft.due_on else "",
        action.state.label,
        "Yes" if overdue(action, today) else "No",
        action.outcome,
        ", ".join(line.references),
        ", ".join(dict.fromkeys(each.question_id for each in line.findings)),
        line.round_name,
        action.created_by,
        action.created_at.astimezone().date().isoformat(),
        action.ended_by,
        ended.astimezone().date().isoformat() if ended else "",
        action.id,
    )
