"""Questions that stop everything: which file, and is this really meant.

Screens are given a ``Prompts`` and never open such a dialog themselves, so that a test can
answer for the person.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QWidget

from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button, danger_button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 60


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers.

    Attributes:
        heading: What is asked, naming what it is about.
        text: What happens then, and whether it can be undone.
        action: The verb on the button that does it.
        harmful: Whether it takes something away.
    """

    heading: str
    text: str
    action: str
    harmful: bool = False


class Prompts(Protocol):
    """What a screen asks a person with."""

    def open_file(self, title: str, kinds: str, start: Path) -> Path | None:
        """Ask for a file that exists; ``None`` if the person thought better of it."""

    def save_file(self, title: str, kinds: str, start: Path) -> Path | None:
        """Ask where to write a file; ``None`` if the person thought better of it."""

    def confirm(self, question: Question) -> bool:
        """Ask whether something is meant."""


class DialogPrompts:
    """Asks with dialogs over a window.

    ``kinds`` are Qt's file filters, for example ``Case lists (*.csv *.xlsx);;All files (*)``.
    """

    def __init__(self) -> None:
        self._parent: QWidget | None = None

    def attach(self, parent: QWidget) -> None:
        """Ask over this window from now on."""
        self._parent = parent

    def open_file(self, title: str, kinds: str, start: Path) -> Path | None:
        """Ask for a file that exists."""
        name, _kind = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return Path(name) if name else None

    def save_file(self, title: str, kinds: str, start: Path) -> Path | None:
        """Ask where to write a file; the system's dialog asks before it replaces one.

        A name that is typed without an ending gets the one of ``start``.
        """
        dialog = save_dialog(title, kinds, start, self._parent)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def confirm(self, question: Question) -> bool:
        """Ask whether something is meant; Enter and Escape both leave all as it is.

        Whoever goes to the other button with Tab means it: there Enter presses it.
        """
        return QuestionDialog(question, self._parent).exec() == QDialog.DialogCode.Accepted


def save_dialog(title: str, kinds: str, start: Path, parent: QWidget | None) -> QFileDialog:
    """Return the system's dialog for writing a file, not yet shown."""
    dialog = QFileDialog(parent, title, str(start.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix)
    dialog.selectFile(start.name)
    return dialog


class QuestionDialog(RoomyDialog):
    """One question; the safe answer has the focus."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setWindowTitle("Audit Desk")
        layout = self.body
        layout.setSpacing(12)
        layout.addWidget(label(question.heading, "heading"))
        layout.addWidget(label(question.text))
        make = danger_button if question.harmful else primary_button
        act, leave = make(question.action, self.accept), button("Cancel", self.reject)
        leave.setDefault(True)
        box = QDialogButtonBox()
        box.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        box.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.end_with(row(box))
        leave.setFocus()
