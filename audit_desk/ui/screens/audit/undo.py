"""Undo for choices; a text field undoes its own typing."""

from dataclasses import dataclass, replace

from audit_desk.domain.audit import Answer, Judgement
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.follow_up import FollowUp

Item = Answer | Judgement | FollowUp | Contribution
"""What a choice is made on."""


@dataclass(frozen=True, slots=True)
class Change:
    """One choice: how its answer or judgement stood before it, and after it."""

    before: Item
    after: Item

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


class Undo:
    """The choices of one visit to an audit, newest last."""

    def __init__(self) -> None:
        self._past: list[Change] = []
        self._future: list[Change] = []

    def remember(self, before: Item, after: Item) -> None:
        """Keep a choice; whatever was undone before it cannot be done again."""
        self._past.append(Change(before, after))
        self._future.clear()

    def back(self) -> Change | None:
        """Return the change that takes the last choice back; ``None`` when there is none."""
        if not self._past:
            return None
        change = self._past.pop()
        self._future.append(change)
        return change.reversed()

    def forward(self) -> Change | None:
        """Return the last undone choice, to be done again; ``None`` when there is none."""
        if not self._future:
            return None
        change = self._future.pop()
        self._past.append(change)
        return change


def applied(change: Change, now: Item) -> Item:
    """Return ``now`` with what the change chose, and everything else as it stands.

    Texts that were written since the choice are kept.
    """
    if isinstance(change.after, FollowUp):
        return change.after
    if isinstance(now, Contribution) and isinstance(change.after, Contribution):
        to = change.after
        return replace(now, invited=to.invited, took_part=to.took_part, changed=to.changed)
    if isinstance(now, Judgement) and isinstance(change.after, Judgement):
        return replace(now, grade=change.after.grade, suggested=change.after.suggested)
    if (
        isinstance(now, Answer)
        and isinstance(change.before, Answer)
        and isinstance(change.after, Answer)
    ):
        before, after = change.before.parts, change.after.parts
        chosen = {part for part in {*before, *after} if before.get(part) != after.get(part)}
        kept = {part: text for part, text in now.parts.items() if part not in chosen}
        restored = {part: after[part] for part in chosen if part in after}
        return replace(
            now,
            value=change.after.value,
            absence=change.after.absence,
            parts=kept | restored,
        )
    return now
