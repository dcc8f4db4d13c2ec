"""Actions for the audit page that are kept in memory."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from audit_desk.domain.action import Action, ActionDraft, ActionState
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from tests.ui.fake_auditing import NOW

DRAFT = ActionDraft("Her worker knows of every episode.", "Team manager", date(2026, 6, 30))


def an_action(action_id: str = "a1", draft: ActionDraft = DRAFT) -> Action:
    return Action(action_id, "round-1", draft, ActionState.OPEN, "", "", "", "Ada", NOW, NOW)


@dataclass
class FakeActions:
    """Keeps what follows from answers, and can be made to fail."""

    kept: dict[str, FollowUp] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    fails: UserError | None = None

    def follow_ups(self, audit_id: str) -> dict[str, FollowUp]:
        return dict(self.kept)

    def keep(self, audit_id: str, follow_up: FollowUp, by: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.kept[follow_up.question_id] = follow_up

    def choices(self, audit_id: str) -> Sequence[Action]:
        return self.actions

    def owners(self) -> Sequence[str]:
        return ("Allocated worker", "Team manager")
