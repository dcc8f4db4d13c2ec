"""Saying by when files are to be read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.ui.screens.round.audits.due_field import DueField
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 52

SetDue = Callable[[date | None], object]
"""Sets the day, or takes it away; raises ``UserError`` where it cannot."""


class DueDialog(RoomyDialog):
    """Asks for the day.

    Args:
        files: The files, in words: "3 files".
        today: The local date.
        set_due: Sets it; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self,
        files: str,
        today: Callable[[], date],
        set_due: SetDue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Set the due date")
        self._set_due = set_due
        self.due = DueField("Empty takes the date away.", today)
        """The day."""
        self.fault = label("", "error")
        """What stands in the way."""
        box = self.body
        box.addWidget(label(f"By when {files} to be read", "heading"))
        box.addWidget(self.due)
        done, leave = primary_button("Set the date", self.accept), button("Cancel", self.reject)
        done.setDefault(True)
        leave.setAutoDefault(False)
        self.end_with(row(None, leave, done), self.fault)
        self.due.setFocus()

    def accept(self) -> None:
        """Set the day; stay where that is refused."""
        try:
            day = self.due.day()
        except UserError:
            return  # the field says why
        try:
            self._set_due(day)
        except UserError as refused:
            self.fault.setText(str(refused))
            self.fault.show()
            return
        super().accept()
