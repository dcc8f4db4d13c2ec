"""The frame of a page: its title, what can be done, and its body."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, scrolled
from audit_desk.ui.widgets.text import TextLabel, label


class Page(QWidget):
    """A page with a title at the left, actions at the right and a body below.

    Args:
        title: The page's title.
        subtitle: A sentence beside it, of second rank.
        scrolls: Whether the body scrolls as a whole; tables and columns scroll by themselves.
    """

    def __init__(self, title: str, subtitle: str = "", *, scrolls: bool = False) -> None:
        super().__init__()
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "muted")
        if not subtitle:
            self._subtitle.hide()  # never shown before it has its place: it would be a window
        self._actions = QHBoxLayout()
        self._actions.setSpacing(GRID)
        self.body = QVBoxLayout()
        """Where the page's parts go."""
        self.body.setSpacing(2 * GRID)
        self._frame_page(scrolls=scrolls)

    def _frame_page(self, *, scrolls: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head.addLayout(names, 1)
        head.addLayout(self._actions)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        outer.setSpacing(2 * GRID)
        outer.addLayout(head)
        if scrolls:
            holder = QWidget()
            self.body.setContentsMargins(0, 0, GRID, 0)
            holder.setLayout(self.body)
            outer.addWidget(scrolled(holder), 1)
        else:
            outer.addLayout(self.body, 1)

    @property
    def title(self) -> TextLabel:
        """The title's label."""
        return self._title

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Name the page anew."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, action: QWidget) -> None:
        """Add a control to the right of the title; the first added stands leftmost."""
        self._actions.addWidget(action)
