"""The one place that shows an error.

What a person can put right is said calmly, with what to do next. Anything else is ours: it
says so, and offers details for whoever looks into it. Those details name places in the
program only, never a value, so that they can be sent without telling anything about a child.
"""

import platform
import traceback
from dataclasses import dataclass
from typing import Protocol

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from audit_desk import __version__
from audit_desk.errors import Cancelled, UserError
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_CHARS = 64


class ShowsErrors(Protocol):
    """What a screen is given to show errors with."""

    def show(self, error: BaseException) -> None:
        """Show an error; a cancelled piece of work is none and shows nothing."""


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What is said about an error.

    Attributes:
        heading: What happened.
        advice: What to do next; may be empty.
        details: For developers; empty where a person can put it right themselves.
    """

    heading: str
    advice: str
    details: str = ""


def error_text(error: BaseException) -> ErrorText:
    """Return what to say about an error."""
    if isinstance(error, UserError):
        return ErrorText(error.message, error.hint)
    return ErrorText(
        "Something went wrong inside Audit Desk.",
        "This is a fault in the program, not something you did. Everything saved before it is"
        " still in the register. If it happens again, pass the details below to whoever"
        " supports Audit Desk: they name places in the program and hold nothing about children.",
        _places(error),
    )


def _places(error: BaseException) -> str:
    head = f"Audit Desk {__version__}, Qt {qt_version}, Python {platform.python_version()}"
    lines = [f"{head}, {platform.system()}"]
    while True:
        lines.append(type(error).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        deeper = error.__cause__ or error.__context__
        if deeper is None:
            return "\n".join(lines)
        error = deeper
        lines.append("after")


def _short(filename: str) -> str:
    # A full path would name the person whose computer it is.
    return "/".join(filename.replace("\\", "/").split("/")[-3:])


class ErrorPresenter:
    """Shows errors in a dialog over a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def attach(self, parent: QWidget) -> None:
        """Show later errors over this window."""
        self._parent = parent

    def show(self, error: BaseException) -> None:
        """Show an error; a cancelled piece of work is none and shows nothing."""
        if not isinstance(error, Cancelled):
            ErrorDialog(error_text(error), self._parent).open()


class ErrorDialog(RoomyDialog):
    """One error, in words."""

    def __init__(self, text: ErrorText, parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Audit Desk")
        self._text = text
        self._close = primary_button("Close", self.accept)
        layout = self.body
        layout.setSpacing(12)
        layout.addWidget(label(text.heading, "heading"))
        if text.advice:
            layout.addWidget(label(text.advice))
        if text.details:
            layout.addWidget(self._details())
        self.end_with(self._buttons())
        self._close.setFocus()

    def _details(self) -> QWidget:
        box = QPlainTextEdit(self._text.details)
        box.setReadOnly(True)
        box.setAccessibleName("Details for developers")
        box.setTabChangesFocus(True)
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        if self._text.details:
            copy = button("Copy details", self._copy)
            copy.setAutoDefault(False)
            row.addWidget(copy)
        self._close.setDefault(True)
        row.addWidget(self._close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.details)
