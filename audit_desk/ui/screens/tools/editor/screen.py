"""What the editor does: take changes on, show what comes of them, publish."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_edit import ToolPath, item_at, put
from audit_desk.domain.tool_names import rename
from audit_desk.errors import UserError
from audit_desk.services.tool_checks import ToolFault
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.screens.tools.changes_text import changes_html
from audit_desk.ui.screens.tools.editor.draft import EditedDraft
from audit_desk.ui.screens.tools.editor.items import can_add
from audit_desk.ui.screens.tools.editor.keys import bind_keys
from audit_desk.ui.screens.tools.editor.outline import outline
from audit_desk.ui.screens.tools.editor.publish_dialog import PublishDialog
from audit_desk.ui.screens.tools.editor.steps import Steps
from audit_desk.ui.screens.tools.editor.view import EditorView
from audit_desk.ui.screens.tools.ports import FILES, ToolsDesk, file_name
from audit_desk.ui.widgets.focus import lead_focus

_PAUSE_MS = 150
"""So long a pause in typing has all that follows from it shown."""


class ToolEditor(QWidget):
    """Edits one draft.

    Args:
        tool: The draft.
        desk: What the editor works with.
        look: Theme and icons.
        reader: What the preview of a question needs.
        done: Called when the draft is published and the editor is of no more use.
    """

    def __init__(
        self,
        tool: AuditTool,
        desk: ToolsDesk,
        look: Look,
        reader: Desk,
        done: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._done = done
        self._before = desk.editing.earlier(tool)
        self.draft = EditedDraft(tool, lambda each: desk.editing.save_draft(each, desk.person()))
        """The draft, for tests and pictures."""
        self.view = EditorView(look, reader)
        """The layout, for tests and pictures."""
        self.steps = Steps(self.draft, self.view, self._show)
        """What adds, moves and removes items, for tests and pictures."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.show_consequences)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self._connect()
        bind_keys(self)
        lead_focus(self, self.view.tree)
        if desk.memory is not None:
            desk.memory.remember_splitter("tool-editor", self.view.splitter)
            desk.memory.remember_splitter("tool-editor-pair", self.view.pair)
        self.show_draft(())
        self.show_consequences()

    def _connect(self) -> None:
        view, draft = self.view, self.draft
        view.tree.chosen.connect(self._on_chosen)
        view.forms.given.connect(self._on_given)
        view.forms.settled.connect(self._on_settled)
        view.faults.chosen.connect(self.go_to_fault)
        view.tabs.currentChanged.connect(lambda _number: self.show_consequences())
        draft.changed.connect(lambda: self.show_draft(view.tree.path))
        draft.saved.connect(self._show_saved)
        draft.not_saved.connect(self._show_trouble)
        for button, act in (
            (view.undo, self.steps.undo),
            (view.redo, self.steps.redo),
            (view.export, self.export),
            (view.publish, self.ask_to_publish),
            (view.duplicate, self.steps.duplicate),
            (view.remove, self.steps.remove),
            (view.up, lambda: self.steps.shift(-1)),
            (view.down, lambda: self.steps.shift(1)),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        for noun, action in view.adds.items():
            action.triggered.connect(lambda _checked=False, noun=noun: self.steps.add(noun))
        view.add_button.menu().aboutToShow.connect(self._offer_adding)

    @property
    def tool(self) -> AuditTool:
        """The draft as it stands."""
        return self.draft.tool

    def show_draft(self, path: ToolPath) -> None:
        """Show the draft with an item chosen; what follows from it comes after a pause."""
        view, tool = self.view, self.tool
        view.tree.show_lines(outline(tool), path)
        self._show_item()
        view.undo.setEnabled(self.draft.can_undo)
        view.redo.setEnabled(self.draft.can_redo)
        self._show_saved()
        self._soon.start()

    def _show(self, path: ToolPath) -> None:
        self.show_draft(path)
        self.show_consequences()

    def show_consequences(self) -> None:
        """Show the preview, the faults and the changes of the draft as it stands."""
        self._soon.stop()
        view, tool = self.view, self.tool
        faults = self._desk.editing.faults(tool)
        view.faults.show_faults(faults)
        view.tree.show_faulty({fault.path for fault in faults})
        view.publish.setEnabled(not faults)
        view.publish.setToolTip("Put the faults right first" if faults else "")
        here = view.tree.path
        view.forms.show_faults([fault.sentence for fault in faults if fault.path == here])
        if view.tabs.currentWidget() is view.preview:
            view.preview.show_item(tool, here)
        else:
            html = self._changes()
            view.changes.show_html(lambda: html)

    def _changes(self) -> str:
        if self._before is None:
            return changes_html((), None)
        return changes_html(self._desk.editing.changes(self._before, self.tool), self._before)

    def _show_item(self) -> None:
        view, path = self.view, self.view.tree.path
        view.forms.show_item(self.tool, path)
        is_item = len(path) > 1
        for each in (view.duplicate, view.remove, view.up, view.down):
            each.setEnabled(is_item)

    def _offer_adding(self) -> None:
        for noun, action in self.view.adds.items():
            action.setEnabled(can_add(noun, self.tool, self.view.tree.path))

    def _on_chosen(self, _path: ToolPath) -> None:
        self.draft.end_step()
        self._show_item()
        self.show_consequences()

    def _on_given(self, path: ToolPath, fields: Mapping[str, object], typed: str) -> None:
        if "id" in fields:
            tool = rename(self.tool, path, str(fields["id"]))
        else:
            tool = put(self.tool, path, replace(item_at(self.tool, path), **fields))
        self.draft.apply(tool, path, (path, typed))

    def _on_settled(self) -> None:
        self.draft.end_step()
        self.draft.keep()

    def go_to_fault(self, fault: ToolFault) -> None:
        """Choose the item of a fault and lead to its field."""
        self.view.tree.choose(fault.path)
        self._show_item()
        self.show_consequences()
        self.view.forms.focus_field(fault.sentence)

    def next_fault(self) -> None:
        """Lead to the next fault."""
        self.show_consequences()
        self.view.faults.next_fault()

    def export(self) -> None:
        """Write the draft into a file."""
        start = self._desk.documents / file_name(self.tool)
        path = self._desk.prompts.save_file("Export audit tool", FILES, start)
        if path is None:
            return
        try:
            self._desk.exchange.write(self.tool, path)
        except UserError as error:
            self._desk.errors.show(error)
            return
        self.view.saved.setText(f"Written to {path.name}.")

    def ask_to_publish(self) -> None:
        """Show what changes and ask whether to publish."""
        self.show_consequences()
        if not self.view.publish.isEnabled() or not self.draft.keep():
            return
        dialog = PublishDialog(self.tool, self._changes(), self._look.theme, self)
        dialog.accepted.connect(self.publish)
        dialog.open()

    def publish(self) -> None:
        """Publish the draft and leave the editor."""
        try:
            self._desk.editing.publish(self.tool, self._desk.person())
        except UserError as error:
            self._desk.errors.show(error)
            return
        self._done()

    def leave(self) -> bool:
        """Save what is typed; ``False`` where that failed."""
        return self.draft.keep()

    def _show_saved(self) -> None:
        self.view.saved.setText("All saved" if self.draft.is_saved else "Saving …")
        if self.draft.is_saved:
            self.view.trouble.hide()

    def _show_trouble(self, error: UserError) -> None:
        self.view.trouble.set_message(str(error), heading="The last change is not saved yet")
        self.view.trouble.show()
