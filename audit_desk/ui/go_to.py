"""Go to anything: type a few letters of where you want to be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from audit_desk.ui.widgets.roomy_dialog import RoomyDialog
from audit_desk.ui.widgets.text import label

_MOST = 100  # rows shown; whoever sees none of theirs types another letter
_CHARS = 64
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True, slots=True)
class Destination:
    """Somewhere to go.

    Attributes:
        title: What it is called, for example a reference or a round's name.
        kind: What it is, for example "Round".
        open: Goes there.
    """

    title: str
    kind: str
    open: Callable[[], object]


def matching(destinations: Sequence[Destination], text: str) -> list[Destination]:
    """Return the destinations in which each word occurs; those that begin with the text first."""
    words = text.casefold().split()
    found = [
        place
        for place in destinations
        if all(word in f"{place.title} {place.kind}".casefold() for word in words)
    ]
    start = " ".join(words)
    return sorted(found, key=lambda place: not place.title.casefold().startswith(start))


class GoToDialog(RoomyDialog):
    """A field and the list of what fits; Enter goes there.

    Args:
        destinations: Everywhere one can go.
        parent: The window.
    """

    def __init__(self, destinations: Sequence[Destination], parent: QWidget | None = None) -> None:
        super().__init__(parent, _CHARS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Go to")
        self._destinations = destinations
        self._shown: list[Destination] = []
        self.field = QLineEdit()
        """What is looked for."""
        self.field.setPlaceholderText("Type a page, a round or a reference")
        self.field.setAccessibleName("Go to")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self._list = QListWidget()
        self._list.setAccessibleName("Places that fit")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _item: self.go())
        self._none = label("Nothing is called that. Try fewer letters.", "muted")
        layout = self.body
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self._list)
        layout.addWidget(self._none)
        self.resize(self.minimumWidth(), self.fontMetrics().height() * 20)
        self._fill("")

    def _fill(self, text: str) -> None:
        self._shown = matching(self._destinations, text)[:_MOST]
        self._list.clear()
        for place in self._shown:
            self._list.addItem(QListWidgetItem(f"{place.title}   ·   {place.kind}"))
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._shown)

    @property
    def titles(self) -> list[str]:
        """What fits, in order."""
        return [place.title for place in self._shown]

    def go(self) -> None:
        """Go to the chosen place."""
        row = self._list.currentRow()
        if 0 <= row < len(self._shown):
            self.accept()
            self._shown[row].open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the person types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.go()
                return True
        return super().eventFilter(watched, event)
