"""Who is at this desk: one of the people who work with the register, or somebody else."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from audit_desk.domain.person import Person
from audit_desk.ui.screens.home.row_button import RowButton
from audit_desk.ui.widgets.boxes import GRID, column, frame, row, scrolled
from audit_desk.ui.widgets.buttons import button, quiet_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_CHARS = 70
_WHY = (
    "What you write stands under your name. This computer remembers it for this register; the"
    " register itself does not, so nobody on another computer becomes you."
)
_NO_LOCK = "It orders the window and locks nothing: whoever has the passphrase has the register."


class SignInScreen(QWidget):
    """A row a person, and a line for somebody who is not among them.

    Args:
        register_name: The register's name.
        people: Who may be at this desk.
        likely: The name of whoever most likely is; may be empty.
        on_chosen: Called with a name.
        on_leave: Goes back to where the person came from.
    """

    def __init__(
        self,
        register_name: str,
        people: Sequence[Person],
        likely: str,
        on_chosen: Callable[[str], object],
        on_leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._on_chosen = on_chosen
        self.people = [
            RowButton(
                person.name,
                ", ".join(role.label for role in person.roles),
                "",
                None,
                partial(on_chosen, person.name),
            )
            for person in people
        ]
        """A row a person."""
        self.other = QLineEdit()
        """The name of somebody who is not listed."""
        self.other.setPlaceholderText("Your name")
        self.other.returnPressed.connect(self._choose_other)
        self.field = Field("I am not listed", self.other)
        self._go = button("Continue", self._choose_other)
        self._lay_out(register_name, on_leave)
        first = next((n for n, each in enumerate(people) if each.name == likely), 0)
        lead_focus(self, self.people[first] if self.people else self.other)

    def _lay_out(self, register_name: str, on_leave: Callable[[], object]) -> None:
        other = row(self.field, column(label(" ", "strong"), self._go, None, spacing=4))
        other.setStretch(0, 1)
        inside = QWidget()
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        box = QVBoxLayout(inside)
        box.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 3 * GRID)
        box.setSpacing(2 * GRID)
        box.addWidget(label(register_name, "muted"))
        box.addWidget(label("Who are you?", "title"))
        box.addWidget(label(_WHY))
        box.addWidget(frame(*self.people, spacing=0, margin=6))
        box.addLayout(other)
        box.addWidget(label(_NO_LOCK, "muted"))
        box.addLayout(row(quiet_button("Go back", on_leave), None))
        box.addStretch(1)
        held = QWidget()
        held.setLayout(row(None, inside, None))
        held.layout().setStretch(1, 8)  # type: ignore[union-attr]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(held))

    def _choose_other(self) -> None:
        name = " ".join(self.other.text().split())
        if name:
            self._on_chosen(name)
        else:
            self.field.set_error("Type your name.")
            self.other.setFocus()
