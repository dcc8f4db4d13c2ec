"""A place to drop a file on, or to ask for one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from audit_desk.ui.icons import Icons, Ink
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

_WORDS = "Drop a list here, or choose it"
_KINDS = "A CSV or a workbook (.xlsx, .xls, .ods), as the council's system exports it"


class DropZone(QFrame):
    """Takes a file that is dropped on it, or asks for one.

    Args:
        icons: Where its icon comes from.
        words: What to do here.
        kinds: Which files it takes.
    """

    dropped = Signal(object)
    """The path of the file."""
    asked = Signal()
    """The person wants to choose a file."""

    def __init__(self, icons: Icons, words: str = _WORDS, kinds: str = _KINDS) -> None:
        super().__init__()
        self._rest = words
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.button = primary_button("Choose a file…", self.asked.emit)
        self._words = label(words, "heading", wrap=False)
        about = label(kinds, "muted")
        about.setAlignment(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 4 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch(1)
        layout.addWidget(IconLabel(icons.icon("tray-arrow-down", Ink.MUTED), 36), 0, middle)
        layout.addWidget(self._words, 0, middle)
        layout.addWidget(about)
        layout.addSpacing(GRID)
        layout.addWidget(self.button, 0, middle)
        layout.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file may be let go here."""
        if _one_file(event) is not None:
            self._words.setText("Let it go here")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the usual words again."""
        self._words.setText(self._rest)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._words.setText(self._rest)
        file = _one_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)


def _one_file(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
