"""Two parts beside each other, or below each other where large text leaves no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, turn_to_fit


class SideBySide(QWidget):
    """A part of fixed width at the left, one that takes the rest at the right.

    Args:
        left: The one.
        right: The other.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._parts = (left, right)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, GRID, 0, 0)
        self._box.setSpacing(3 * GRID)
        self._box.addWidget(left)
        self._box.addWidget(right, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: both may stand below each other."""
        widest = max(each.minimumSizeHint().width() for each in self._parts)
        left = self._parts[0]
        return QSize(max(widest, left.minimumWidth()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts where they have room."""
        super().resizeEvent(event)
        turn_to_fit(self._box, self.width())
