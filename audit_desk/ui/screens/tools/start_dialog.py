"""Copying a tool: into its next version, or into a tool of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.answers.radio_option import RadioOption
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import column, holder
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 66

Start = Callable[[str, str], object]
"""Starts the draft, from an id and a title; both are empty for the next version."""


class StartDialog(FormDialog):
    """Asks which of the two; what is wrong stands beside its field.

    Args:
        tool: What is copied.
        start: Starts the draft; the dialog stays open where it raises ``UserError``.
        theme: Colours.
        parent: The window it stands over.
    """

    def __init__(
        self, tool: AuditTool, start: Start, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("Copy and change", "Copy and change", parent, _CHARS)
        self._start = start
        self.next_version = RadioOption("The next version of this tool", theme)
        self.other_tool = RadioOption("Another tool, with an id of its own", theme)
        self.id = QLineEdit()
        self.id.setPlaceholderText("for example child-in-need")
        self.title = QLineEdit(f"{tool.title} (copy)")
        self.id_field = Field(
            "Id", self.id, "Small letters, figures and hyphens. It never changes."
        )
        self._own = holder(column(self.id_field, Field("Title", self.title), spacing=12))
        self.next_version.setChecked(True)
        self._lay_out(tool)
        self._show_own(own=False)
        self.other_tool.toggled.connect(lambda own: self._show_own(own=own))

    def _lay_out(self, tool: AuditTool) -> None:
        box = self.body
        box.addWidget(label(f"Copy {tool.title}, version {tool.version}", "heading"))
        kept = (
            "You change a draft. Rounds and audits that have begun keep the version they have,"
            " and no round uses the draft before you publish it."
        )
        box.addWidget(label(kept))
        box.addLayout(column(self.next_version, self.other_tool, spacing=4))
        box.addWidget(self._own)
        self.close_with(self.next_version)

    def _show_own(self, *, own: bool) -> None:
        self._own.setVisible(own)
        self.fault.hide()

    def do(self) -> bool:
        """Start the draft."""
        own = self.other_tool.isChecked()
        name = self.id.text().strip()
        if own and not name:
            self.id_field.set_error("Another tool needs an id.")
            self.id.setFocus()
            return False
        self._start(name if own else "", self.title.text() if own else "")
        return True

    def refuse(self, refused: UserError) -> None:
        """Say why it is refused, beside the id where there is one."""
        if self.other_tool.isChecked():
            self.id_field.set_error(str(refused))
        else:
            super().refuse(refused)
