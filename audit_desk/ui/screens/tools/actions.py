"""What the buttons of the tools page do: copy, edit, discard, import, export."""

from collections.abc import Callable

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.errors import UserError
from audit_desk.ui.prompts import Question
from audit_desk.ui.screens.tools.ports import FILES, ToolsDesk, file_name
from audit_desk.ui.screens.tools.start_dialog import StartDialog
from audit_desk.ui.screens.tools.view import ToolsView
from audit_desk.ui.theme import Theme


class ToolActions:
    """Acts on the tool that is shown.

    Args:
        view: The layout.
        desk: What the page works with.
        theme: Colours, for the dialog.
        refresh: Shows the tools anew, with one chosen.
        open_editor: Opens the editor on a draft.
    """

    def __init__(
        self,
        view: ToolsView,
        desk: ToolsDesk,
        theme: Theme,
        refresh: Callable[[AuditTool | None], object],
        open_editor: Callable[[AuditTool], object],
    ) -> None:
        self._view = view
        self._desk = desk
        self._theme = theme
        self._refresh = refresh
        self._open_editor = open_editor
        self._tool: AuditTool | None = None
        self._discarded: AuditTool | None = None
        for button, act in (
            (view.copy, self.copy),
            (view.edit, self.edit),
            (view.discard, self.discard),
            (view.undo, self.bring_back),
            (view.take_in, self.take_in),
            (view.export, self.export),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())

    @property
    def tool(self) -> AuditTool | None:
        """The tool that is shown."""
        return self._tool

    def show_for(self, tool: AuditTool | None) -> None:
        """Offer what can be done with a tool, or without one."""
        self._tool = tool
        draft = tool is not None and tool.status is ToolStatus.DRAFT
        self._view.edit.setVisible(draft)
        self._view.discard.setVisible(draft)
        self._view.copy.setVisible(tool is not None and not draft)
        self._view.export.setVisible(tool is not None)

    def copy(self) -> None:
        """Ask what the copy is to be, and open the editor on it."""
        if self._tool is None:
            return
        tool = self._tool

        def start(new_id: str, title: str) -> None:
            draft = self._desk.editing.start_draft(tool, self._desk.person(), new_id, title)
            self._tell("")
            self._refresh(draft)
            self._open_editor(draft)

        StartDialog(tool, start, self._theme, self._view.window()).open()

    def edit(self) -> None:
        """Open the editor on the draft."""
        if self._tool is not None:
            self._tell("")
            self._open_editor(self._tool)

    def discard(self) -> None:
        """Ask, then take the draft out; it can be brought back."""
        if self._tool is None:
            return
        tool = self._tool
        question = Question(
            f"Discard the draft of {tool.title}, version {tool.version}?",
            "Nothing that is published changes. You can bring it back as long as this page is"
            " open; its text also stays in the register's history.",
            "Discard draft",
            harmful=True,
        )
        if not self._desk.prompts.confirm(question):
            return
        try:
            self._desk.editing.discard_draft(tool, self._desk.person())
        except UserError as error:
            self._desk.errors.show(error)
            return
        self._discarded = tool
        self._refresh(None)
        self._tell(f"Discarded the draft of {tool.title}, version {tool.version}.", undo=True)

    def bring_back(self) -> None:
        """Bring back the draft that was discarded last."""
        if self._discarded is None:
            return
        try:
            self._desk.editing.restore_draft(self._discarded, self._desk.person())
        except UserError as error:
            self._desk.errors.show(error)
            return
        self._tell("")
        self._refresh(self._discarded)

    def take_in(self) -> None:
        """Ask for a file and take it in as a draft."""
        prompts = self._desk.prompts
        path = prompts.open_file("Import audit tool", FILES, self._desk.documents)
        if path is None:
            return
        try:
            tool = self._desk.exchange.bring_in(path, self._desk.person())
        except UserError as error:
            self._desk.errors.show(error)
            return
        self._refresh(tool)
        self._tell(
            f"{tool.title}, version {tool.version}, is here as a draft. Read it, then publish it"
            " from the editor."
        )

    def export(self) -> None:
        """Write the tool into a file."""
        if self._tool is None:
            return
        start = self._desk.documents / file_name(self._tool)
        path = self._desk.prompts.save_file("Export audit tool", FILES, start)
        if path is None:
            return
        try:
            self._desk.exchange.write(self._tool, path)
        except UserError as error:
            self._desk.errors.show(error)
            return
        self._tell(f"Written to {path.name}. Whoever imports it gets a draft of the same text.")

    def _tell(self, text: str, *, undo: bool = False) -> None:
        self._view.notice.set_message(text)
        self._view.notice.setVisible(bool(text))
        self._view.undo.setVisible(undo)
