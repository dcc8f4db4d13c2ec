"""Parts beside each other that go on in the next line where there is no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from audit_desk.ui.widgets.boxes import GRID


class FlowLayout(QLayout):
    """Lays widgets out as words of a line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.spring: int | None = None
        """Before which part the room is left that a single line has to spare; ``None``: none."""
        self.setSpacing(GRID)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part in behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the part at a place, or ``None``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the part at a place out and return it, or ``None``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that no room is wanted beyond what the parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow layout is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the least room."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room of the largest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        at = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines[-1] and at + wide > width:
                lines.append([])
                at = 0
            lines[-1].append(item)
            at += wide + self.spacing()
        return lines

    def _lay(self, rect: QRect, *, place: bool) -> int:
        lines = self._lines(rect.width())
        pushed = self._pushed() if len(lines) == 1 else []
        top = rect.y()
        for line in lines:
            sizes = [item.sizeHint() for item in line]
            high = max((size.height() for size in sizes), default=0)
            left = rect.x()
            spare = rect.width() - sum(size.width() + self.spacing() for size in sizes)
            for item, size in zip(line, sizes, strict=True):
                if pushed and item is pushed[0]:
                    left += max(0, spare + self.spacing())
                if place:
                    wide = min(size.width(), rect.width())
                    down = top + (high - size.height()) // 2
                    item.setGeometry(QRect(left, down, wide, size.height()))
                left += size.width() + self.spacing()
            top += high + self.spacing()
        return top - self.spacing() - rect.y()

    def _pushed(self) -> list[QLayoutItem]:
        """Return the parts that stand at the right end of a single line."""
        if self.spring is None:
            return []
        return [item for item in self._items[self.spring :] if not item.isEmpty()]


class Flow(QWidget):
    """A widget as high as the lines of its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayout(FlowLayout())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, *parts: QWidget) -> None:
        """Show these parts in place of those before."""
        layout = self.layout()
        assert layout is not None  # noqa: S101 - set by the constructor
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            layout.addWidget(part)
            part.show()


def flow_row(*parts: QWidget | None) -> Flow:
    """Return the parts beside each other, in more lines where large text leaves no room.

    Args:
        parts: The widgets; ``None`` takes the room that a single line has to spare.
    """
    made = Flow()
    layout = made.layout()
    assert isinstance(layout, FlowLayout)  # noqa: S101 - set by the constructor
    for part in parts:
        if part is None:
            layout.spring = layout.count()
        else:
            layout.addWidget(part)
    return made
