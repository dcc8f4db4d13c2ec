"""Creating a round: its name, why it is done, and the tool that it uses."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.errors import UserError
from audit_desk.services.rounds import LONGEST_NAME
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 62
_PURPOSE_LINES = 4

Create = Callable[[str, str, str | None], object]
"""Creates a round from name, purpose and tool id; raises ``UserError`` where it cannot."""


def newest_published(tools: Sequence[AuditTool]) -> list[AuditTool]:
    """Return the newest published version of each tool: what a new round can be given."""
    newest: dict[str, AuditTool] = {}
    for tool in tools:
        if tool.status is ToolStatus.PUBLISHED:
            held = newest.get(tool.id)
            newest[tool.id] = tool if held is None or tool.version > held.version else held
    return list(newest.values())


class NewRoundDialog(FormDialog):
    """Asks for a round's name, purpose and tool; what is wrong stands beside its field.

    Args:
        tools: The tools to choose from.
        create: Creates the round; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self, tools: Sequence[AuditTool], create: Create, parent: QWidget | None = None
    ) -> None:
        super().__init__("New round", "Create round", parent, _CHARS)
        self._create = create
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._purpose = QPlainTextEdit()
        self._purpose.setTabChangesFocus(True)
        self._tool = QComboBox()
        for tool in tools:
            self._tool.addItem(f"{tool.title}, version {tool.version}", tool.id)
        self.name_field = Field("Name", self._name, "For example “Spring 2026”.")
        """The name with what is wrong with it."""
        self._lay_out()

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        self._purpose.setFixedHeight(metrics.lineSpacing() * _PURPOSE_LINES + 2 * GRID)
        box = self.body
        box.addWidget(label("New round", "heading"))
        box.addWidget(self.name_field)
        why = "Why these files are read; the report prints it. You may leave it empty."
        box.addWidget(Field("Purpose", self._purpose, why))
        pinned = "The round keeps this version, even when the tool is changed later."
        box.addWidget(Field("Audit tool", self._tool, pinned))
        self.close_with(self._name)

    def do(self) -> None:
        """Create the round."""
        self._create(self._name.text(), self._purpose.toPlainText(), self._tool.currentData())

    def refuse(self, refused: UserError) -> None:
        """Say beside the name why it is refused."""
        self.name_field.set_error(str(refused))
        self._name.setFocus()
