"""Who works with the register and in which roles: to record, to change, to take out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from audit_desk.domain.due_dates import short_day
from audit_desk.domain.person import Person, Role
from audit_desk.errors import UserError
from audit_desk.ui.icons import Icons
from audit_desk.ui.prompts import Prompts, Question
from audit_desk.ui.screens.settings.person_dialog import PersonDialog
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import label

_ROWS = 6
_NOBODY = (
    "Nobody is recorded, so everybody is shown everything. Once people are recorded, each says"
    " at this computer who they are, and is shown what their role needs."
)


class PeopleStore(Protocol):
    """Where people are recorded."""

    def all(self) -> Sequence[Person]:
        """Return everybody who is recorded, by name."""

    def here(self) -> Person | None:
        """Return who is at this desk, where they are recorded."""

    def unrecorded(self) -> Sequence[str]:
        """Return the names of auditors who are not recorded."""

    def today(self) -> date:
        """Return the local date."""

    def add(self, name: str, roles: Iterable[Role]) -> Person:
        """Record somebody.

        Raises:
            UserError: There is no name or role, or somebody of that name is recorded already.
        """

    def change(self, person: Person) -> Person:
        """Change what is recorded of somebody.

        Raises:
            UserError: There is no name or role, or the name is another's.
        """

    def remove(self, person: Person) -> None:
        """Take somebody out who was recorded by mistake."""


class PeoplePanel(QWidget):
    """A list of people, and what can be done with one.

    Args:
        store: Where they are recorded.
        prompts: Asks before one is taken out.
        icons: Where icons come from.
        on_changed: Called after every change.
    """

    def __init__(
        self,
        store: PeopleStore,
        prompts: Prompts,
        icons: Icons,
        on_changed: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self._store = store
        self._prompts = prompts
        self._on_changed = on_changed
        self._people: Sequence[Person] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("People")
        self.none = label(_NOBODY, "muted")
        self.unrecorded = label("", "muted")
        """Which auditors are not recorded."""
        self.add = button("Add…", self.add_person, icon=icons.icon("plus"))
        self.change = button("Change…", self.change_person)
        self.remove = button("Remove…", self._remove)
        self.note = label("", "success")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for part in (self.none, self.list, self.unrecorded):
            layout.addWidget(part)
        layout.addWidget(flow_row(self.add, self.change, self.remove))
        layout.addWidget(self.note)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.itemActivated.connect(lambda _item: self.change_person())
        self.refresh()

    def refresh(self) -> None:
        """Show the people as they are recorded."""
        self._show("")
        self._say("")

    def add_person(self) -> PersonDialog:
        """Ask whom to record."""
        return self._ask(
            PersonDialog(
                None,
                self._store.unrecorded(),
                self._store.today,
                lambda made: self._store.add(made.name, made.roles),
                self.window(),
            )
        )

    def change_person(self) -> PersonDialog | None:
        """Ask what is to be changed of the chosen person."""
        person = self._current
        if person is None:
            return None
        return self._ask(
            PersonDialog(person, (), self._store.today, self._store.change, self.window())
        )

    def _ask(self, dialog: PersonDialog) -> PersonDialog:
        def kept() -> None:
            self._changed(dialog.name.currentText(), f"{dialog.made.name} is recorded.")

        dialog.accepted.connect(kept)
        dialog.open()
        return dialog

    def _changed(self, name: str, words: str) -> None:
        self._show(name)
        self._say(words)
        self._on_changed()

    def _show(self, name: str) -> None:
        self._people = tuple(self._store.all())
        here = self._store.here()
        self.list.clear()
        for person in self._people:
            you = here is not None and person.id == here.id
            self.list.addItem(QListWidgetItem(person_words(person, you=you)))
        names = [person.name for person in self._people]
        self.list.setCurrentRow(names.index(name) if name in names else 0)
        shown = min(_ROWS, max(1, len(names)))
        self.list.setFixedHeight(shown * (self.fontMetrics().height() + 10) + 6)
        self.list.setVisible(bool(names))
        self.none.setVisible(not names)
        others = self._store.unrecorded()
        self.unrecorded.setText(f"Auditors who are not recorded: {', '.join(others)}.")
        self.unrecorded.setVisible(bool(others))
        self._enable()

    def _enable(self) -> None:
        for each in (self.change, self.remove):
            each.setEnabled(self._current is not None)

    @property
    def _current(self) -> Person | None:
        place = self.list.currentRow()
        return self._people[place] if 0 <= place < len(self._people) else None

    def _remove(self) -> None:
        person = self._current
        if person is None or not self._prompts.confirm(
            Question(
                f"Remove {person.name}?",
                "For somebody recorded by mistake. What they wrote stays under their name. Whoever"
                " left is better kept, with the day on which they left.",
                "Remove",
                harmful=True,
            )
        ):
            return
        try:
            self._store.remove(person)
        except UserError as error:
            self._say(str(error), wrong=True)
        else:
            self._changed("", f"{person.name} is no longer recorded.")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.note.setText(words)
        self.note.set_role("error" if wrong else "success")
        self.note.setVisible(bool(words))


def person_words(person: Person, *, you: bool = False) -> str:
    """Return a person in a line: ``Ama Cole · auditor, second reader · left 30 Jun 2026``."""
    left = f"left {short_day(person.left_on)}" if person.left_on else ""
    return " · ".join(filter(None, (person.words, left, "you" if you else "")))
