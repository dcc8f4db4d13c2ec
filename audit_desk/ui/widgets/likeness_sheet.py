"""Attribute after attribute, the sample beside its frame, in two columns of like height."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from audit_desk.domain.representativeness import Picture
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID
from audit_desk.ui.widgets.likeness_bars import LikenessBars

_COLUMNS = 2


def likeness_grid(
    theme: Theme, pictures: Sequence[Picture], columns: int = _COLUMNS
) -> QHBoxLayout:
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
    return grid
