"""Opening a submitted audit again: it asks why, and the reason stays on record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "What was submitted stays on record. The audit opens for changes and has to be submitted"
    " again before it counts in the findings."
)


class ReopenPanel(QWidget):
    """The reason for opening a submitted audit again.

    Signals:
        reopened: The reason.
        went_back: Leave it as it is.
    """

    reopened = Signal(str)
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reason = GrowingText("Why is it opened again?", 3)
        self._field = Field("Why is it opened again?", self.reason)
        self.open_button = primary_button("Open again", self._on_open)
        self.back_button = button("Leave it submitted  (Esc)", self.went_back.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        column.addWidget(label("Open this submitted audit again?", "heading"))
        column.addWidget(label(_ABOUT))
        column.addWidget(self._field)
        column.addLayout(row(self.open_button, self.back_button, None))
        column.addStretch(1)
        self.reason.escaped.connect(self.went_back)

    def start(self) -> None:
        """Begin with an empty reason."""
        self.reason.load("")
        self._field.clear_error()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_open(self) -> None:
        reason = self.reason.toPlainText().strip()
        if reason:
            self.reopened.emit(reason)
        else:
            self._field.set_error("Give the reason; it stays on record.")
