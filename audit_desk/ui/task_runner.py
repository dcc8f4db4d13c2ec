"""The one owner of worker threads: progress, cancelling, failure and what comes after.

Work runs one piece after the other, each in a thread of its own; its callbacks run in the main
thread, where alone widgets may be touched. A piece that takes longer than 300 ms shows its
progress in a dialog over the window.
"""

import time
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from audit_desk.errors import BugError, Cancelled, UserError
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.widgets.progress import ProgressDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

T = TypeVar("T")

SHOW_AFTER_MS = 300
"""How long work may take before its progress is shown."""
_REPORT_EVERY = 0.05  # seconds; a report for each of 100,000 rows would drown the window


class Progress:
    """Handed to a piece of work, which reports to it and so learns that it was cancelled."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._cancelled = Event()
        self._last = 0.0

    def report(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is; cheap enough for every row.

        Args:
            done: How many units are done.
            total: How many there are; 0 while unknown.
            text: What is being done, for example "Reading rows".

        Raises:
            Cancelled: The person cancelled.
        """
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= _REPORT_EVERY:
            self._last = now
            self._tell(done, total, text)

    def cancel(self) -> None:
        """Let the next report raise."""
        self._cancelled.set()


class _Signals(QObject):
    """Carries news from the worker's thread into the main thread."""

    progressed = Signal(int, int, str)
    ended = Signal(object, object)


class _Work(QRunnable, Generic[T]):
    """Runs a job in a worker's thread and sends what came of it."""

    def __init__(self, job: Callable[[Progress], T], progress: Progress, signals: _Signals) -> None:
        super().__init__()
        self._job = job
        self._progress = progress
        self._signals = signals

    def run(self) -> None:
        """Run the job; whatever it raises is news, not a crash."""
        result: T | None = None
        error: BaseException | None = None
        try:
            self._progress.report(0, 0)
            result = self._job(self._progress)
        except BaseException as raised:  # noqa: BLE001 - every failure is shown in one place
            error = raised
        self._signals.ended.emit(result, error)


class _Task(QObject, Generic[T]):
    """One piece of work as the main thread sees it."""

    def __init__(
        self,
        runner: "TaskRunner",
        title: str,
        finish: Callable[[T | None, BaseException | None], None],
        *,
        cancellable: bool,
        quiet: bool,
    ) -> None:
        super().__init__(runner)
        self.signals = _Signals(self)
        self.progress = Progress(self.signals.progressed.emit)
        self._finish = finish
        self._title = title
        self._cancellable = cancellable
        self._dialog: ProgressDialog | None = None
        self._last = (0, 0, "")
        queued = Qt.ConnectionType.QueuedConnection
        self.signals.progressed.connect(self._progressed, queued)
        self.signals.ended.connect(self._ended, queued)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        if not quiet:
            self._timer.start(SHOW_AFTER_MS)

    def _show(self) -> None:
        runner = self.parent()
        window = runner.window if isinstance(runner, TaskRunner) else None
        self._dialog = ProgressDialog(
            self._title, self.progress.cancel if self._cancellable else None, window
        )
        self._dialog.set_progress(*self._last)
        self._dialog.open()

    def _progressed(self, done: int, total: int, text: str) -> None:
        self._last = (done, total, text)
        if self._dialog is not None:
            self._dialog.set_progress(done, total, text)

    def _ended(self, result: T | None, error: BaseException | None) -> None:
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None
        self._finish(result, error)
        self.deleteLater()


class TaskRunner(QObject):
    """Runs long work in the background.

    Args:
        errors: Where failures are shown.
    """

    busy_changed = Signal(bool)
    """Whether any work is under way or waiting."""

    def __init__(self, errors: ShowsErrors) -> None:
        super().__init__()
        self.window: QWidget | None = None
        """The window that progress is shown over."""
        self._errors = errors
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: list[_Task[object]] = []

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way or waiting."""
        return bool(self._tasks)

    def run(
        self,
        job: Callable[[Progress], T],
        *,
        title: str,
        on_done: Callable[[T], object],
        on_failed: Callable[[Exception], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
        cancellable: bool = True,
        quiet: bool = False,
    ) -> None:
        """Run a job in the background.

        Args:
            job: Runs in a worker's thread: it touches no widget and uses its own connection.
                It reports to the ``Progress`` that it is given.
            title: What is being done, for example "Importing the case list".
            on_done: Called in the main thread with the result.
            on_failed: Called in the main thread with every failure. It has then to show a
                ``UserError`` itself; faults of the program are shown for it.
            on_cancelled: Called in the main thread when the person cancelled.
            cancellable: Whether the person may cancel.
            quiet: Whether no dialog shows its progress: nobody asked for it, and the page that
                awaits it says so.
        """

        def finish(result: T | None, error: BaseException | None) -> None:
            self._forget(task)
            if isinstance(error, Cancelled):
                if on_cancelled is not None:
                    on_cancelled()
            elif error is not None:
                self._fail(error, on_failed)
            else:
                on_done(result)  # type: ignore[arg-type]

        task: _Task[T] = _Task(self, title, finish, cancellable=cancellable, quiet=quiet)
        self._tasks.append(task)  # type: ignore[arg-type]
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Work(job, task.progress, task.signals))

    def _forget(self, task: "_Task[T]") -> None:
        self._tasks.remove(task)  # type: ignore[arg-type]
        if not self._tasks:
            self.busy_changed.emit(False)

    def _fail(self, error: BaseException, on_failed: Callable[[Exception], object] | None) -> None:
        if on_failed is None or not isinstance(error, UserError):
            self._errors.show(error)
        if on_failed is not None:
            known = isinstance(error, Exception)
            on_failed(error if known else BugError("The work ended abruptly."))  # type: ignore[arg-type]

    def cancel_all(self) -> None:
        """Ask all work to stop at its next report."""
        for task in self._tasks:
            task.progress.cancel()

    def drain(self) -> None:
        """Wait until all work has ended and its callbacks have run; the window keeps painting."""
        loop = QEventLoop()
        while self._tasks:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
