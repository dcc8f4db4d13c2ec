"""A quiet line above the reading: since when it rested here, and what comes first."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import quiet_button
from audit_desk.ui.widgets.text import label


class ResumedLine(QWidget):
    """Since when the reading rested here, and one step to what is still open.

    Args:
        words: Since when.
        lead: Where something is still open; empty for nowhere.
        on_lead: Goes there.
    """

    def __init__(self, words: str, lead: str, on_lead: Callable[[], object] | None) -> None:
        super().__init__()
        self.words = label(words, "muted", wrap=False)
        self.lead = quiet_button(lead, on_lead)
        line = row(self.words, self.lead, None)
        line.setContentsMargins(4, 0, 0, 0)
        self.setLayout(line)
        self.lead.setVisible(bool(lead))
