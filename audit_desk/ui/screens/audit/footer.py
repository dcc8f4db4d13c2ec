"""The foot of the reading: the keys that work here, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from audit_desk.ui.screens.audit.keymap import FOOTER
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import primary_button
from audit_desk.ui.widgets.text import label


class Footer(QFrame):
    """Keys in words, and the button that goes to the next unanswered question.

    Signals:
        next_asked: On to the next unanswered question.
    """

    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        bar = row(spacing=6)
        bar.setContentsMargins(16, 6, 16, 6)
        for keys, does in FOOTER:
            bar.addWidget(label(keys, "key"))
            bar.addWidget(label(does, "muted", wrap=False))
            bar.addSpacing(6)
        bar.addStretch(1)
        self.next_button = primary_button("Next unanswered  ⏎", self.next_asked.emit)
        bar.addWidget(self.next_button)
        self.setLayout(bar)
