"""The foot of the reading: the keys that work here, and the way on."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from audit_desk.ui.screens.audit.keymap import FOOTER, WRITING
from audit_desk.ui.widgets.boxes import holder, row
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
        self._hints = {keys: _hint(keys, does) for keys, does in FOOTER}
        self._writing = True
        self.next_button = primary_button("Next unanswered  ⏎", self.next_asked.emit)
        bar = row(*self._hints.values(), None, self.next_button, spacing=12)
        bar.setContentsMargins(16, 6, 16, 6)
        self.setLayout(bar)

    def offer_next(self, *, offered: bool) -> None:
        """Offer the way on, and the keys that change something, while that can be done."""
        self.next_button.setVisible(offered)
        self._writing = offered
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the button's room only: the keys give way on a narrow page."""
        return QSize(self.next_button.sizeHint().width() + 32, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as there is room for, none of them cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.next_button.sizeHint().width() - 44
        for keys, hint in self._hints.items():
            if keys in WRITING and not self._writing:
                hint.hide()
                continue
            room -= hint.sizeHint().width() + 12
            hint.setVisible(room >= 0)


def _hint(keys: str, does: str) -> QWidget:
    return holder(row(label(keys, "key"), label(does, "muted", wrap=False), spacing=6))
