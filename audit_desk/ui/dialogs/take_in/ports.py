"""What the dialogs of packs that come back ask of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audit_desk.services.case_table import Progress
from audit_desk.services.conflict_words import Versions
from audit_desk.services.conflicts import Choice, Conflict
from audit_desk.services.merging import MergePreview, MergeResult
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.task_runner import TaskRunner
from audit_desk.ui.theme import Theme


class TakeInPort(Protocol):
    """Taking packs in; each is called on a worker's thread."""

    def look(self, path: Path, passphrase: str, progress: Progress) -> MergePreview:
        """Return what taking a pack in would change.

        Raises:
            UserError: It is no pack of this register, or cannot be read.
        """

    def apply(self, preview: MergePreview, progress: Progress) -> MergeResult:
        """Take in what a preview showed; cancelled, the register is as before.

        Raises:
            UserError: The register has changed since, or cannot be written.
        """


class ConflictPort(Protocol):
    """Audits of which there are two versions."""

    def waiting(self) -> Sequence[Conflict]:
        """Return those that wait for a choice, oldest first."""

    def versions(self, conflict: Conflict) -> Versions:
        """Return both versions, and what differs."""

    def choose(self, conflict: Conflict, choice: Choice, reason: str) -> None:
        """Let one version stand.

        Raises:
            UserError: No reason is given, or it cannot be chosen any more.
        """


@dataclass(frozen=True)
class TakeInDesk:
    """What surrounds the dialogs.

    Attributes:
        tasks: Runs what takes longer than a moment.
        prompts: Asks for files.
        icons: The icons.
        theme: Colours.
        documents: Where files are looked for first.
        choose: Opens the choice between two versions.
    """

    tasks: TaskRunner
    prompts: Prompts
    icons: Icons
    theme: Theme
    documents: Path
    choose: Callable[[], object]
