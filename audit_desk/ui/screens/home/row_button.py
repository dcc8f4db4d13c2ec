"""A row that is a button: texts at the left, how far it is at the right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from audit_desk.ui.widgets.boxes import GRID, column
from audit_desk.ui.widgets.text import Role, TextLabel, label

_BAR = 72
_LEAST = 40


class RowButton(QPushButton):
    """One line of a list, chosen by a click, Space or Enter.

    Args:
        title: What it is.
        note: What it belongs to, of second rank.
        state: How far it is, in words.
        share: The same from 0 to 1, drawn as a bar; ``None`` draws none.
        on_open: What choosing it does.
        alert: What is late or near, in words, with its part in the look; empty for nothing.
    """

    def __init__(
        self,
        title: str,
        note: str,
        state: str,
        share: float | None,
        on_open: Callable[[], object],
        alert: tuple[str, Role] = ("", "small"),
    ) -> None:
        super().__init__()
        urgent, role = alert
        self.setProperty("kind", "row")
        self.setToolTip(title)
        self.setAccessibleName(" · ".join(part for part in (title, note, urgent, state) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _on=False: on_open())
        self._names = [_Name(title, "strong"), *([_Name(note, "muted")] if note else [])]
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(2 * GRID)
        box.addLayout(column(*self._names, spacing=0), 1)
        words = [label(state, "small", wrap=False)]
        if urgent:
            words.append(label(urgent, role, wrap=False))
        for each in words:
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(column(*words, spacing=0))
        if share is not None:
            box.addWidget(_bar(share))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def event(self, event: QEvent) -> bool:
        """Stay as high as what is on it: the style sheet asks for the one line of a button."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Polish, QEvent.Type.Show}:
            self.setMinimumHeight(self.sizeHint().height())
        return done

    def sizeHint(self) -> QSize:
        """Return the size of what is on it."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()


class _Name(TextLabel):
    """A text that gives way, with dots where it is cut."""

    def __init__(self, text: str, role: Role) -> None:
        super().__init__(text, role, wrap=False)
        self._full = text
        self.setMinimumWidth(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))


def _bar(share: float) -> QProgressBar:
    made = QProgressBar()
    made.setRange(0, 100)
    made.setValue(round(share * 100))
    made.setTextVisible(False)
    made.setFixedWidth(_BAR)
    return made
