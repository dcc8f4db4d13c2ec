"""The lines under a row of events: an icon and words each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import Role, label

_ICON = 14


@dataclass(frozen=True, slots=True)
class Note:
    """One line: its icon, the icon's ink, the role of its words, and the words."""

    icon: str
    ink: Ink
    role: Role
    text: str


class EventNotes(QWidget):
    """As many lines as there is something to say; none takes no room."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._notes: tuple[Note, ...] = ()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 0, 0, 2)
        self._column.setSpacing(0)
        self.hide()

    @property
    def text(self) -> str:
        """Everything that is said, a line a note."""
        return "\n".join(note.text for note in self._notes)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes instead of those before."""
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        while len(self._lines) < len(notes):
            self._lines.append(_Line(self._icons))
            self._column.addWidget(self._lines[-1])
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(notes))
            if number < len(notes):
                line.show_note(notes[number])
        self.setVisible(bool(notes))


class _Line(QWidget):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._sign = IconLabel(icons.icon("clock-outline", Ink.MUTED), _ICON)
        self._words = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)

    def show_note(self, note: Note) -> None:
        self._sign.setVisible(bool(note.icon))
        if note.icon:
            self._sign.set_icon(self._icons.icon(note.icon, note.ink))
        self._words.setText(note.text)
        self._words.set_role(note.role)
