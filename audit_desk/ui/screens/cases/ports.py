"""What the cases page asks of the rest of the application."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QSplitter

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent
from audit_desk.ui.task_runner import Progress


class CasesPort(Protocol):
    """The cases of the open register."""

    def count(self) -> int:
        """Return how many there are; called in the main thread."""

    def load(self, progress: Progress) -> Sequence[Case]:
        """Return all cases by reference; called in a worker's thread."""

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        """Return what other lists say of a child, the latest first; called in the main thread."""

    def lists(self, case_id: str) -> Sequence[str]:
        """Return the names of the lists that a child stands on; called in the main thread."""

    def write_csv(self, target: Path, progress: Progress) -> int:
        """Write all cases and return how many; called in a worker's thread.

        Raises:
            UserError: The file cannot be written.
        """


class RemembersCases(Protocol):
    """Keeps from one day to the next how a person arranged the page."""

    def remembered(self, key: str) -> str:
        """Return a text kept under a key, or an empty one."""

    def remember(self, key: str, text: str) -> None:
        """Keep a text under a key."""

    def remember_splitter(self, name: str, splitter: QSplitter) -> None:
        """Restore where a splitter stood, and keep every later change."""
