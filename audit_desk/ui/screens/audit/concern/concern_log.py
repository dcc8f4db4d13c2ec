"""Who was told of a concern so far."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.concern import Concern
from audit_desk.domain.moments import Moment, format_moment
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.text import label


class ConcernLog(QWidget):
    """One line for each person who was told, oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_concern(self, concern: Concern) -> None:
        """Show the record of a concern."""
        clear(self._lines)
        for line in log_lines(concern):
            self._lines.addWidget(label(line))
        if not concern.contacts:
            self._lines.addWidget(label("Nobody yet.", "error"))


def log_lines(concern: Concern) -> tuple[str, ...]:
    """Return who was told, when (local time) and what they answered."""
    lines = []
    for contact in concern.contacts:
        local = contact.told_at.astimezone()
        when = format_moment(Moment(local.date(), local.time()))
        answer = f": {contact.response}" if contact.response else ", no answer recorded"
        lines.append(f"{contact.told}, {when}{answer}")
    return tuple(lines)
