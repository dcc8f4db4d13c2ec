"""What the Actions page asks of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from audit_desk.domain.action import ActionDraft, ActionLine
from audit_desk.domain.round import Round
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.table import RemembersColumns


class ActionsPort(Protocol):
    """The actions of the register, and what can be recorded of them.

    Each recording raises ``UserError`` where something that it needs is not said.
    """

    def today(self) -> date:
        """Return the local date."""

    def lines(self) -> Sequence[ActionLine]:
        """Return all actions as they are worked on: overdue first."""

    def rounds(self) -> Sequence[Round]:
        """Return the rounds, newest first."""

    def owners(self) -> Sequence[str]:
        """Return the roles that can own an action."""

    def story(self, action_id: str) -> Sequence[tuple[datetime, str, str]]:
        """Return what happened to an action: when, who, what; oldest first."""

    def create(self, round_id: str, draft: ActionDraft) -> str:
        """Add an action by hand and return its id."""

    def change(self, action_id: str, draft: ActionDraft, reason: str) -> None:
        """Change an open action; another day needs its reason."""

    def done(self, action_id: str, evidence: str) -> None:
        """Record what showed that practice changed."""

    def drop(self, action_id: str, reason: str) -> None:
        """Give an action up."""

    def reopen(self, action_id: str, reason: str) -> None:
        """Open an action again."""

    def identifiers(self, lines: Sequence[ActionLine]) -> Sequence[str]:
        """Return what in these actions looks as if it names somebody, in sentences."""

    def write_list(self, lines: Sequence[ActionLine], target: Path) -> int:
        """Write these actions in the form that the file's ending names; return how many."""


@dataclass(frozen=True, slots=True)
class ActionsDesk:
    """What surrounds the page.

    Attributes:
        theme: Its colours.
        icons: Where icons come from.
        errors: Shows errors.
        prompts: Asks where to save.
        open_audit: Opens an audit by its id.
        go_rounds: Shows the rounds.
        documents: The folder in which a person expects their files.
        memory: Keeps column widths.
    """

    theme: Theme
    icons: Icons
    errors: ShowsErrors
    prompts: Prompts
    open_audit: Callable[[str], object]
    go_rounds: Callable[[], object]
    documents: Callable[[], Path]
    memory: RemembersColumns | None = None
