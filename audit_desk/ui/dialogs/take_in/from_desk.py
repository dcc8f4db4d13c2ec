"""Packs that come back to the open register."""

from collections.abc import Sequence
from pathlib import Path

from audit_desk.services.case_table import Progress
from audit_desk.services.conflict_words import Versions
from audit_desk.services.conflicts import Choice, Conflict
from audit_desk.services.desk import Desk
from audit_desk.services.merging import MergePreview, MergeResult


class DeskTakeIn:
    """Taking packs in, on a connection of the worker's own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._person = desk.settings.person()

    def look(self, path: Path, passphrase: str, progress: Progress) -> MergePreview:
        """Return what taking a pack in would change."""
        with self._desk.on_this_thread() as desk:
            return desk.merging.look(path, passphrase, progress)

    def apply(self, preview: MergePreview, progress: Progress) -> MergeResult:
        """Take in what a preview showed."""
        with self._desk.on_this_thread() as desk:
            return desk.merging.apply(preview, self._person, progress)


class DeskConflicts:
    """Audits of the open register of which there are two versions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def waiting(self) -> Sequence[Conflict]:
        """Return those that wait for a choice."""
        return self._desk.conflicts.waiting()

    def versions(self, conflict: Conflict) -> Versions:
        """Return both versions, and what differs."""
        return self._desk.conflicts.versions(conflict)

    def choose(self, conflict: Conflict, choice: Choice, reason: str) -> None:
        """Let one version stand."""
        self._desk.conflicts.choose(conflict, choice, reason, self._desk.settings.person())
