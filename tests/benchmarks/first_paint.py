"""A process that opens a window, says when it was painted, and ends.

``python -m tests.benchmarks.first_paint [REGISTER [MainWindow]]``: Audit Desk's first window on
a register whose passphrase is in the environment, or its main window with Home in it; without a
register, an empty window of PySide6, to compare with.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

PAINTED = "painted"


def tell_when_painted(window: "QMainWindow") -> None:
    """Say so on standard output once the window and all in it were painted, and end."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if watched is window and event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, tell)  # what is in the window is painted after it
            return False

    def tell() -> None:
        print(f"{PAINTED} {window.windowTitle()}", flush=True)
        os._exit(0)  # how long it takes to close is another matter

    window.installEventFilter(Watcher(window))


def show_empty_window() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 720)
    tell_when_painted(window)
    window.show()
    application.exec()


def main() -> None:
    if len(sys.argv) == 1:
        show_empty_window()
    else:
        from audit_desk.app import open_window

        wanted = sys.argv[2:]

        def shown(window: "QMainWindow") -> None:
            if type(window).__name__ == "UnlockWindow":
                os._exit(1)  # it asks for a passphrase: the register did not open
            if not wanted or type(window).__name__ in wanted:
                tell_when_painted(window)

        open_window(Path(sys.argv[1]), when_shown=shown)


if __name__ == "__main__":
    main()
