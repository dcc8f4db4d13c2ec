"""What follows from a round, for one audience."""

from audit_desk.domain.action import ActionState
from audit_desk.domain.due_dates import short_day
from audit_desk.domain.passages import PassageKind
from audit_desk.domain.shareable import Shareable, ShareableAction
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    Column,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.words import in_order, listed, opening, sentence

_COLUMNS = (
    Column("What will change for the child", 50),
    Column("Owner", 20),
    Column("Due", 16),
    Column("State", 14),
)
_UNRELEASED = "Wording not released"
_MOST_REFERENCES = 6


def recommendations_section(place: str, shared: Shareable) -> Section:
    """Give the lead's recommendations that are released."""
    found = shared.quoted(PassageKind.RECOMMENDATION)
    block: Block = (
        Bullets(tuple(each.text for each in found))
        if found
        else Text("The lead has released no recommendation for this report.")
    )
    return Section("recommendations", place, "Recommendations", (block,))


def actions_section(place: str, shared: Shareable) -> Section:
    """List the actions of this round."""
    blocks = _listed(shared.actions) or [Text("No action is recorded for this round.")]
    return Section("actions-of-round", place, "Actions", tuple(blocks))


def earlier_section(place: str, shared: Shareable) -> Section:
    """Say what became of the actions of earlier rounds."""
    blocks = _listed(shared.earlier_actions) or [
        Text("No actions from earlier rounds are recorded in this register.")
    ]
    return Section("actions", place, "Earlier actions", tuple(blocks))


def _listed(lines: tuple[ShareableAction, ...]) -> list[Block]:
    if not lines:
        return []
    states = [line.state for line in lines]
    found = [f"{states.count(state)} {state.value}" for state in ActionState if state in states]
    blocks: list[Block] = [Text(f"{opening(len(lines), 'action')}: {listed(found)}.", Role.LEAD)]
    worded = [line for line in lines if line.change or line.references]
    if worded:
        blocks.append(Table(_COLUMNS, tuple(_row(line) for line in worded)))
    if len(worded) < len(lines):
        rest = "What they say" if not worded else f"What {len(lines) - len(worded)} of them say"
        blocks.append(Text(f"{rest} is not released for this report."))
    ended = tuple(
        Passage(line.state.label, f"{sentence(line.change)} {sentence(line.outcome)}")
        for line in worded
        if line.outcome and line.change
    )
    if ended:
        blocks.append(Passages("What became of them", ended))
    return blocks


def _row(line: ShareableAction) -> tuple[str, ...]:
    due = short_day(line.due_on) if line.due_on else "Not said"
    names = line.references
    more = f" and {len(names) - _MOST_REFERENCES} more" if len(names) > _MOST_REFERENCES else ""
    files = f" ({in_order(names[:_MOST_REFERENCES])}{more})" if names else ""
    change = f"{line.change.strip() or _UNRELEASED}{files}"
    return (change, line.owner or "No role named", due, line.state.label)
