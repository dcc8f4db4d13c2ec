"""What the list of rounds asks of the rest of the application."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.round import Round
from audit_desk.domain.verify_draw import Verification
from audit_desk.services.rounds import RoundLine
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.widgets.table import RemembersColumns


class RoundsPort(Protocol):
    """The rounds of the register."""

    def lines(self) -> tuple[RoundLine, ...]:
        """Return all rounds, newest first, with their progress."""

    def create(self, name: str, *, by: str, tool_id: str | None = None, purpose: str = "") -> Round:
        """Create a round.

        Raises:
            UserError: The name is blank, too long or taken, or there is no such tool.
        """


class ToolsPort(Protocol):
    """The audit tools that a round can be given."""

    def available(self) -> tuple[AuditTool, ...]:
        """Return every version of every tool that can be read."""

    def newest(self) -> AuditTool:
        """Return the newest published version of the first tool.

        Raises:
            UserError: There is none that can be read; why not.
        """


@dataclass(frozen=True)
class RoundsDesk:
    """What surrounds the list of rounds.

    Attributes:
        icons: Where icons come from.
        errors: Where failures are shown.
        prompts: Asks for files.
        tasks: Runs what takes longer than a moment.
        person: Who sits here.
        open_round: Shows a round, by its id.
        verify_files: Runs a draw again from its receipt's file and a list; no register is
            needed, so it runs in a worker's thread as it is.
        documents: Where files are looked for first.
        memory: Keeps column widths; ``None`` forgets them.
        take_in: Takes in a pack; calls back when something came in.
    """

    icons: Icons
    errors: ShowsErrors
    prompts: Prompts
    tasks: TaskRunner
    person: Callable[[], str]
    open_round: Callable[[str], object]
    verify_files: Callable[[Path, Path], Verification]
    documents: Callable[[], Path]
    memory: RemembersColumns | None = None
    take_in: Callable[[Callable[[], object]], object] = lambda _changed: None
