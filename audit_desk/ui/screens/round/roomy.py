"""A tab that scrolls only where the window is too small for it, as with very large text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from audit_desk.ui.widgets.boxes import scrolled
from audit_desk.ui.widgets.focus import lead_focus


class _Frame(QWidget):
    """Gives its one part all of its room, and asks for no more than the part's least.

    A layout would ask for the height at which all text is seen at once, although the parts of a
    tab scroll by themselves.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part = part
        part.setParent(self)
        lead_focus(self, part)

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the part."""
        return self._part.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return the size that the part wishes for."""
        return self._part.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part all of the room."""
        super().resizeEvent(event)
        self._part.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Pass on that the part needs more or less room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def roomy(part: QWidget) -> QScrollArea:
    """Return an area that scrolls both ways where there is less room than a part needs."""
    area = scrolled(_Frame(part))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area
