"""The last question before a draft is published: this is what changes for the auditor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.reading import ReadingPane
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS, _LINES = 84, 20


class PublishDialog(RoomyDialog):
    """Shows what changes and asks whether to publish; the safe answer has the focus.

    Args:
        tool: The draft.
        changes: What changes, as HTML.
        theme: Type and colours.
        parent: The window that it stands over.
    """

    def __init__(
        self, tool: AuditTool, changes: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Publish")
        self.changes = ReadingPane(theme, "What changes for the auditor")
        self.changes.show_html(lambda: changes)
        self.publish = primary_button("Publish", self.accept)
        leave = button("Not yet", self.reject)
        leave.setDefault(True)
        box = self.body
        box.addWidget(label(f"Publish version {tool.version} of {tool.title}?", "heading"))
        box.addWidget(
            label(
                "New rounds will use it from now on. It never changes after that; rounds and"
                " audits that have begun stay with the version they have."
            )
        )
        box.addWidget(self.changes, 1)
        self.end_with(row(None, leave, self.publish))
        self.resize(self.minimumWidth(), self.fontMetrics().lineSpacing() * _LINES + 180)
        leave.setFocus()
