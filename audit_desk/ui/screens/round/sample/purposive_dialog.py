"""Adding a file that somebody has a reason to read, beside those that were drawn."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from audit_desk.ui.models.case_words import day_text
from audit_desk.ui.widgets.asking_dialog import AskingDialog
from audit_desk.ui.widgets.field import Field
from audit_desk.ui.widgets.text import label

Add = Callable[[str, str], object]
"""Adds a case by reference and reason; raises ``UserError`` where it cannot."""


class PurposiveDialog(AskingDialog):
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
        super().__init__(
            "Add a case on purpose",
            "The file is read like the others and marked in the report. It stays out of every"
            " percentage and interval, because nobody drew it.",
            "Add the case",
            parent,
        )
        self._add = add
        self._reference = QLineEdit()
        completer = QCompleter(list(references), self._reference)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._reference.setCompleter(completer)
        self._closed = dict(references)
        self.note = label("", "muted")
        """What is to be known of the case that is typed."""
        self.note.hide()
        self._reference.textChanged.connect(self._tell_closed)
        for part in (
            Field("Reference", self._reference, "As on the Cases page."),
            self.note,
            Field("Reason", self.reason, "Why this child's file is to be read. Kept on record."),
        ):
            self.body.addWidget(part)
        self.close_with(self._reference)

    def _tell_closed(self, typed: str) -> None:
        since = self._closed.get(typed.strip().upper(), "")
        self.note.setText(
            f"This child is on no list since {day_text(since)}. The file can be added all the same."
            if since
            else ""
        )
        self.note.setVisible(bool(since))

    def do(self) -> None:
        """Add the case."""
        self._add(self._reference.text().strip(), self.reason.toPlainText())
