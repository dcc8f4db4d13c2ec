"""Actions for their page, kept in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from audit_desk.domain.action import (
    Action,
    ActionDraft,
    ActionLine,
    ActionState,
    Finding,
    by_urgency,
)
from audit_desk.domain.round import Round
from audit_desk.errors import UserError

TODAY = date(2026, 6, 1)
AT = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
SPRING = Round("spring", "Spring 2026", "", "complex-safeguarding", 1, AT)
AUTUMN = Round("autumn", "Autumn 2025", "", "complex-safeguarding", 1, AT)


def line(
    action_id: str,
    draft: ActionDraft,
    round_: Round = SPRING,
    findings: tuple[Finding, ...] = (),
) -> ActionLine:
    """Return an open action."""
    action = Action(
        action_id, round_.id, draft, ActionState.OPEN, "", "", "", "Alex Morgan", AT, AT
    )
    return ActionLine(action, round_.name, findings)


_WORDING = "Did police, health and the people who know the child best contribute?"
LATE = line(
    "late",
    ActionDraft(
        "Health is at every strategy meeting, so that her injuries are understood.",
        "Service manager",
        date(2026, 5, 18),
    ),
    findings=(
        Finding("audit-1", "CST-0142", "ST2", _WORDING),
        Finding("audit-2", "CST-0087", "ST2", _WORDING),
    ),
)
SOON = line(
    "soon",
    ActionDraft(
        "His worker knows of every missing episode by the next morning.",
        "Team manager",
        date(2026, 6, 4),
    ),
    findings=(Finding("audit-2", "CST-0087", "RH3", "Did what the child said change anything?"),),
)
LATER = line(
    "later",
    ActionDraft("Children see their own plan and can say what is wrong.", "Team manager"),
)
DONE = line(
    "done",
    ActionDraft("Supervision asks about each child's day.", "Team manager", date(2026, 3, 1)),
    AUTUMN,
)
DONE = replace(
    DONE,
    action=replace(
        DONE.action,
        state=ActionState.DONE,
        outcome="In six records read in March, five describe the child's day.",
        ended_by="Robin Hale",
        ended_at=AT,
    ),
)
LINES = (LATE, SOON, LATER, DONE)


@dataclass
class FakeActionList:
    """Keeps actions, and notes what was recorded of them."""

    kept: list[ActionLine] = field(default_factory=list)
    every_round: Sequence[Round] = (SPRING, AUTUMN)
    did: list[tuple[str, ...]] = field(default_factory=list)
    named: tuple[str, ...] = ()

    def today(self) -> date:
        return TODAY

    def lines(self) -> Sequence[ActionLine]:
        return by_urgency(self.kept)

    def rounds(self) -> Sequence[Round]:
        return self.every_round

    def owners(self) -> Sequence[str]:
        return ("Service manager", "Team manager")

    def story(self, action_id: str) -> Sequence[tuple[datetime, str, str]]:
        return ((AT, "Alex Morgan", f"Planned {action_id}"),)

    def create(self, round_id: str, draft: ActionDraft) -> str:
        _refuse(draft.owner)
        self.kept.append(line("new", draft, SPRING if round_id == SPRING.id else AUTUMN))
        return "new"

    def change(self, action_id: str, draft: ActionDraft, reason: str) -> None:
        self.did.append(("change", action_id, reason))
        self._put(action_id, draft=draft)

    def done(self, action_id: str, evidence: str) -> None:
        _refuse(evidence)
        self.did.append(("done", action_id, evidence))
        self._put(action_id, state=ActionState.DONE, outcome=evidence, ended_at=AT)

    def drop(self, action_id: str, reason: str) -> None:
        _refuse(reason)
        self._put(action_id, state=ActionState.DROPPED, outcome=reason, ended_at=AT)

    def reopen(self, action_id: str, reason: str) -> None:
        _refuse(reason)
        self._put(action_id, state=ActionState.OPEN, outcome="", ended_at=None)

    def identifiers(self, lines: Sequence[ActionLine]) -> tuple[str, ...]:
        del lines
        return self.named

    def write_list(self, lines: Sequence[ActionLine], target: Path) -> int:
        self.did.append(("list", target.name, *(each.action.id for each in lines)))
        return len(lines)

    def _put(self, action_id: str, **changed: object) -> None:
        self.kept = [
            replace(each, action=replace(each.action, **changed))  # type: ignore[arg-type]
            if each.action.id == action_id
            else each
            for each in self.kept
        ]


def _refuse(text: str) -> None:
    if not text.strip():
        raise UserError("Nothing is said.")
