"""Where the focus goes on a page that is given it, and how it shows on what is only read."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from audit_desk.ui.theme import Theme


class _Lead(QObject):
    def __init__(self, page: QWidget, to: QWidget) -> None:
        super().__init__(page)
        self.to = to
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.to.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)


def lead_focus(page: QWidget, to: QWidget) -> None:
    """Hand the focus that a page is given on to where work begins in it.

    A focus proxy would do so too, but Tab then passes over everything that stands before it.

    Args:
        page: The page, or a part of one that takes no focus itself.
        to: Where work begins; it takes the place of what was named before.
    """
    options = Qt.FindChildOption.FindDirectChildrenOnly
    lead = page.findChild(_Lead, options=options)
    if lead is None:
        _Lead(page, to)
    else:
        lead.to = to


def stop_after(before: QWidget, late: QWidget) -> None:
    """Let Tab visit what stands in a part that was made late right after another widget."""
    stops, each = [], late.nextInFocusChain()
    while each is not None and late.isAncestorOf(each):
        if each.focusPolicy() is not Qt.FocusPolicy.NoFocus:  # others cannot be put in order
            stops.append(each)
        each = each.nextInFocusChain()
    for first, second in pairwise([before, *stops]):
        QWidget.setTabOrder(first, second)


class Head(QWidget):
    """A head that can have the focus, and shows that it has: Enter does nothing on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint anew when the focus comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint anew when the focus goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()
