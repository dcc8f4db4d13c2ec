"""A dialog that asks for something, does it, and stays where that is refused."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label


class FormDialog(RoomyDialog):
    """Fields, a button that does what they say, and one that leaves.

    A subclass puts its fields into ``body`` between ``__init__`` and ``close_with``, and says in
    ``do`` what its button does. Where a refusal belongs beside a field, it says so in ``refuse``.

    Args:
        title: The window's title.
        action: The verb of its button.
        parent: The window it stands over.
        chars: The width of its texts, in characters.
    """

    def __init__(self, title: str, action: str, parent: QWidget | None, chars: int) -> None:
        super().__init__(parent, chars)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fault = label("", "error")
        """What stands in the way."""
        self.do_button = primary_button(action, self.accept)
        """Does it."""

    def close_with(self, first: QWidget, count: QWidget | None = None) -> None:
        """Put the buttons below, and the focus on the first field.

        Args:
            first: The field.
            count: What stands at the left of the buttons.
        """
        leave = button("Cancel", self.reject)
        leave.setAutoDefault(False)
        self.do_button.setDefault(True)
        self.end_with(row(count, None, leave, self.do_button), self.fault)
        first.setFocus()

    def do(self) -> bool | None:
        """Do what is asked.

        Returns:
            ``False`` where it is not done, and a field says already what it lacks.

        Raises:
            UserError: It is refused.
        """
        raise NotImplementedError

    def refuse(self, refused: UserError) -> None:
        """Say why it is refused."""
        self.fault.setText(str(refused))
        self.fault.show()

    def accept(self) -> None:
        """Do it; stay where that is refused."""
        self.fault.hide()
        try:
            if self.do() is False:
                return
        except UserError as refused:
            self.refuse(refused)
            return
        super().accept()
