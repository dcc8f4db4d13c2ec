"""Whom to tell about a concern, in order: a list that is edited in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.settings import EscalationContact
from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_HEADS = ("Role", "Name", "Phone")


class ContactsEditor(QWidget):
    """Rows of role, name and phone; a row without a role and a name is left out."""

    edited = Signal()
    """A field was left or a row taken out."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._rows: list[tuple[QLineEdit, QLineEdit, QLineEdit, QPushButton]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for place, (head, stretch) in enumerate(zip(_HEADS, (4, 3, 2), strict=True)):
            self._grid.addWidget(label(head, "muted", wrap=False), 0, place)
            self._grid.setColumnStretch(place, stretch)
        self.add = button("Add a contact", self._add_and_go, icon=icons.icon("plus"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._grid)
        layout.addLayout(row(self.add, None))

    def contacts(self) -> tuple[EscalationContact, ...]:
        """Return what is written."""
        written = [
            EscalationContact(*(edit.text().strip() for edit in edits))
            for *edits, _button in self._rows
        ]
        return tuple(contact for contact in written if contact.role or contact.name)

    def set_contacts(self, contacts: tuple[EscalationContact, ...]) -> None:
        """Show a list of contacts."""
        while self._rows:
            self._drop(self._rows[-1])
        for contact in contacts:
            self._add(contact)

    def edits(self) -> list[QLineEdit]:
        """Return the fields in their order."""
        return [edit for role, name, phone, _button in self._rows for edit in (role, name, phone)]

    def _add_and_go(self) -> None:
        self._add(EscalationContact(""))
        self._rows[-1][0].setFocus()

    def _add(self, contact: EscalationContact) -> None:
        edits = tuple(QLineEdit(text) for text in (contact.role, contact.name, contact.phone))
        remove = button("", kind="quiet", icon=self._icons.icon("close", Ink.MUTED))
        remove.setToolTip("Remove this contact")
        remove.setAccessibleName(f"Remove {contact.role or 'this contact'}")
        made = (edits[0], edits[1], edits[2], remove)
        self._rows.append(made)
        place = self._grid.rowCount()
        for column, (edit, head) in enumerate(zip(edits, _HEADS, strict=True)):
            edit.setAccessibleName(f"{head}, contact {len(self._rows)}")
            edit.setCursorPosition(0)
            edit.setToolTip(edit.text())
            edit.editingFinished.connect(self.edited)
            self._grid.addWidget(edit, place, column)
        self._grid.addWidget(remove, place, len(_HEADS))
        remove.clicked.connect(lambda _on=False: self._remove(made))

    def _remove(self, made: tuple[QLineEdit, QLineEdit, QLineEdit, QPushButton]) -> None:
        self._drop(made)
        self.add.setFocus()
        self.edited.emit()

    def _drop(self, made: tuple[QLineEdit, QLineEdit, QLineEdit, QPushButton]) -> None:
        self._rows.remove(made)
        for widget in made:
            widget.blockSignals(True)
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
