"""The council's own people to tell, in the order in which to try them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from audit_desk.domain.settings import EscalationContact
from audit_desk.ui.widgets.boxes import column
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_NONE = (
    "No contacts are set for this register. Use your council's procedure: the team manager,"
    " then the service manager; out of hours the emergency duty team. Add them in Settings."
)
_NO_NUMBERS = (
    "This register has no telephone numbers yet. Take them from your council's own list now, and"
    " add them in Settings afterwards."
)


class ContactList(QWidget):
    """Role, name and telephone of each, with a button that names them as told.

    Signals:
        picked: Who was told, as it will stand on record.
    """

    picked = Signal(str)

    def __init__(self, contacts: Sequence[EscalationContact]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        for number, contact in enumerate(contacts):
            told = told_name(contact)
            pick = button("I told them", partial(self.picked.emit, told))
            pick.setAccessibleName(f"I told {told}")
            self.buttons.append(pick)
            who = column(label(contact.role, "strong"), spacing=0)
            if contact.name:
                who.addWidget(label(contact.name, "muted"))
            grid.addLayout(who, number, 0)
            grid.addWidget(label(contact.phone, "heading", wrap=False), number, 1)
            grid.addWidget(pick, number, 2)
        if not contacts:
            grid.addWidget(label(_NONE), 0, 0)
        elif not any(contact.phone for contact in contacts):
            grid.addWidget(label(_NO_NUMBERS, "muted"), len(contacts), 0, 1, 3)


def told_name(contact: EscalationContact) -> str:
    """Return how a contact is named on record."""
    return f"{contact.name} ({contact.role})" if contact.name else contact.role
