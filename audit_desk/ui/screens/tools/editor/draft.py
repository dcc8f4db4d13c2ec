"""The draft in the editor's hands: every step kept for undo, every change saved soon."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_edit import ToolPath
from audit_desk.errors import UserError

_PAUSE_MS = 700
"""So long a pause in typing ends a step and saves it."""
_MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class _Step:
    tool: AuditTool
    path: ToolPath


class EditedDraft(QObject):
    """One draft while it is edited.

    Args:
        tool: The draft as the register has it.
        save: Saves it; it is on disk when that returns.

    Signals:
        changed: Typing has made it another tool; whoever takes a step of another kind, or
            takes one back, shows it.
        saved: It is on disk as it stands.
        not_saved: It could not be saved; the error. It is kept and tried again.
    """

    changed = Signal()
    saved = Signal()
    not_saved = Signal(object)

    def __init__(self, tool: AuditTool, save: Callable[[AuditTool], object]) -> None:
        super().__init__()
        self._tool = tool
        self._save = save
        self._saved = tool
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._key: object = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def tool(self) -> AuditTool:
        """The draft as it stands, typed words and all."""
        return self._tool

    @property
    def is_saved(self) -> bool:
        """Whether the register has it as it stands."""
        return self._tool == self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future)

    def apply(self, tool: AuditTool, path: ToolPath, typed: object = None) -> None:
        """Take a change on.

        Args:
            tool: The tool after it.
            path: The item that was changed, where undoing leads back to.
            typed: What is being typed in, for a change that goes on from the one before;
                ``None`` for a step of its own, which is saved at once.
        """
        if tool == self._tool:
            return
        goes_on = typed is not None and typed == self._key and self._since.elapsed() < _PAUSE_MS
        if not goes_on:
            self._past = [*self._past[-_MOST_STEPS:], _Step(self._tool, path)]
        self._key = typed
        self._since.start()
        self._future = []
        self._tool = tool
        if typed is None:
            self.keep()
            return
        self.changed.emit()
        self._timer.start()

    def end_step(self) -> None:
        """What is typed next is a step of its own."""
        self._key = None

    def undo(self) -> ToolPath | None:
        """Take the last step back; return the item that it changed."""
        return self._go(self._past, self._future)

    def redo(self) -> ToolPath | None:
        """Take a step again that was taken back; return the item that it changes."""
        return self._go(self._future, self._past)

    def _go(self, origin: list[_Step], target: list[_Step]) -> ToolPath | None:
        if not origin:
            return None
        step = origin.pop()
        target.append(_Step(self._tool, step.path))
        self._key = None
        self._tool = step.tool
        self.keep()
        return step.path

    def keep(self) -> bool:
        """Save it now if it is not saved; tell whether it is on disk."""
        self._timer.stop()
        if self.is_saved:
            return True
        try:
            self._save(self._tool)
        except UserError as error:
            self.not_saved.emit(error)
            return False
        self._saved = self._tool
        self.saved.emit()
        return True
