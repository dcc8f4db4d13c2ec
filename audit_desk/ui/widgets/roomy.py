"""An area that scrolls only where there is too little room for it, as with very large text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from audit_desk.ui.widgets.boxes import scrolled
from audit_desk.ui.widgets.focus import lead_focus


def least_height(part: QWidget) -> int:
    """Return the height at which no text of a part is cut, at the widths that its parts have now.

    Qt's least size leaves one line to a text of many. Its height for a width leaves all the room
    that they wish for to lists and tables, although they scroll by themselves.
    """
    least = max(part.minimumSizeHint().height(), part.minimumHeight())
    if isinstance(part, QStackedWidget):
        current = part.currentWidget()
        return max(least, least_height(current)) if current is not None else least
    layout = part.layout()
    if isinstance(layout, QBoxLayout):
        border = part.height() - part.contentsRect().height()
        return max(least, _least_of_box(layout) + border)
    if part.hasHeightForWidth():
        least = max(least, part.heightForWidth(part.width()))
    return min(least, part.maximumHeight())


def _least_of_box(box: QBoxLayout) -> int:
    items = [item for n in range(box.count()) if (item := box.itemAt(n)) is not None]
    parts = [_least_of_item(item) for item in items if not item.isEmpty()]
    down = box.direction() in {QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop}
    gaps = max(0, len(parts) - 1) * box.spacing()
    margins = box.contentsMargins()
    inside = sum(parts) + gaps if down else max(parts, default=0)
    return inside + margins.top() + margins.bottom()


def _least_of_item(item: QLayoutItem | QLayout) -> int:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        return least_height(widget)
    if isinstance(layout, QBoxLayout):
        return _least_of_box(layout)
    return item.minimumSize().height()


class _Frame(QWidget):
    """Gives its one part all of its room, and asks for no more than the part's least."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part = part
        self._least = 0
        part.setParent(self)
        lead_focus(self, part)

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the part."""
        self._least = least_height(self._part)
        part = self._part
        shown = part.currentWidget() if isinstance(part, QStackedWidget) else None
        return QSize((shown or part).minimumSizeHint().width(), self._least)

    def sizeHint(self) -> QSize:
        """Return the size that the part wishes for."""
        return self._part.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part all of the room; other widths may ask for other heights."""
        super().resizeEvent(event)
        self._part.setGeometry(self.rect())
        if least_height(self._part) != self._least:
            self.updateGeometry()

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
