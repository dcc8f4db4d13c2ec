"""From start to end of a window: unlock, work, lock again.

What a first window does not need is imported where it is used: the window comes at once, and
the rest is loaded while the key of the register is derived.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.desktop.windows import OpeningWindow, UnlockWindow
from audit_desk.errors import UserError

if TYPE_CHECKING:
    from audit_desk.desktop.left_at import LeftAt
    from audit_desk.services.desk import Desk
    from audit_desk.services.reporting import Progress as Told
    from audit_desk.ui.main_window import MainWindow
    from audit_desk.ui.task_runner import Progress

DEMO_NAME = "Audit Desk demo.auditdesk"
DEMO_PASSPHRASE = "an invented register"  # noqa: S105 - protects nothing: all of it is invented


_PAINTED_MS = 20
"""So long the first window has to be painted before the rest is loaded."""

WhenShown = Callable[[QMainWindow], object]
"""Called with each window that is shown: what measures the start needs it."""


class BuildsDemo(Protocol):
    """Builds the invented register."""

    def __call__(self, path: Path, passphrase: str, *, progress: "Told") -> None:
        """Build it into a new file, encrypted with a passphrase."""


@dataclass(frozen=True)
class Registers:
    """The ways to an open register that the composition root hands in.

    Attributes:
        open: File, passphrase.
        create: File, passphrase, organisation, by whom.
        build_demo: File, passphrase, progress.
    """

    open: Callable[[Path, str], "Desk"]
    create: Callable[[Path, str, str, str], "Desk"]
    build_demo: BuildsDemo


@dataclass(frozen=True, repr=False)
class First:
    """What a session begins with.

    Attributes:
        register: The register to open; ``None`` lets the person choose.
        passphrase: Its passphrase; where it is empty, the person is asked.
    """

    register: Path | None
    passphrase: str = ""


class Session:
    """One person's time with the application: at most one register is open."""

    def __init__(
        self,
        registers: Registers,
        around: Surroundings,
        when_shown: WhenShown | None = None,
    ) -> None:
        self._registers = registers
        self._around = around
        self._when_shown = when_shown
        self._desk: Desk | None = None
        self._left: LeftAt | None = None
        self.window: QMainWindow | None = None

    def start(self, first: First) -> None:
        """Show the register if its passphrase is known, else the page that asks for it."""
        if first.register is None or not first.passphrase:
            self.ask(first.register)
            return
        self._show(OpeningWindow(first.register, self._around))
        QTimer.singleShot(_PAINTED_MS, partial(self._open, first.register, first.passphrase))

    def _open(self, register: Path, passphrase: str) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.ask(register, error)
            else:
                self.ask(register)
                self._around.errors.show(error)  # again: over the window that stays

        if self.window is not None:
            self._attach(self.window)
        self._around.runner.run(
            lambda _progress: self._registers.open(register, passphrase),
            title="Opening the register",
            on_done=self.work,
            on_failed=failed,
            cancellable=False,
        )
        import audit_desk.desktop.main_pages  # noqa: F401 - loaded while the key is derived

    def ask(self, register: Path | None = None, refusal: UserError | None = None) -> None:
        """Show the page on which a register is chosen, created or unlocked."""
        from audit_desk.ui.screens.unlock.actions import UnlockActions
        from audit_desk.ui.screens.unlock.screen import UnlockScreen

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

    def work(self, desk: "Desk") -> None:
        """Go on with an open register: who is here, then its window, unless all was closed."""
        from audit_desk.desktop.signing_in import recall

        if self.window is not None and not self.window.isVisible():
            desk.register.close()
            return
        self._desk = desk
        self._around.state.add_recent_register(desk.register.path)
        if recall(desk, self._around.state):
            self._begin(desk)
        else:
            self._ask_who(desk, self.lock)

    def _ask_who(self, desk: "Desk", on_leave: Callable[[], object]) -> None:
        from audit_desk.desktop.signing_in import build_sign_in, sign_in

        def chosen(name: str) -> None:
            sign_in(desk, self._around.state, name)
            self._begin(desk)

        page = build_sign_in(desk, self._around.state, chosen, on_leave)
        self._show(UnlockWindow(page, self._around))

    def _begin(self, desk: "Desk") -> None:
        """Show the main window on an open register."""
        from audit_desk.desktop.main_pages import build_main_window

        window = build_main_window(desk, self._around, self._left)
        self._left = None
        window.lock_requested.connect(self.lock)
        window.person_requested.connect(partial(self._change_person, window))
        window.closed_for_good.connect(self._handed_back)
        self._show(window)

    def _change_person(self, window: "MainWindow") -> None:
        """Let somebody else sign in; where nobody is recorded, Settings has the name."""
        if self._desk is None:
            return
        if not self._desk.people.to_choose():
            window.show_page("settings")
        elif window.leave():
            self._ask_who(self._desk, partial(self._begin, self._desk))

    def _handed_back(self) -> None:
        """Close a pack for good and show where it lies."""
        from audit_desk.services.registers import is_whole
        from audit_desk.ui.screens.pack_home.handed_back import HandedBackScreen

        if self._desk is not None and self._desk.slip is not None:
            path, slip = self._desk.register.path, self._desk.slip
            self.end()
            page = HandedBackScreen(path, slip, self._around.icons, partial(self.ask, path))
            page.warning.setVisible(not is_whole(path))
            self._show(UnlockWindow(page, self._around))

    def lock(self) -> None:
        """Close the register and ask for its passphrase again, to go on where one was."""
        from audit_desk.desktop.left_at import left_at
        from audit_desk.ui.main_window import MainWindow

        if self._desk is not None:
            path = self._desk.register.path
            if isinstance(self.window, MainWindow):
                left = left_at(self.window, self._desk)
                if not self.window.leave():
                    return
                self._left = left
            self.end()
            self.ask(path)

    def end(self) -> None:
        """Close the register, if one is open."""
        self._around.runner.cancel_all()
        self._around.runner.drain()
        if self._desk is not None:
            self._desk.register.close()
            self._desk = None

    def _create(self, path: Path, passphrase: str, organisation: str) -> "Desk":
        from getpass import getuser

        return self._registers.create(path, passphrase, organisation, getuser())

    def _open_demo(self, progress: "Progress") -> "Desk":
        path = self._around.documents / DEMO_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            self._registers.build_demo(path, DEMO_PASSPHRASE, progress=progress.report)
        return self._registers.open(path, DEMO_PASSPHRASE)

    def _show(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        window.show()
        if self._when_shown is not None:
            self._when_shown(window)
        if not isinstance(window, OpeningWindow):
            self._attach(window)
        if before is not None:
            before.close()
            before.deleteLater()

    def _attach(self, window: QMainWindow) -> None:
        self._around.runner.window = window
        self._around.prompts.attach(window)
        self._around.errors.attach(window)


def run_desktop(
    registers: Registers,
    first: First,
    when_shown: WhenShown | None = None,
) -> int:
    """Run the window until it is closed.

    Args:
        registers: The ways to an open register.
        first: What to begin with.
        when_shown: Called with each window that is shown: what measures the start needs it.

    Returns:
        0, Qt's exit status otherwise.
    """
    QGuiApplication.setApplicationDisplayName("")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Audit Desk")
    around = Surroundings()
    around.theme.install(application)
    session = Session(registers, around, when_shown)
    session.start(first)
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
