"""Recording one person: their name, what they do, and when they left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.moments import read_typed_day
from audit_desk.domain.person import Person, Role, in_order
from audit_desk.errors import UserError
from audit_desk.ui.widgets.boxes import column, holder
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.form_dialog import FormDialog
from audit_desk.ui.widgets.text import label

_CHARS = 64
_LEFT = "Empty while they work here. They then no longer sign in; what they wrote stays."


class PersonDialog(FormDialog):
    """Asks for one person.

    Args:
        person: Who is to be changed; ``None`` records somebody new.
        names: Names to choose from: auditors who are not recorded.
        today: The local date.
        keep: Records the person; raises ``UserError`` where it cannot.
        parent: The window it stands over.
    """

    def __init__(
        self,
        person: Person | None,
        names: Sequence[str],
        today: Callable[[], date],
        keep: Callable[[Person], Person],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Person", "Record", parent, _CHARS)
        self._is_new = person is None
        self.made = person or Person("", "", (Role.AUDITOR,))
        """The person as they were recorded."""
        self._today = today
        self._keep = keep
        self.name = QComboBox()
        """Their name."""
        self.name.setEditable(True)
        self.name.addItems(list(names))
        self.name.setEditText(self.made.name)
        self.roles = {role: QCheckBox(f"{role.label}: {role.does}") for role in Role}
        """What they do."""
        self.left = QLineEdit()
        """The last day on which they did."""
        if self.made.left_on:
            self.left.setText(short_day(self.made.left_on))
        self._name_field = Field("Name", self.name)
        self._left_field = Field("Left on", self.left, _LEFT)
        self._lay_out()

    def _lay_out(self) -> None:
        for role, box in self.roles.items():
            box.setChecked(role in self.made.roles)
        title = "Record somebody" if self._is_new else f"Change {self.made.name}"
        self.body.addWidget(label(title, "heading"))
        self.body.addWidget(self._name_field)
        roles = column(label("What they do", "strong"), *self.roles.values())
        self.body.addWidget(holder(roles))
        self.body.addWidget(self._left_field)
        self._left_field.setVisible(not self._is_new)
        self.close_with(self.name)

    def do(self) -> bool:
        """Record the person."""
        try:
            left = self._left_on()
        except UserError as wrong:
            self._left_field.set_error(str(wrong))
            self.left.setFocus()
            return False
        roles = in_order(role for role, box in self.roles.items() if box.isChecked())
        name = " ".join(self.name.currentText().split())
        wanted = replace(self.made, name=name, roles=roles, left_on=left)
        self.made = self._keep(wanted)
        return True

    def _left_on(self) -> date | None:
        typed = self.left.text().strip()
        return read_typed_day(typed, self._today()) if typed else None
