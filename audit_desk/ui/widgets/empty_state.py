"""What an empty page says: what would be here, and the first step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.icon_label import IconLabel
from audit_desk.ui.widgets.text import label

_ICON, _WORDS_CHARS = 40, 54


class EmptyState(QWidget):
    """An icon, a sentence and the button of the first step.

    Args:
        icon: Drawn large; ``Ink.MUTED`` suits it.
        heading: What is not here yet.
        sentence: What to do first, and why.
        action: The button's text; empty for none.
        on_action: What the button does.
    """

    def __init__(
        self,
        icon: QIcon,
        heading: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.action_button: QPushButton | None = None
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon, _ICON), 0, middle)
        layout.addWidget(label(heading, "heading", wrap=False), 0, middle)
        words = label(sentence, chars=60)
        words.setAlignment(middle)
        words.setMaximumWidth(words.fontMetrics().averageCharWidth() * _WORDS_CHARS)
        across = row(None, words, None)
        across.setStretch(1, 100)
        layout.addLayout(across)
        if action:
            self.action_button = primary_button(action, on_action)
            layout.addSpacing(8)
            layout.addWidget(self.action_button, 0, middle)
            self.setFocusProxy(self.action_button)
        layout.addStretch(3)
