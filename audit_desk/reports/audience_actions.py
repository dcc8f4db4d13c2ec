"""What follows from a round, for one audience."""

from collections.abc import Iterator, Sequence

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.passages import PassageKind
from audit_desk.domain.shareable import Shareable, ShareableAction
from audit_desk.reports.actions import counted_states
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
from audit_desk.reports.words import in_order, sentence

_CHANGE = Column("What will change for the child", 50)
_FILES = Column("Files that it comes from", 50)
_COLUMNS = (
    Column("Owner", 20),
    Column("Due", 16),
    Column("State", 14),
)
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
    blocks = listed_for(shared.actions) or [Text("No action is recorded for this round.")]
    return Section("actions-of-round", place, "Actions", tuple(blocks))


def earlier_section(place: str, shared: Shareable) -> Section:
    """Say what became of the actions of earlier rounds."""
    blocks = listed_for(shared.earlier_actions) or [
        Text("No actions from earlier rounds are recorded in this register.")
    ]
    return Section("actions", place, "Earlier actions", tuple(blocks))


def listed_for(lines: tuple[ShareableAction, ...], *, is_short: bool = False) -> list[Block]:
    """Return actions as tables, those without their wording apart; nothing of none.

    Args:
        lines: The actions.
        is_short: Whether those without their wording are counted alone.
    """
    if not lines:
        return []
    counted = counted_states([line.state for line in lines])
    blocks: list[Block] = [Text(counted, Role.BODY if is_short else Role.LEAD)]
    worded = [line for line in lines if line.change]
    if worded:
        blocks.append(Table((_CHANGE, *_COLUMNS), tuple(_row(line) for line in worded)))
    if len(worded) < len(lines):
        blocks += _unreleased([line for line in lines if not line.change], not worded, not is_short)
    ended = tuple(
        Passage(line.state.label, f"{sentence(line.change)} {sentence(line.outcome)}")
        for line in worded
        if line.outcome
    )
    if ended:
        blocks.append(Passages("What became of them", ended))
    return blocks


def _unreleased(
    lines: Sequence[ShareableAction], is_all: bool, names_files: bool
) -> Iterator[Block]:
    """Yield actions of which no wording leaves: to those who have to act, where to find it."""
    them = "they say" if is_all else f"{len(lines)} of them say"
    if len(lines) == 1:
        them = "it says" if is_all else "one of them says"
    named = [line for line in lines if line.references and names_files]
    register = " The register has it, under these files:" if named else ""
    yield Text(f"What {them} is not released for this report.{register}")
    if named:
        yield Table((_FILES, *_COLUMNS), tuple((_files(line), *_rest(line)) for line in named))


def _row(line: ShareableAction) -> tuple[str, ...]:
    files = f" ({_files(line)})" if line.references else ""
    return (f"{line.change.strip()}{files}", *_rest(line))


def _files(line: ShareableAction) -> str:
    names = line.references
    more = f" and {len(names) - _MOST_REFERENCES} more" if len(names) > _MOST_REFERENCES else ""
    return f"{in_order(names[:_MOST_REFERENCES])}{more}"


def _rest(line: ShareableAction) -> tuple[str, ...]:
    due = short_day(line.due_on) if line.due_on else "Not said"
    return (line.owner or "No role named", due, line.state.label)
