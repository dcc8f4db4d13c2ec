"""Saying by when files are to be read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from audit_desk.errors import UserError
from audit_desk.ui.screens.round.audits.due_field import DueField
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 52

SetDue = Callable[[date | None], object]
"""Sets the day, or takes it away; raises ``UserError`` where it cannot."""


class DueDialog(FormDialog):
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
        super().__init__("Set the due date", "Set the date", parent, _CHARS)
        self._set_due = set_due
        self.due = DueField("Empty takes the date away.", today)
        """The day."""
        box = self.body
        box.addWidget(label(f"By when {files} to be read", "heading"))
        box.addWidget(self.due)
        self.close_with(self.due)

    def do(self) -> bool:
        """Set the day."""
        try:
            day = self.due.day()
        except UserError:
            return False  # the field says why
        self._set_due(day)
        return True
