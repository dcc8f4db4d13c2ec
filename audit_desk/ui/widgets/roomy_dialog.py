"""A dialog that is as high as its texts, whatever their size, and never larger than a window."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

WIDEST = 1200
"""The widest that a dialog asks to be, in pixels: it stands over a window of 1280."""


class RoomyDialog(QDialog):
    """Grows with its texts: Qt sizes a dialog as if lines that wrap had all the room they want."""

    def event(self, event: QEvent) -> bool:
        """Grow where something in it has become higher."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._grow()
        return done

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        wanted = layout.totalHeightForWidth(self.width())
        if wanted > self.height():
            self.resize(self.width(), wanted)
