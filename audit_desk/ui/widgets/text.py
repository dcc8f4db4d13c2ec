"""Text on screen: one builder, so that sizes and line lengths are the same everywhere."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

Role = Literal[
    "title", "heading", "body", "strong", "small", "muted", "error", "success", "warning", "key"
]

LINE = 90
"""The longest line of text, in characters; longer ones are hard to follow."""

_WIDEST_MARGIN = 32_767
"""Qt keeps a margin in 16 bits: a wider one comes back as another, and would be set for ever."""

_WRAPPED = frozenset({"body", "strong", "small", "muted", "error", "success", "warning", "heading"})


class TextLabel(QLabel):
    """A label whose lines stay readable on a wide screen, at any text size.

    Args:
        text: Plain text; markup is shown as it stands, since case data may hold any character.
        role: Its part on the page.
        wrap: Whether it may take several lines.
        chars: The longest line, in characters.
    """

    def __init__(
        self, text: str = "", role: Role = "body", *, wrap: bool = True, chars: int = LINE
    ) -> None:
        super().__init__(text)
        self._chars = chars
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at a width, its lines no longer than they may be."""
        # A page's layout asks for the same heights ten times over, and each is a text laid out.
        known = self._heights.get(width)
        if known is None:
            # Qt takes the present right margin off again, so it is added here.
            wide = min(width, self._limit()) + self.contentsMargins().right()
            known = self._heights[width] = super().heightForWidth(wide)
        return known

    def setText(self, text: str) -> None:
        """Show another text."""
        self._heights = {}
        super().setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is wider than a line empty."""
        super().resizeEvent(event)
        self._keep_lines_short()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line length when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights = {}
            self._keep_lines_short()

    def set_role(self, role: Role) -> None:
        """Change the text's part on the page."""
        if role == self.property("role"):
            return  # dressing it again would cost as much as laying out a text
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)

    def _limit(self) -> int:
        return self.fontMetrics().averageCharWidth() * self._chars

    def _keep_lines_short(self) -> None:
        if not self.wordWrap():
            return
        spare = min(_WIDEST_MARGIN, max(0, self.width() - self._limit()))
        if spare != self.contentsMargins().right():
            self.setContentsMargins(0, 0, spare, 0)


def label(
    text: str = "", role: Role = "body", *, wrap: bool | None = None, chars: int = LINE
) -> TextLabel:
    """Return a text.

    Args:
        text: Plain text.
        role: ``title``, ``heading``, ``body``, ``strong``, ``small``, ``muted`` (small and of
            second rank), ``error``, ``success``, ``warning`` or ``key`` (a key cap).
        wrap: Whether it may take several lines; by default all but titles and keys may.
        chars: The longest line, in characters.
    """
    return TextLabel(text, role, wrap=role in _WRAPPED if wrap is None else wrap, chars=chars)
