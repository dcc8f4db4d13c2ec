"""Actions, a line each: what will change, who sees to it, by when, how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from audit_desk.domain.action import ActionLine, ActionState, due_words, standing_words, timeliness
from audit_desk.domain.due_dates import Timeliness, short_day
from audit_desk.ui.tokens import Colours
from audit_desk.ui.widgets.grade_chip import NOTHING
from audit_desk.ui.widgets.row_model import Column, RowModel

DUE_COLUMN, STATE_COLUMN = 2, 3
"""Where day and state stand; a delegate paints them as late or near."""
_STATES = tuple(ActionState)
_UNSAID = "Not said yet"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as the table shows it.

    Attributes:
        line: The action with where it comes from.
        due: Its day and how late or near that is, in words.
        state: How it stands in a few words: open, overdue by so much, due in so much, done.
        timeliness: The same as a sign.
    """

    line: ActionLine
    due: str
    state: str
    timeliness: Timeliness

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.line.action.is_open


def action_rows(lines: Iterable[ActionLine], today: date) -> list[ActionRow]:
    """Return actions as rows, in the order given."""
    return [_row(line, today) for line in lines]


def action_model() -> RowModel[ActionRow]:
    """Return the model of the actions' table."""
    return RowModel(
        (
            Column(
                "What will change for the child",
                lambda row: " ".join(row.line.action.draft.change.split()) or _UNSAID,
                tip=lambda row: row.line.action.draft.change,
            ),
            Column("Owner", lambda row: row.line.action.draft.owner or _UNSAID),
            Column(
                "Due",
                lambda row: short_day(due) if (due := row.line.action.draft.due_on) else NOTHING,
                sort_key=lambda row: row.line.action.draft.due_on or date.max,
            ),
            Column(
                "State",
                lambda row: row.state,
                sort_key=lambda row: (
                    _STATES.index(row.line.action.state),
                    row.line.action.draft.due_on or date.max,
                ),
            ),
            Column(
                "From",
                lambda row: f"{from_words(row)} · {row.line.round_name}",
                tip=lambda row: ", ".join(row.line.references),
            ),
        )
    )


def _row(line: ActionLine, today: date) -> ActionRow:
    action = line.action
    state, how = standing_words(action, today), timeliness(action, today)
    return ActionRow(line, due_words(action, today), state, how)


def from_words(row: ActionRow) -> str:
    """Return the files that an action comes from, in a few words."""
    references = row.line.references
    if not references:
        return "Added by hand"
    more = len(references) - 1
    return f"{references[0]} and {more} more" if more else references[0]


def action_ink(row: ActionRow, colours: Colours) -> str | None:
    """Return the colour of a day that has passed or is near; one that ended is quiet."""
    if not row.is_open:
        return colours.muted
    inks = {Timeliness.OVERDUE: colours.danger, Timeliness.SOON: colours.warning}
    return inks.get(row.timeliness)
