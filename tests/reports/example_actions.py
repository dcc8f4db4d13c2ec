"""The actions of the invented round, and of the one before it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from audit_desk.domain.action import Action, ActionDraft, ActionLine, ActionState, Finding

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _action(number: int, change: str, owner: str, days: int) -> Action:
    due = (BEGAN + timedelta(days=days)).date()
    at = BEGAN + timedelta(days=8)
    draft = ActionDraft(change, owner, due)
    return Action(
        f"action-{number}", "round-1", draft, ActionState.OPEN, "", "", "", "A. Farouk", at, at
    )


def make_actions() -> tuple[ActionLine, ...]:
    change = "Health is at every strategy meeting, so that a child's injuries are understood."
    both = (Finding("a", "CST-0004", "ST2"), Finding("b", "CST-0011", "ST2"))
    later = _action(2, "Children who come back are asked what would keep them safe.", "Police", 60)
    return (
        ActionLine(_action(1, change, "Service manager", 40), "Spring 2026", both),
        ActionLine(later, "Spring 2026"),
        ActionLine(replace(later, id="action-3", draft=ActionDraft("", "Health")), "Spring 2026"),
    )


def make_earlier_actions() -> tuple[ActionLine, ...]:
    made = _action(4, "Interviews are offered within a day of return.", "Team manager", -40)
    ended = replace(
        made,
        state=ActionState.DONE,
        outcome="In eight of nine files read in January the offer came the next morning.",
        ended_by="M. Lindqvist",
        ended_at=BEGAN - timedelta(days=30),
    )
    return (ActionLine(ended, "Autumn 2025"),)
