"""The steps of the editor that change which items there are, and in what order."""

from collections.abc import Callable

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_edit import ToolPath, duplicate, move, remove
from audit_desk.domain.tool_names import uses_of
from audit_desk.ui.screens.tools.editor.draft import EditedDraft
from audit_desk.ui.screens.tools.editor.items import add, noun_of
from audit_desk.ui.screens.tools.editor.outline import parent_of
from audit_desk.ui.screens.tools.editor.view import EditorView

_NAMED = 2
"""The most places that are named where something that they rest on goes: they share one line."""


class Steps:
    """Adds, copies, moves and removes the item that is chosen, and takes steps back.

    Args:
        draft: The draft.
        view: The layout.
        show: Shows the draft with an item chosen.
    """

    def __init__(
        self, draft: EditedDraft, view: EditorView, show: Callable[[ToolPath], object]
    ) -> None:
        self._draft = draft
        self._view = view
        self._show = show

    def add(self, noun: str = "") -> None:
        """Add an item below or beside the one chosen, and lead into its form."""
        path = self._view.tree.path
        added = add(noun or noun_of(path), self._draft.tool, path)
        if added is not None:
            self._take(added.tool, added.path)
            self._view.forms.focus_field()

    def duplicate(self) -> None:
        """Put a copy of the item after it."""
        if len(self._view.tree.path) > 1:
            self._take(*duplicate(self._draft.tool, self._view.tree.path))

    def shift(self, by: int) -> None:
        """Move the item up or down."""
        if len(self._view.tree.path) > 1:
            self._take(*move(self._draft.tool, self._view.tree.path, by))

    def remove(self) -> None:
        """Remove the item; what rested on it is told, and it can be undone."""
        path = self._view.tree.path
        if len(path) <= 1:
            return
        uses = uses_of(self._draft.tool, path)
        last = int(path[-1])
        near: ToolPath = (*path[:-1], last - 1) if last else (parent_of(path) or ())
        self._take(remove(self._draft.tool, path), near)
        named = " and ".join(uses) if len(uses) <= _NAMED else f"{len(uses)} places"
        rested = f" {named[:1].upper()}{named[1:]} rested on it: see the faults." if uses else ""
        self._view.saved.setText(f"Removed; Ctrl+Z brings it back.{rested}")

    def _take(self, tool: AuditTool, path: ToolPath) -> None:
        self._draft.apply(tool, self._view.tree.path)
        self._show(path)

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._draft.undo())

    def redo(self) -> None:
        """Take a step again."""
        self._go(self._draft.redo())

    def _go(self, path: ToolPath | None) -> None:
        if path is not None:
            self._show(path)
