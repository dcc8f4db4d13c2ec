"""An icon as a widget of its own, always in the theme's colour."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class IconLabel(QWidget):
    """Paints an icon.

    Args:
        icon: The icon.
        size: Its side in pixels at the standard text size; it grows with the text.
    """

    def __init__(self, icon: QIcon, size: int = 18) -> None:
        super().__init__()
        self._icon = icon
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the icon's size, in proportion to the text."""
        side = round(self._side * max(1.0, self.fontMetrics().height() / 19))
        return QSize(side, side)

    def set_icon(self, icon: QIcon) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
