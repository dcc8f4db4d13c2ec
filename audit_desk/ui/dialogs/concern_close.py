"""Recording that a child about whom there was a concern was seen or is safe."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from audit_desk.domain.concern import Concern
from audit_desk.domain.people import same_person
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 68


class ConcernCloseDialog(FormDialog):
    """Who saw the child, when, and who says so.

    Args:
        concern: The concern.
        person: Who is at this desk; taken as the one who records, unless they audited the file.
        save: Records the note and who says so; what it refuses is shown here.
        parent: The window.
    """

    def __init__(
        self,
        concern: Concern,
        person: str,
        save: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Record that the child was seen or is safe", "Record", parent, _CHARS)
        self._save = save
        auditor = concern.raised_by
        self.by, self.note = QLineEdit(), QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().height() * 5 + 16)
        if not same_person(person, auditor):
            self.by.setText(person)
        self._by_field = Field(
            "Recorded by", self.by, f"Someone other than the auditor, {auditor}. It goes on record."
        )
        self._note_field = Field(
            "Who saw the child, when, and what they know", self.note, "It cannot be changed later."
        )
        self._lay_out(concern)

    def _lay_out(self, concern: Concern) -> None:
        layout = self.body
        layout.setSpacing(12)
        layout.addWidget(label(f"{concern.reference}: seen, or known to be safe", "heading"))
        layout.addWidget(label(concern.cause))
        layout.addWidget(self._note_field)
        layout.addWidget(self._by_field)
        self.close_with(self.note)

    def do(self) -> bool:
        """Record what was typed, or say what is missing."""
        self._note_field.clear_error()
        self._by_field.clear_error()
        if not self.note.toPlainText().strip():
            self._note_field.set_error("Say who saw the child, and when.")
            self.note.setFocus()
            return False
        if not self.by.text().strip():
            self._by_field.set_error("Type the name of whoever records this.")
            self.by.setFocus()
            return False
        self._save(self.note.toPlainText().strip(), self.by.text().strip())
        return True
