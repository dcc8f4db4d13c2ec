"""Recording who was told about a concern, when, and what they answered."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from audit_desk.domain.concern import Concern
from audit_desk.domain.settings import EscalationContact
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.concern.concern_form import told_at
from audit_desk.ui.screens.audit.concern.contact_list import ContactList
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 76


class ConcernContactDialog(FormDialog):
    """The council's contacts, and a record of one telling.

    Args:
        concern: The concern.
        contacts: Whom to tell, in the order in which to try them.
        save: Records who, when (UTC) and the answer; what it refuses is shown here.
        now: The present moment, with its zone.
        parent: The window.
    """

    def __init__(
        self,
        concern: Concern,
        contacts: Sequence[EscalationContact],
        save: Callable[[str, datetime, str], object],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Record who was told", "Record", parent, _CHARS)
        self._save, self._now = save, now
        self.who, self.when = QLineEdit(), QLineEdit()
        self.answer = QPlainTextEdit()
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(self.fontMetrics().height() * 4 + 16)
        self.contacts = ContactList(contacts)
        self.contacts.picked.connect(self._name)
        self._who_field = Field("Who was told", self.who, "Their role is enough.")
        self._when_field = Field("When", self.when, "A time alone is today's.")
        self.when.setText(f"{now().astimezone():%d/%m/%Y %H:%M}")
        self._lay_out(concern)

    def _lay_out(self, concern: Concern) -> None:
        layout = self.body
        layout.setSpacing(12)
        layout.addWidget(label(f"Who was told about {concern.reference}?", "heading"))
        layout.addWidget(label(concern.cause))
        layout.addWidget(
            label("Audit Desk has told nobody and sends nothing: ring them yourself.", "strong")
        )
        layout.addWidget(self.contacts)
        fields = row(self._who_field, self._when_field, spacing=2 * GRID)
        fields.setStretch(0, 1)
        layout.addLayout(fields)
        layout.addWidget(Field("What they answered, and what will happen now", self.answer))
        self.close_with(self.who)

    def _name(self, told: str) -> None:
        self.who.setText(told)
        self.answer.setFocus()

    def do(self) -> bool:
        """Record what was typed, or say what is missing."""
        self._who_field.clear_error()
        self._when_field.clear_error()
        if not self.who.text().strip():
            self._who_field.set_error("Say who was told: their role is enough.")
            self.who.setFocus()
            return False
        try:
            at = told_at(self.when.text(), self._now().astimezone())
        except UserError as error:
            self._when_field.set_error(str(error))
            self.when.setFocus()
            return False
        self._save(self.who.text().strip(), at, self.answer.toPlainText().strip())
        return True
