"""The work behind the import's window, done in a worker's thread one piece after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from audit_desk.services.case_import import ImportRequest
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import ListHead
from audit_desk.services.list_look import ListLook
from audit_desk.ui.dialogs.import_cases.ports import ImportPort, Tell
from audit_desk.ui.task_runner import Progress, TaskRunner

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at the top of a list."""

    head: ListHead
    look: ListLook


class ImportWork(QObject):
    """Reads, looks and brings in; only what was asked for last is told.

    Args:
        port: Does it.
        runner: Runs it, with progress that can be cancelled.
        parent: Qt's owner.
    """

    sheets_read = Signal(object)
    """The lists of a file: a tuple of ``SheetInfo``."""
    looked = Signal(object)
    """A ``Looked``."""
    columns_judged = Signal(object)
    """A ``ListLook``: the same list after another choice."""
    read = Signal(object)
    """An ``ImportPreview``: the whole list was read."""
    brought_in = Signal(object)
    """An ``ImportResult``: the register has changed."""
    failed = Signal(object)
    """An exception; nothing has changed."""
    cancelled = Signal()

    def __init__(self, port: ImportPort, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._runner = runner
        self._turn = 0
        self._saving = False
        self._previewed: ImportPreview | None = None
        self._request: ImportRequest | None = None

    @property
    def previewed(self) -> ImportPreview | None:
        """What the list that was read last would do."""
        return self._previewed

    @property
    def is_saving(self) -> bool:
        """Whether a list is being brought in."""
        return self._saving

    def has_read(self, request: ImportRequest) -> bool:
        """Return whether the list was read just so."""
        return self._previewed is not None and self._request == request

    def open(self, file: Path) -> None:
        """Read which lists a file holds."""
        self.forget()
        self._run(
            lambda _tell: self._port.sheets(file), f"Opening {file.name}", self.sheets_read.emit
        )

    def look(self, request: ImportRequest) -> None:
        """Look at the top of a list."""

        def job(tell: Tell) -> Looked:
            return Looked(self._port.head(request), self._port.look(request, tell))

        self._run(job, f"Looking at {request.file.name}", self.looked.emit)

    def judge(self, request: ImportRequest) -> None:
        """Look at the columns again after a choice."""
        self._run(
            lambda tell: self._port.look(request, tell),
            "Looking at the columns",
            self.columns_judged.emit,
        )

    def read_list(self, request: ImportRequest) -> None:
        """Read the whole list; what was read before is shown until then, and forgotten."""
        self._request = None

        def done(previewed: ImportPreview) -> None:
            before = self._previewed
            self._previewed, self._request = previewed, request
            self.read.emit(previewed)
            if before is not None:
                self._port.discard(before)

        self._run(
            lambda tell: self._port.preview(request, tell),
            f"Reading {request.file.name}",
            done,
            stale=self._port.discard,
        )

    def bring_in(self) -> None:
        """Save what was read."""
        previewed = self._previewed
        if previewed is None or self._request is None or self._saving:
            return
        self._saving = True
        self._run(
            lambda tell: self._port.apply(previewed, tell),
            "Bringing in the list",
            self.brought_in.emit,
            word="Saving",
        )

    def forget(self) -> None:
        """Forget what was read, and what is still being read."""
        self._turn += 1
        if self._previewed is not None:
            self._port.discard(self._previewed)
        self._previewed = self._request = None

    def _run(
        self,
        job: Callable[[Tell], T],
        title: str,
        done: Callable[[T], object],
        *,
        stale: Callable[[T], object] = lambda _result: None,
        word: str = "Reading",
    ) -> None:
        self._turn += 1
        turn = self._turn

        def work(progress: Progress) -> T:
            return job(lambda number, total: progress.report(number, total, word))

        def end(tell: Callable[[], object], otherwise: Callable[[], object]) -> None:
            if turn == self._turn:
                self._saving = False
                tell()
            else:
                otherwise()

        self._runner.run(
            work,
            title=title,
            on_done=lambda result: end(lambda: done(result), lambda: stale(result)),
            on_failed=lambda error: end(lambda: self.failed.emit(error), lambda: None),
            on_cancelled=lambda: end(self.cancelled.emit, lambda: None),
        )
