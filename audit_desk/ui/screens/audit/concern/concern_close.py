"""The end of a concern: somebody other than the auditor saw the child or knows they are safe."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

_OWN = "It is closed by somebody other than the auditor, who has seen the child or knows."


class ConcernClose(QWidget):
    """The note with which a concern is closed; the auditor sees only who may close it.

    Signals:
        closed: What was seen or is known.
    """

    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.own = label(_OWN, "muted")
        self.note = GrowingText("What was seen or is known", 2)
        self._field = Field("The child was seen or is safe: what was seen or is known", self.note)
        self.close_button = button("Close the concern", self._on_close)
        self._form = QWidget()
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._field)
        inside.addLayout(row(self.close_button, None))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.own)
        lines.addWidget(self._form)

    def start(self, *, may_close: bool) -> None:
        """Offer the note, or say who may close the concern."""
        self.note.load("")
        self._field.clear_error()
        self.own.setVisible(not may_close)
        self._form.setVisible(may_close)

    def holds_back(self) -> bool:
        """Tell whether a note is written here that is not on record, and say so."""
        written = bool(self.note.toPlainText().strip())
        if written:
            self._field.set_error("This is not recorded yet. Close the concern, or clear the note.")
            self.note.setFocus()
        return written

    def _on_close(self) -> None:
        said = self.note.toPlainText().strip()
        if said:
            self.closed.emit(said)
        else:
            self._field.set_error("Say what was seen or is known.")
