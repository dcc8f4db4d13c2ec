"""Somebody at the keyboard of the real application: real register, real window, real keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from audit_desk import app
from audit_desk.desktop import First, Registers
from audit_desk.desktop.session import Session
from audit_desk.desktop.surroundings import Surroundings
from audit_desk.desktop.windows import OpeningWindow
from audit_desk.services.desk import Desk
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.prompts import DialogPrompts, Question
from audit_desk.ui.screens.audit.screen import AuditScreen

_TABS = 80


@dataclass
class Answers(DialogPrompts):
    """Answers the system's own file dialogs, which no test can press keys in."""

    file: Path | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def open_file(self, title: str, kinds: str, start: Path) -> Path | None:
        del kinds, start
        self.asked.append(title)
        return self.file

    def save_file(self, title: str, kinds: str, start: Path) -> Path | None:
        del kinds, start
        self.asked.append(title)
        return self.file

    def confirm(self, question: Question) -> bool:
        self.asked.append(question.heading)
        return True


class Strays(QObject):
    """Notices what is shown before it has a place in a page: it flashes as a window of its own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.dialogs: list[str] = []
        self._application = application
        application.installEventFilter(self)

    def stop(self) -> None:
        """Look no more: every event of the process passes here."""
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is shown as a window."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            plain = watched.windowType() in {Qt.WindowType.Widget, Qt.WindowType.Window}
            known = isinstance(watched, QMainWindow | QDialog)
            if isinstance(watched, QDialog):
                self.dialogs.append(watched.windowTitle() or watched.accessibleName())
            if watched.isWindow() and plain and not known:
                self.seen.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


class Person:
    """Starts the application and works in it by keys on whatever has the focus."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self._qtbot = qtbot
        self._application = application
        self._session: Session | None = None
        self._around: Surroundings | None = None
        self.answers = Answers()
        self.strays = Strays(application)

    # A day

    def start(self, register: Path | None = None, passphrase: str = "") -> None:
        """Start the application as its command does."""
        around = Surroundings()
        around.prompts = self.answers
        around.theme.install(self._application)
        self._around = around
        self._session = Session(Registers(app.open_desk, app.create_desk, app.build_demo), around)
        self._session.start(First(register, passphrase))
        self._qtbot.waitUntil(lambda: not isinstance(self.window, OpeningWindow))
        self.rest()

    def close(self) -> None:
        """Close the window, as at the end of a day."""
        if self._session is None:
            return
        if self._session.window is not None:
            self._session.window.close()
        self._session.end()
        if self._session.window is not None:
            self._session.window.deleteLater()
        self._session = None
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def window(self) -> QMainWindow:
        """The window that is open."""
        assert self._session is not None
        assert self._session.window is not None
        return self._session.window

    @property
    def main(self) -> MainWindow:
        """The window on an open register."""
        assert isinstance(self.window, MainWindow), self.words()
        return self.window

    @property
    def desk(self) -> Desk:
        """The open register's services, to look at what is saved; nothing is done with them."""
        assert self._session is not None
        assert self._session._desk is not None
        return self._session._desk

    @property
    def audit(self) -> AuditScreen:
        """The audit that is read."""
        page = self.main.full_page
        assert isinstance(page, AuditScreen)
        return page

    @property
    def dialog(self) -> QDialog:
        """The dialog in front."""
        front = QApplication.activeModalWidget()
        assert isinstance(front, QDialog), self.words()
        return front

    # Keys

    @property
    def focus(self) -> QWidget:
        """What has the focus, in the window in front."""
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is None:
            front.activateWindow()  # what a window manager does when a dialog closes
        self._qtbot.waitUntil(front.isActiveWindow)
        found = QApplication.focusWidget()
        assert found is not None, f"nothing has the focus in “{front.windowTitle()}”"
        assert found.window() is front, f"the focus is in “{found.window().windowTitle()}”"
        return found

    @property
    def focus_name(self) -> str:
        """What a screen reader calls what has the focus."""
        return self.focus.accessibleName()

    def press(self, *keys: str) -> None:
        """Press keys, each as Qt writes it: ``Ctrl+K``, ``Return``, ``1``."""
        for each in keys:
            held = QKeySequence(each)[0]  # type: ignore[index]
            QTest.keyClick(self.focus, held.key(), held.keyboardModifiers())
            self.rest()

    def type(self, text: str) -> None:
        """Type a text; it takes the place of what a line or a box of text holds."""
        if isinstance(self.focus, QLineEdit | QPlainTextEdit):
            QTest.keyClick(self.focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.focus, text)
        self.rest()

    def tab_to(self, name: str) -> None:
        """Go on with Tab to what a screen reader calls by this name, or begins with it."""
        passed = []
        for _ in range(_TABS):
            if self.focus_name.startswith(name):
                return
            passed.append(self.focus_name or type(self.focus).__name__)
            QTest.keyClick(self.focus, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to “{name}” but to {dict.fromkeys(passed)}")

    def declare(self) -> None:
        """Say to have had no part in the case whose file was just opened."""
        assert self.focus_name == "I have had no part in this child's case: begin"
        self.press("Return")

    def press_button(self, name: str) -> None:
        """Go to a button and press it."""
        self.tab_to(name)
        self.press("Return")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type."""
        self.tab_to(name)
        self.type(text)

    # Waiting and looking

    def rest(self) -> None:
        """Let everything end that was begun."""
        for _ in range(3):
            self._application.processEvents()
            if self._around is not None:
                self._around.runner.drain()
            # Closed dialogs go with the next round of a running event loop; here none runs.
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Wait for what comes after a pause in typing."""
        self._qtbot.waitUntil(true)

    def words(self) -> str:
        """Return every word that can be seen in the window in front."""
        front = QApplication.activeModalWidget() or self.window
        seen = []
        for each in front.findChildren(QWidget):
            if not each.isVisible():
                continue
            if isinstance(each, QLabel | QAbstractButton):
                seen.append(each.text())
            elif each.accessibleName():
                seen.append(each.accessibleName())
        return "\n".join(text.replace("&", "") for text in seen if text)
