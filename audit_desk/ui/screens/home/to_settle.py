"""The line of Home that says how much two readings of a file differ in that nobody settled.

Readings are compared beside the window's own work, once each. The line's place is kept meanwhile,
so that nothing moves when it is known; until then no number is told.
"""

from collections.abc import Callable

from audit_desk.errors import UserError
from audit_desk.ui.screens.home.ports import HomePort, NeedLine
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.task_runner import TaskRunner

Changed = Callable[[RowButton, RowButton], object]
"""Told which line is to be put in the place of which."""


class ToSettle:
    """Knows what the line is to say, and has the readings compared.

    Args:
        port: Knows what was compared.
        tasks: Runs the comparing.
        on_moderate: Opens what a round's readings differ in, by the round's id.
        on_changed: Puts a line in the place of the one that was shown.
    """

    def __init__(
        self,
        port: HomePort,
        tasks: TaskRunner,
        on_moderate: Callable[[str], object],
        on_changed: Changed,
    ) -> None:
        self._port = port
        self._tasks = tasks
        self._on_moderate = on_moderate
        self._on_changed = on_changed
        self._is_comparing = False
        self._shown: RowButton | None = None

    def line(self) -> RowButton | None:
        """Return the line as it is now, ``None`` where nothing is to be said.

        Where readings were not compared yet, that begins.
        """
        if self._port.readings_compared():
            found = self._port.to_settle()
            self._shown = self._found(found) if found else None
        else:
            self._shown = _words("Comparing second readings…", "What is to be settled follows")
            self._compare()
        return self._shown

    def _compare(self) -> None:
        if self._is_comparing:
            return
        self._is_comparing = True
        self._tasks.run(
            lambda progress: self._port.compare_readings(progress.report),
            title="Comparing second readings",
            on_done=lambda _done: self._compared(),
            on_failed=self._failed,
            on_cancelled=self._ended,
            quiet=True,
        )

    def _ended(self) -> None:
        self._is_comparing = False

    def _compared(self) -> None:
        self._ended()
        if not self._port.readings_compared():
            self._compare()  # another was submitted meanwhile
            return
        found = self._port.to_settle()
        nothing = "Nothing is left to settle", "Between two readings of a file"
        self._show(self._found(found) if found else _words(*nothing))

    def _failed(self, error: Exception) -> None:
        self._ended()
        why = str(error) if isinstance(error, UserError) else "Nothing in them was changed."
        said = "Second readings could not be compared"
        line = RowButton(said, why, "Try again", None, self._again)
        line.setToolTip(f"{said}. {why}")
        self._show(line)

    def _again(self) -> None:
        line = self._shown
        again = self.line()
        if line is not None and again is not None:
            self._on_changed(line, again)

    def _show(self, line: RowButton) -> None:
        before, self._shown = self._shown, line
        if before is not None:
            self._on_changed(before, line)

    def _found(self, need: NeedLine) -> RowButton:
        return RowButton(
            need.title, need.note, "Moderate", None, lambda: self._on_moderate(need.round_id)
        )


def _words(title: str, note: str) -> RowButton:
    """Return a line that leads nowhere, as high as one that does."""
    made = RowButton(title, note, "", None, lambda: None)
    made.setEnabled(False)
    return made
