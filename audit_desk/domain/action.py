"""An action: what will change for the child because of what an audit found.

An action is named by its difference for the child, has a role as its owner and a day by which it
is done, and ends only with what showed that practice changed, or with the reason for dropping it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from audit_desk.domain.due_dates import Timeliness, day_timeliness, day_words, near_words

SOON_DAYS = 7
"""So many days before its date an action is due soon."""

OWNER_ROLES = (
    "Allocated worker",
    "Team manager",
    "Service manager",
    "Head of service",
    "Independent reviewing officer",
    "Child protection chair",
    "Missing from home coordinator",
    "Quality assurance lead",
    "Virtual school",
    "Police",
    "Health",
)
"""Who usually owns an action; a role stays when people change, a name does not."""


class ActionState(StrEnum):
    """How an action stands."""

    OPEN = "open"
    DONE = "done"
    """Something showed that practice changed."""
    DROPPED = "dropped"
    """Given up, for a reason that is on record."""

    @property
    def label(self) -> str:
        """The state in words."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """What is said of an action; each field may still be empty while it is being written.

    Attributes:
        change: What will change for the child.
        owner: The role that sees to it.
        due_on: By when; ``None`` while nobody said.
    """

    change: str = ""
    owner: str = ""
    due_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said at all."""
        return not (self.change.strip() or self.owner.strip() or self.due_on)

    @property
    def is_complete(self) -> bool:
        """Whether all three are said."""
        return bool(self.change.strip() and self.owner.strip() and self.due_on)


@dataclass(frozen=True, slots=True)
class Action:
    """An action of a round.

    Attributes:
        id: A UUID.
        round_id: The round it belongs to.
        draft: What will change, who sees to it, by when.
        state: How it stands.
        outcome: What showed that practice changed, or why it was dropped; empty while open.
        audit_id: The audit in which it was written; empty for one that was added by hand.
        question_id: The question whose answer asked for it; empty with ``audit_id``.
        created_by: Who wrote it.
        created_at: UTC.
        changed_at: When anything of it last changed, UTC.
        ended_by: Who recorded that it is done or dropped; empty while open.
        ended_at: UTC; ``None`` while open.
    """

    id: str
    round_id: str
    draft: ActionDraft
    state: ActionState
    outcome: str
    audit_id: str
    question_id: str
    created_by: str
    created_at: datetime
    changed_at: datetime
    ended_by: str = ""
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.state is ActionState.OPEN


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer that an action responds to."""

    audit_id: str
    reference: str
    question_id: str
    wording: str = ""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action with where it comes from.

    Attributes:
        action: The action.
        round_name: Its round.
        findings: The answers that it responds to, by reference; none for one added by hand.
    """

    action: Action
    round_name: str
    findings: tuple[Finding, ...] = field(default=())

    @property
    def references(self) -> tuple[str, ...]:
        """The files that it comes from, each once."""
        return tuple(dict.fromkeys(finding.reference for finding in self.findings))


def timeliness(action: Action, today: date) -> Timeliness:
    """Return how an action stands against its day; one that has ended is neither due nor late."""
    due = action.draft.due_on if action.is_open else None
    return day_timeliness(due, today, soon=SOON_DAYS)


def overdue(action: Action, today: date) -> bool:
    """Whether an action is open and its day has passed."""
    return timeliness(action, today) is Timeliness.OVERDUE


def due_words(action: Action, today: date) -> str:
    """Return an action's day in words, and how late or near it is; empty without one."""
    due = action.draft.due_on
    return "" if due is None else day_words(due, today, timeliness(action, today))


def standing_words(action: Action, today: date) -> str:
    """Return how an action stands: ``Overdue by 9 days``, ``Due tomorrow``, ``Open``, ``Done``."""
    how, due = timeliness(action, today), action.draft.due_on
    if due is None or how is Timeliness.NONE:
        return action.state.label
    near = near_words(due, today, how)
    return f"Due {near}" if how is Timeliness.SOON else near.capitalize()


def by_urgency(lines: Sequence[ActionLine]) -> list[ActionLine]:
    """Return actions as they are worked on.

    Open ones by their day, so that late ones come first, then those without a day, then the
    ended ones; the order does not depend on the present day.
    """
    states = tuple(ActionState)
    return sorted(
        lines,
        key=lambda line: (
            states.index(line.action.state),
            line.action.draft.due_on or date.max,
            line.action.created_at,
            line.action.id,
        ),
    )
