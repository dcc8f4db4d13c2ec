"""From start to end of a window: unlock, work, lock again."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from audit_desk.desktop.main_pages import build_main_window
from audit_desk.desktop.surroundings import Surroundings, surroundings
from audit_desk.errors import UserError
from audit_desk.services.desk import Desk
from audit_desk.services.reporting import Progress as Told
from audit_desk.ui.main_window import MainWindow
from audit_desk.ui.screens.unlock.actions import UnlockActions
from audit_desk.ui.screens.unlock.screen import UnlockScreen
from audit_desk.ui.task_runner import Progress

PASSPHRASE = "AUDIT_DESK_PASSPHRASE"  # noqa: S105 - the variable's name, not a passphrase
DEMO_NAME = "Audit Desk demo.auditdesk"
DEMO_PASSPHRASE = "an invented register"  # noqa: S105 - protects nothing: all of it is invented


class BuildsDemo(Protocol):
    """Builds the invented register."""

    def __call__(self, path: Path, passphrase: str, *, progress: Told) -> None:
        """Build it into a new file, encrypted with a passphrase."""


@dataclass(frozen=True)
class Registers:
    """The ways to an open register that the composition root hands in.

    Attributes:
        open: File, passphrase.
        create: File, passphrase, organisation, by whom.
        build_demo: File, passphrase, progress.
    """

    open: Callable[[Path, str], Desk]
    create: Callable[[Path, str, str, str], Desk]
    build_demo: BuildsDemo


class UnlockWindow(QMainWindow):
    """The window in which a register is chosen."""

    def __init__(self, page: QWidget, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setCentralWidget(page)
        self.setWindowTitle("Audit Desk")
        self.setMinimumSize(880, 560)
        if not around.state.restore_window(self, "unlock"):
            self.resize(1040, 660)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let work under way end, and keep the window's place."""
        self._around.runner.cancel_all()
        self._around.runner.drain()
        self._around.state.remember_window(self, "unlock")
        self._around.state.save()
        super().closeEvent(event)


class Session:
    """One person's time with the application: at most one register is open."""

    def __init__(self, registers: Registers, around: Surroundings) -> None:
        self._registers = registers
        self._around = around
        self._desk: Desk | None = None
        self.window: QMainWindow | None = None

    def start(self, register: Path | None) -> None:
        """Show the register if its passphrase is known, else the page that asks for it."""
        passphrase = os.environ.get(PASSPHRASE)
        if register is None or not passphrase:
            self.ask(register)
            return
        try:
            desk = self._registers.open(register, passphrase)
        except UserError as refusal:
            self.ask(register, refusal)
        else:
            self.work(desk)

    def ask(self, register: Path | None = None, refusal: UserError | None = None) -> None:
        """Show the page on which a register is chosen, created or unlocked."""
        around = self._around
        page = UnlockScreen(
            UnlockActions(
                open=self._registers.open,
                create=self._create,
                open_demo=self._open_demo,
                opened=self.work,
            ),
            around.state,
            around.runner,
            around.prompts,
            around.icons,
            around.documents,
        )
        if register is not None:
            page.choose(register)
        if refusal is not None:
            page.show_refusal(refusal)
        self._show(UnlockWindow(page, around))

    def work(self, desk: Desk) -> None:
        """Show the main window on an open register."""
        self._desk = desk
        self._around.state.add_recent_register(desk.register.path)
        window = build_main_window(desk, self._around)
        window.lock_requested.connect(self.lock)
        self._show(window)

    def lock(self) -> None:
        """Close the register and ask for its passphrase again."""
        if self._desk is not None:
            path = self._desk.register.path
            if isinstance(self.window, MainWindow) and not self.window.leave():
                return
            self.end()
            self.ask(path)

    def end(self) -> None:
        """Close the register, if one is open."""
        self._around.runner.cancel_all()
        self._around.runner.drain()
        if self._desk is not None:
            self._desk.register.close()
            self._desk = None

    def _create(self, path: Path, passphrase: str, organisation: str) -> Desk:
        return self._registers.create(path, passphrase, organisation, getuser())

    def _open_demo(self, progress: Progress) -> Desk:
        path = self._around.documents / DEMO_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            self._registers.build_demo(path, DEMO_PASSPHRASE, progress=progress.report)
        return self._registers.open(path, DEMO_PASSPHRASE)

    def _show(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        self._around.runner.window = window
        self._around.prompts.attach(window)
        self._around.errors.attach(window)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


def run_desktop(
    registers: Registers,
    register: Path | None,
    when_shown: Callable[[QMainWindow], object] | None = None,
) -> int:
    """Run the window until it is closed.

    Args:
        registers: The ways to an open register.
        register: The one to open first.
        when_shown: Called with the first window.

    Returns:
        0, Qt's exit status otherwise.
    """
    QGuiApplication.setApplicationDisplayName("")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Audit Desk")
    around = surroundings()
    around.theme.install(application)
    session = Session(registers, around)
    session.start(register)
    if when_shown is not None and session.window is not None:
        when_shown(session.window)
    sys.excepthook = _presenting(around)  # from here on there is a window to tell it in
    status = application.exec()
    session.end()
    return status


def _presenting(
    around: Surroundings,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def present(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        around.errors.show(error)

    return present
