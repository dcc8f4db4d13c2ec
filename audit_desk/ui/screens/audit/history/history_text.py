"""A change on the page: what went is struck through, what came is underlined."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.domain.written_words import Change, Kept
from audit_desk.ui.widgets.text import TextLabel, label

_SHOWN_WORDS = 12
"""How many words of a passage that stayed are shown on each side of what changed."""
_NOTHING = "nothing"


class ChangeText(QWidget):
    """The label of what differs, and its words before and after."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(label(change.label, "muted"))
        self.words = TextLabel("", "body")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setText(marked(change))
        self.words.setAccessibleName(change.sentence)
        lines.addWidget(self.words)


def marked(change: Change) -> str:
    """Return the change as rich text; words of the file are never read as markup."""
    if change.in_pieces:
        short = _short if change.prose else str
        return "".join(_piece(kept, text, short) for kept, text in change.pieces)
    if not change.before:
        return _html(change.after)
    after = _html(change.after) if change.after else f"<i>{_NOTHING}</i>"
    return f"<s>{_html(change.before)}</s> → {after}"


def _piece(kept: Kept, text: str, short: Callable[[str], str]) -> str:
    if kept is Kept.ADDED:
        return f"<u>{_html(text)}</u>"
    return f"<s>{_html(text)}</s> " if kept is Kept.GONE else _html(short(text))


def _short(text: str) -> str:
    words = text.split(" ")
    if len(words) <= 2 * _SHOWN_WORDS + 1:
        return text
    return " ".join([*words[:_SHOWN_WORDS], "…", *words[-_SHOWN_WORDS:]])


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
