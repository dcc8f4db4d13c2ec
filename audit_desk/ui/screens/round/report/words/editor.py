"""One part that is written as running text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.screens.audit.answers.growing_text import GrowingText
from audit_desk.ui.widgets.banner import Banner
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.focus import lead_focus
from audit_desk.ui.widgets.text import label

_LINES = 10
BEHIND = "The figures have changed since this was written."
_HOLDS = "Read it again beside them. Change it, or say that it still holds."


class TextEditor(QWidget):
    """A title, what the part is for, the text, and whether it is saved.

    Signals:
        edited: A person changed the text; the whole of it.
        confirmed: It still holds against the figures as they are now.
    """

    edited = Signal(str)
    confirmed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._title = label("", "heading")
        self._about = label("", "muted")
        self.behind = Banner(
            icons,
            _HOLDS,
            heading=BEHIND,
            tone="warning",
            action="It still holds",
            on_action=self.confirmed.emit,
        )
        """Shown where the figures have changed since."""
        self.text = GrowingText("The lead's words", _LINES)
        """The lead's words."""
        self.state = label("", "muted")
        """Whether it is saved."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        for part in (self._title, self._about, self.behind, self.text, self.state):
            box.addWidget(part)
        box.addStretch(1)
        self.text.edited.connect(self.edited)
        lead_focus(self, self.text)

    def show_part(self, title: str, about: str, text: str, *, behind: bool) -> None:
        """Show another part."""
        self._title.setText(title)
        self._about.setText(about)
        self.text.setAccessibleName(title)
        self.text.load(text)
        self.behind.setVisible(behind)

    def take(self, draft: str) -> None:
        """Put a draft behind what is written; Ctrl+Z takes it out again."""
        cursor = self.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        cursor.insertText(f"\n{draft}" if self.text.toPlainText().strip() else draft)
        cursor.endEditBlock()
        self.text.setTextCursor(cursor)
        self.text.setFocus()
