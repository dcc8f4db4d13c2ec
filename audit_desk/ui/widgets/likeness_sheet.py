"""Attribute after attribute, the sample beside its frame, in two columns of like height."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from audit_desk.domain.representativeness import Picture
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, turn_to_fit
from audit_desk.ui.widgets.likeness_bars import LikenessBars

_COLUMNS = 2


class LikenessSheet(QWidget):
    """Columns of pictures, below each other where large text leaves no room beside."""

    def __init__(self, columns: QHBoxLayout) -> None:
        super().__init__()
        self._columns = columns
        columns.setContentsMargins(0, 0, 0, 0)
        self.setLayout(columns)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: that of the widest column."""
        items = [self._columns.itemAt(place) for place in range(self._columns.count())]
        widest = max((item.minimumSize().width() for item in items if item is not None), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns where they have room."""
        super().resizeEvent(event)
        turn_to_fit(self._columns, self.width())


def likeness_grid(
    theme: Theme, pictures: Sequence[Picture], columns: int = _COLUMNS
) -> LikenessSheet:
    """Return the pictures, each where the shorter column is: the first stand on top.

    Args:
        theme: Their colours.
        pictures: The attributes in their order.
        columns: How many columns.
    """
    grid = QHBoxLayout()
    grid.setSpacing(4 * GRID)
    stacks = [QVBoxLayout() for _ in range(columns)]
    heights = [0] * columns
    for stack in stacks:
        stack.setSpacing(2 * GRID)
        grid.addLayout(stack, 1)
    for picture in pictures:
        shortest = heights.index(min(heights))
        made = LikenessBars(theme, picture)
        stacks[shortest].addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        heights[shortest] += made.sizeHint().height() + 2 * GRID
    for stack in stacks:
        stack.addStretch(1)
    return LikenessSheet(grid)
