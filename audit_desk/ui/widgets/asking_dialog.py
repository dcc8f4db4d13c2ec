"""A dialog that asks for something, with a few words why."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from audit_desk.errors import UserError
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS, _LINES = 60, 3


class AskingDialog(FormDialog):
    """Title, what it is for, whatever is asked, and why.

    Args:
        title: The window's title, and its heading where no other is given.
        about: What it is for.
        action: The verb of its button.
        parent: The window it stands over.
        heading: The heading, where it says more than the title.
    """

    def __init__(
        self, title: str, about: str, action: str, parent: QWidget | None, *, heading: str = ""
    ) -> None:
        super().__init__(title, action, parent, _CHARS)
        self.reason = QPlainTextEdit()
        """What is written."""
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * GRID)
        self.body.addWidget(label(heading or title, "heading"))
        self.body.addWidget(label(about))

    def refuse(self, refused: UserError) -> None:
        """Say why it is refused; mostly the reason is missing."""
        super().refuse(refused)
        self.reason.setFocus()
