"""The cases page's data from the services of the open register."""

from collections.abc import Sequence
from pathlib import Path

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import CaseEvent
from audit_desk.services.desk import Desk
from audit_desk.ui.task_runner import Progress


class DeskCases:
    """The cases of an open register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self) -> int:
        """Return how many cases there are."""
        return self._desk.cases.count()

    def load(self, progress: Progress) -> Sequence[Case]:
        """Return all cases by reference; on a worker's thread."""
        progress.report(0, 0, "Opening the register")
        with self._desk.on_this_thread() as desk:
            return desk.cases.all()

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        """Return what other lists say of a child, the latest first."""
        return self._desk.cases.events(case_id)

    def lists(self, case_id: str) -> Sequence[str]:
        """Return the names of the lists that a child stands on."""
        return self._desk.cases.lists(case_id)

    def write_csv(self, target: Path, progress: Progress) -> int:
        """Write all cases and return how many; on a worker's thread."""
        progress.report(0, 0, target.name)
        with self._desk.on_this_thread() as desk:
            return desk.cases.write_csv(target)
