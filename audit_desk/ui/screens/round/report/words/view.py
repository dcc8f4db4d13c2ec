"""How the page of the lead's words is laid out: parts, text, figures."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.round.report.words.editor import TextEditor
from audit_desk.ui.screens.round.report.words.recommending import Recommending
from audit_desk.ui.widgets.beside import Beside
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.text import TextLabel

_LIST_CHARS = 27
_LEAST_CHARS = 84
"""Below so many characters of width the figures stand under the text."""


class WordsView(QWidget):
    """Parts at the left, what is written in the middle, the figures at the right.

    Args:
        icons: Where icons come from.
        today: The local date.
    """

    def __init__(self, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__()
        self.contents = QListWidget()
        """The parts."""
        self.contents.setAccessibleName("Parts of the lead's words")
        self.contents.setWordWrap(True)
        self.editor = TextEditor(icons)
        """A part of running text."""
        self.listing = Recommending(icons, today)
        """The recommendations."""
        self.pages = QStackedWidget()
        """One of the two."""
        self.pages.addWidget(self.editor)
        self.pages.addWidget(self.listing)
        self.figures = QScrollArea()
        """What stands beside the part."""
        both = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(3 * GRID)
        self._both.addWidget(self.pages, 4)
        self._both.addWidget(self.figures, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GRID, 0, 0)
        box.addWidget(Beside(self.contents, both, _LIST_CHARS))

    def set_figures(self, figures: QScrollArea) -> None:
        """Show other figures."""
        self._both.replaceWidget(self.figures, figures)
        self.figures.hide()
        self.figures.deleteLater()
        self.figures = figures
        self._both.setStretch(1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures below the text where large text leaves them no room beside it."""
        super().resizeEvent(event)
        char = self.fontMetrics().averageCharWidth()
        fits = self.width() >= char * (_LIST_CHARS + _LEAST_CHARS)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _state_label(self) -> TextLabel:
        listing = self.pages.currentWidget() is self.listing
        return self.listing.state if listing else self.editor.state
