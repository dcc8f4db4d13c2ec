"""What handing out asks of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from audit_desk.domain.pack import PackKind
from audit_desk.services.pack_order import PackMade, PackPreview, ShareLine
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.task_runner import TaskRunner


@dataclass(frozen=True, slots=True, repr=False)
class Wanted:
    """What the person chose.

    Attributes:
        share: Whose files.
        target: The new file.
        passphrase: The pack's own.
        due_on: By when it is to be handed back.
        note: The cover note.
    """

    share: ShareLine
    target: Path
    passphrase: str
    due_on: date | None
    note: str


class HandOutPort(Protocol):
    """The packs of one round."""

    @property
    def round_name(self) -> str:
        """The round's name."""

    @property
    def lead(self) -> str:
        """Who hands out: the cover note may say how they are reached."""

    def shares(self) -> Sequence[ShareLine]:
        """Return everybody's files in the round."""

    def preview(self, person: str, kind: PackKind) -> PackPreview:
        """Return what a pack for somebody would hold."""

    def refuse(self, preview: PackPreview) -> None:
        """Refuse a pack that cannot be made.

        Raises:
            UserError: Nothing waits for that person, or they may not read one of the files.
        """

    def new_phrase(self) -> str:
        """Return a new passphrase of everyday words."""

    def make(self, wanted: Wanted, progress: Callable[[int, int], None]) -> PackMade:
        """Write the pack; it runs in a worker's thread.

        Raises:
            UserError: It cannot be made; then nothing is handed out.
            Cancelled: The person cancelled.
        """


@dataclass(frozen=True, slots=True)
class HandOutDesk:
    """What surrounds the dialog.

    Attributes:
        icons: Where icons come from.
        prompts: Asks for the file.
        tasks: Writes the pack.
        today: The local date.
        folder: Where the file goes unless the person says otherwise.
    """

    icons: Icons
    prompts: Prompts
    tasks: TaskRunner
    today: Callable[[], date]
    folder: Path
