"""One clock: what it says now, and how it was counted."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.audit_tool import Clock
from audit_desk.domain.clocks import Outcome
from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import ClockLine
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import Role, label

SIGNS: dict[Outcome, tuple[str, Ink, Role]] = {
    Outcome.IN_TIME: ("check-circle-outline", Ink.SUCCESS, "success"),
    Outcome.LATE: ("clock-alert-outline", Ink.DANGER, "error"),
    Outcome.CANNOT_CONFIRM: ("help-circle-outline", Ink.WARNING, "warning"),
    Outcome.NO_RECORD: ("file-question-outline", Ink.MUTED, "muted"),
    Outcome.NOT_APPLICABLE: ("minus-circle-outline", Ink.MUTED, "muted"),
}
"""How each outcome looks: its icon, the icon's ink and the words' role."""


class ClockCard(QWidget):
    """A clock's title, outcome, result and working; the outcome has a sign and a word."""

    def __init__(self, look: Look, clock: Clock) -> None:
        super().__init__()
        self._look = look
        self._shown: ClockLine | None = None
        self.sign = IconLabel(look.icons.icon("clock-outline", Ink.MUTED), 16)
        self.title = label(clock.title, "small")
        self.result = label("", "small")
        self.working = label("", "muted")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addLayout(row(self.sign, self.title, spacing=6))
        lines.addWidget(self.result)
        lines.addWidget(self.working)

    def show_line(self, line: ClockLine) -> None:
        """Show what the clock says now, or what it waits for."""
        if line == self._shown:
            return
        self._shown = line
        name, ink, role = SIGNS[line.reading.outcome]
        result, working = line.reading.result, line.reading.working
        if line.waits_for:
            name, ink, role = "clock-outline", Ink.MUTED, "muted"
            result, working = f"waits for {' and '.join(line.waits_for)}", line.clock.standard
        self.sign.set_icon(self._look.icons.icon(name, ink))
        self.result.setText(result[:1].upper() + result[1:])
        self.result.set_role(role)
        self.working.setText(working)
        self.setAccessibleName(f"{self.title.text()}: {result}")
        self.setAccessibleDescription(working)
