"""Actions: what will change, who sees to it and by when; and what became of earlier ones.

Whether an action is overdue depends on the day of reading, so the report gives the day alone.
"""

from collections.abc import Callable, Sequence

from audit_desk.domain.action import ActionLine, ActionState
from audit_desk.domain.due_dates import short_day
from audit_desk.domain.findings import Findings
from audit_desk.reports.blocks import Block, Column, Passage, Passages, Role, Section, Table, Text
from audit_desk.reports.words import date, listed, opening, sentence

_COLUMNS = (
    Column("What will change for the child", 50),
    Column("Owner", 20),
    Column("Due", 16),
    Column("State", 14),
)
_MOST_REFERENCES = 6


def actions_section(number: str, findings: Findings) -> Section:
    """List the actions of this round."""
    lines = findings.actions
    blocks: list[Block] = [Text(_lead(lines), Role.LEAD)]
    if lines:
        blocks.append(
            Text(
                "An action is done only when somebody has recorded what showed that practice "
                "changed; a later sample is the test of it."
            )
        )
        blocks += listed_actions(lines)
    return Section("actions-of-round", number, "Actions", tuple(blocks))


def prior_actions_section(number: str, findings: Findings) -> Section:
    """Say what became of the actions of earlier rounds."""
    lines = findings.earlier_actions
    blocks: list[Block]
    if not lines:
        blocks = [
            Text(
                "No actions from earlier rounds are recorded in this register, so this report "
                "cannot say whether practice has changed because of them."
            )
        ]
    else:
        blocks = [Text(_lead(lines), Role.LEAD), *listed_actions(lines)]
    return Section("actions", number, "Earlier actions", tuple(blocks))


def _lead(lines: Sequence[ActionLine]) -> str:
    if not lines:
        return "No action is recorded for this round."
    return counted_states([line.action.state for line in lines])


def counted_states(states: Sequence[ActionState]) -> str:
    """Say how many actions there are and how they stand: ``3 actions: 2 open and 1 done``."""
    counts = [f"{states.count(state)} {state.value}" for state in ActionState if state in states]
    actions = opening(len(states), "action")
    if len(counts) == 1:
        every = "all " if len(states) > 1 else ""
        return f"{actions}, {every}{states[0].value}."
    return f"{actions}: {listed(counts)}."


def came_from(line: ActionLine) -> str:
    """Return the files that an action comes from, in brackets; empty where it comes from none."""
    names = line.references
    if not names:
        return ""
    more = f" and {len(names) - _MOST_REFERENCES} more" if len(names) > _MOST_REFERENCES else ""
    return f"({', '.join(names[:_MOST_REFERENCES])}{more})"


def listed_actions(
    lines: Sequence[ActionLine], origin: Callable[[ActionLine], str] = came_from
) -> list[Block]:
    """Return actions as a table, and what became of those that ended; nothing of none.

    Args:
        lines: The actions.
        origin: What stands behind each, to say where it comes from.
    """
    if not lines:
        return []
    rows = tuple(_row(line, origin(line)) for line in lines)
    blocks: list[Block] = [Table(_COLUMNS, rows)]
    ended = [line for line in lines if not line.action.is_open]
    if ended:
        blocks.append(Passages("What became of them", tuple(_ended(line) for line in ended)))
    return blocks


def _row(line: ActionLine, origin: str) -> tuple[str, ...]:
    draft = line.action.draft
    due = short_day(draft.due_on) if draft.due_on else "Not said"
    change = f"{draft.change.strip()} {origin}".rstrip()
    return (change, draft.owner or "Not said", due, line.action.state.label)


def _ended(line: ActionLine) -> Passage:
    action = line.action
    when = f" on {date(action.ended_at)}" if action.ended_at else ""
    who = f" by {action.ended_by}" if action.ended_by else ""
    lead = f"{action.state.label}{when}{who}"
    return Passage(lead, f"{sentence(action.draft.change)} {sentence(action.outcome)}")
