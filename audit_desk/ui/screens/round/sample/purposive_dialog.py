"""Adding a file that somebody has a reason to read, beside those that were drawn."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from audit_desk.errors import UserError
from audit_desk.ui.models.case_words import day_text
from audit_desk.ui.widgets.boxes import GRID, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 58
_REASON_LINES = 3

Add = Callable[[str, str], object]
"""Adds a case by reference and reason; raises ``UserError`` where it cannot."""


class PurposiveDialog(RoomyDialog):
    """Asks for a reference and the reason for reading that file.

    Args:
        references: The references to choose from, each with the day since which the child is on
            no list; empty where they are on one.
        add: Adds the case; the dialog stays open where it raises ``UserError``.
        parent: The window it stands over.
    """

    def __init__(
        self, references: Mapping[str, str], add: Add, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add a case on purpose")
        self._add = add
        self._reference = QLineEdit()
        completer = QCompleter(list(references), self._reference)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._reference.setCompleter(completer)
        self._closed = dict(references)
        self.note = label("", "muted")
        """What is to be known of the case that is typed."""
        self._reference.textChanged.connect(self._tell_closed)
        self._reason = QPlainTextEdit()
        self._reason.setTabChangesFocus(True)
        metrics = self.fontMetrics()
        self._reason.setFixedHeight(metrics.lineSpacing() * _REASON_LINES + 2 * GRID)
        self.fault = label("", "error")
        """What stands in the way."""
        self._lay_out()
        self._reference.setFocus()

    def _lay_out(self) -> None:
        box = self.body
        box.addWidget(label("Add a case on purpose", "heading"))
        box.addWidget(
            label(
                "The file is read like the others and marked in the report. It stays out of every"
                " percentage and interval, because nobody drew it."
            )
        )
        box.addWidget(Field("Reference", self._reference, "As on the Cases page."))
        box.addWidget(self.note)
        box.addWidget(
            Field("Reason", self._reason, "Why this child's file is to be read. Kept on record.")
        )
        done = primary_button("Add the case", self.accept)
        done.setDefault(True)
        leave = button("Cancel", self.reject)
        leave.setAutoDefault(False)
        self.end_with(row(None, leave, done), self.fault)

    def _tell_closed(self, typed: str) -> None:
        since = self._closed.get(typed.strip().upper(), "")
        self.note.setText(
            f"This child is on no list since {day_text(since)}. The file can be added all the same."
            if since
            else ""
        )
        self.note.setVisible(bool(since))

    def accept(self) -> None:
        """Add the case; stay where that is refused."""
        try:
            self._add(self._reference.text().strip(), self._reason.toPlainText())
        except UserError as refused:
            self.fault.setText(str(refused))
            self.fault.show()
            return
        super().accept()
