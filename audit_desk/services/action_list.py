"""Actions as a list that a spreadsheet opens, and as plain JSON types."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from audit_desk.domain.action import ActionLine, overdue
from audit_desk.errors import UserError
from audit_desk.services.findings_json import action_facts

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_actions_csv(lines: Sequence[ActionLine], target: Path, today: date) -> int:
    """Write actions, one a row, and return how many.

    Raises:
        UserError: The file cannot be written.
    """
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_HEAD)
            for line in lines:
                writer.writerow([_safe(cell) for cell in _row(line, today)])
    except OSError as fault:
        raise UserError(f"{target} cannot be written.", "Choose another folder.") from fault
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


def _safe(cell: str) -> str:
    """Keep a spreadsheet from reckoning with what somebody wrote."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
