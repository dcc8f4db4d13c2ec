"""A page beside its contents, or below them where large text leaves it no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListWidget, QWidget

from audit_desk.ui.widgets.boxes import GRID

_WIDEST = 16_777_215  # Qt's own: no limit
_LEAST_CHARS, _ROWS = 44, 3


class Beside(QWidget):
    """Contents and page.

    Args:
        contents: The titles; three of them are seen at once where they stand above the page.
        page: What they lead to.
        chars: How wide the contents are beside the page, in characters.
    """

    def __init__(self, contents: QListWidget, page: QWidget, chars: int) -> None:
        super().__init__()
        self._contents = contents
        self._page = page
        self._chars = chars
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * GRID)
        self._box.addWidget(contents)
        self._box.addWidget(page, 1)
        self._stand(below=False)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: both may stand below each other."""
        page = self._page.minimumSizeHint().width()
        return QSize(page, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page where it has room."""
        super().resizeEvent(event)
        char = self.fontMetrics().averageCharWidth()
        room = self.width() - char * self._chars - self._box.spacing()
        least = max(char * _LEAST_CHARS, self._page.minimumSizeHint().width())
        self._stand(below=room < least)

    def _stand(self, *, below: bool) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if below else direction.LeftToRight)
        self._box.setSpacing(GRID if below else 3 * GRID)
        metrics = self.fontMetrics()
        wide = metrics.averageCharWidth() * self._chars
        self._contents.setMinimumWidth(0 if below else wide)
        self._contents.setMaximumWidth(_WIDEST if below else wide)
        high = (metrics.height() + GRID) * _ROWS
        self._contents.setMinimumHeight(high if below else 0)
        self._contents.setMaximumHeight(high if below else _WIDEST)
        self._contents.scrollTo(self._contents.currentIndex())
