"""Where the focus goes on a page that is given it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


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
