"""The interrupt for a child who may not be safe: whom to tell, and the record of telling."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from audit_desk.domain.concern import Concern
from audit_desk.ui.screens.audit.concern.concern_close import ConcernClose
from audit_desk.ui.screens.audit.concern.concern_form import ConcernForm
from audit_desk.ui.screens.audit.concern.concern_log import ConcernLog
from audit_desk.ui.screens.audit.concern.contact_list import ContactList
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.ports import Desk
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import frame, row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_PLAIN = (
    "Audit Desk has told nobody: it sends nothing. Tell one of these people now, by telephone"
    " or in person. If the child is in danger this minute, call 999 first."
)
_STAYS = (
    "The concern is on record and stays on top of Home until somebody other than the auditor"
    " records that the child was seen or is safe."
)
_UNRECORDED = (
    "The concern could not be put on record yet. Tell somebody all the same; recording it is"
    " tried again when you record who was told."
)


class ConcernPanel(QWidget):
    """One concern, over the whole page, until somebody goes on.

    Signals:
        went_on: Back to the reading.
        next_asked: The audit's next open concern.
    """

    went_on = Signal()
    next_asked = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.concern: Concern | None = None
        self.banner = Banner(look.icons, "", heading="Is this child safe?", tone="danger")
        self.stays = label(_STAYS, "muted", chars=130)
        self.contacts = ContactList(desk.contacts)
        self.form = ConcernForm(desk)
        self.log = ConcernLog()
        self.closing = ConcernClose()
        self.go_on = button("", self._on_go_on)
        self.next_button = button("Next open concern", self.next_asked.emit, kind="quiet")
        self.contacts.picked.connect(self.form.name)
        self._lay_out()

    def _lay_out(self) -> None:
        told = frame(label("Tell one of these people", "strong"), self.contacts, None)
        record = frame(label("Record who was told", "strong"), self.form)
        log = frame(label("Told so far", "strong"), self.log, self.closing, None)
        columns = QGridLayout()
        columns.setSpacing(16)
        columns.addWidget(told, 0, 0)
        columns.addWidget(log, 1, 0)
        columns.addWidget(record, 0, 1, 2, 1)
        columns.setColumnStretch(0, 1)
        columns.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(label(_PLAIN, "strong", chars=136))
        column.addLayout(columns)
        column.addWidget(self.stays)
        column.addLayout(row(self.go_on, None, self.next_button))
        column.addStretch(1)

    def show_cause(self, cause: str, reference: str) -> None:
        """Show a concern that is not on record yet, because recording it failed."""
        self.concern = None
        self.banner.set_message(f"{reference}: {cause}", heading="Is this child safe?")
        self.log.setVisible(False)
        self.closing.start(may_close=False)
        self.stays.setText(_UNRECORDED)
        self._start(told=False, more=False)

    def show_concern(self, concern: Concern, *, may_close: bool, more: bool) -> None:
        """Show a concern with its record.

        Args:
            concern: The concern.
            may_close: Whether this person may record that the child is safe.
            more: Whether the audit has another open concern.
        """
        self.concern = concern
        heading = "Is this child safe?" if concern.is_open else "This concern is closed"
        self.banner.set_message(f"{concern.reference}: {concern.cause}", heading=heading)
        self.log.setVisible(True)
        self.log.show_concern(concern)
        self.closing.start(may_close=may_close)
        self.stays.setText(_STAYS)
        self._start(told=bool(concern.contacts), more=more)

    def _start(self, *, told: bool, more: bool) -> None:
        self.form.start()
        text = "Go on reading" if told else "Go on reading; nobody is told yet"
        self.go_on.setText(text)
        self.go_on.setAccessibleName(text)
        self.next_button.setVisible(more)

    def focus_start(self) -> None:
        """Put the focus on the first person to tell, or on who was told."""
        buttons = self.contacts.buttons
        (buttons[0] if buttons else self.form.who.editor).setFocus()

    def holds_back(self) -> bool:
        """Tell whether something is written here that is not on record, and say so."""
        return self.form.holds_back() or self.closing.holds_back()

    def _on_go_on(self) -> None:
        if not self.holds_back():
            self.went_on.emit()
