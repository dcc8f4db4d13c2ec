"""A dialog that asks for something, with a few words why, and stays where that is refused."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from audit_desk.errors import UserError
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS, _LINES = 60, 3


class AskingDialog(RoomyDialog):
    """Title, what it is for, whatever is asked, and a button that does it.

    A subclass puts its fields into ``body`` between ``__init__`` and ``close_with``, and says in
    ``do`` what its button does.

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
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.reason = QPlainTextEdit()
        """What is written."""
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * GRID)
        self.fault = label("", "error")
        """What stands in the way."""
        self.do_button = primary_button(action, self.accept)
        """Does it."""
        self.body.addWidget(label(heading or title, "heading"))
        self.body.addWidget(label(about))

    def close_with(self, first: QWidget) -> None:
        """Put the buttons below, and the focus on the first field."""
        leave = button("Cancel", self.reject)
        leave.setAutoDefault(False)
        self.do_button.setDefault(True)
        self.end_with(row(None, leave, self.do_button), self.fault)
        first.setFocus()

    def do(self) -> None:
        """Do what is asked.

        Raises:
            UserError: It is refused.
        """
        raise NotImplementedError

    def accept(self) -> None:
        """Do it; stay where that is refused."""
        try:
            self.do()
        except UserError as refused:
            self.fault.setText(str(refused))
            self.fault.show()
            self.reason.setFocus()
            return
        super().accept()
