"""The windows before the main window: choosing a register, and waiting while one opens."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from audit_desk.desktop.surroundings import Surroundings
from audit_desk.ui.window_state import USUAL

_CENTRE = Qt.AlignmentFlag.AlignCenter


class UnlockWindow(QMainWindow):
    """The window in which a register is chosen."""

    def __init__(self, page: QWidget, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setCentralWidget(page)
        page.setFocus()
        self.setWindowTitle("Audit Desk")
        self.setMinimumSize(880, 560)
        around.state.place_window(self, "unlock", QSize(1040, 660))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let work under way end, and keep the window's place.

        Where it gives way to another window, the work is that one's.
        """
        if self._around.runner.window is self:
            self._around.runner.cancel_all()
            self._around.runner.drain()
        self._around.state.remember_window(self, "unlock")
        self._around.state.save()
        super().closeEvent(event)


class OpeningWindow(QMainWindow):
    """Stands where the main window will, while a register opens of which the key is known."""

    def __init__(self, register: Path, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.setCentralWidget(QLabel(f"Opening {register.stem}…", alignment=_CENTRE))
        self.setWindowTitle(f"{register.stem} – Audit Desk")  # noqa: RUF001 - the title's dash
        self.setMinimumSize(1024, 640)
        around.state.place_window(self, "main", USUAL)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the opening end; a window that is hidden by then is not followed by another."""
        self.hide()
        if self._around.runner.window is self:
            self._around.runner.drain()
        super().closeEvent(event)
