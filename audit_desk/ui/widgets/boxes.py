"""Frames and rows, so that every page has the same margins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

GRID = 8
"""The step of all spacing, in pixels."""


def _fill(box: QBoxLayout, parts: tuple[QWidget | QLayout | None, ...]) -> None:
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)


def row(*parts: QWidget | QLayout | None, spacing: int = GRID) -> QHBoxLayout:
    """Return the parts beside each other; ``None`` takes what room is left."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    _fill(box, parts)
    return box


def column(*parts: QWidget | QLayout | None, spacing: int = GRID) -> QVBoxLayout:
    """Return the parts below each other; ``None`` takes what room is left."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    _fill(box, parts)
    return box


def holder(layout: QLayout) -> QWidget:
    """Return a bare widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def frame(
    *parts: QWidget | QLayout | None,
    role: str = "card",
    spacing: int = GRID,
    margin: int = 2 * GRID,
) -> QFrame:
    """Return a frame around parts that stand below each other."""
    made = QFrame()
    made.setProperty("role", role)
    box = column(*parts, spacing=spacing)
    box.setContentsMargins(margin, margin, margin, margin)
    made.setLayout(box)
    return made


def turn_to_fit(box: QBoxLayout, room: int) -> None:
    """Put what stands beside each other below each other where large text leaves no room.

    Args:
        box: The layout.
        room: The width that there is, in pixels.
    """
    items = [item for n in range(box.count()) if (item := box.itemAt(n)) is not None]
    widths = [item.minimumSize().width() for item in items if item.spacerItem() is None]
    wanted = sum(widths) + box.spacing() * (len(widths) - 1)
    fits = wanted <= room
    direction = QBoxLayout.Direction
    box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


def line() -> QFrame:
    """Return a quiet line across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def scrolled(body: QWidget) -> QScrollArea:
    """Return an area that scrolls down over a body and never sideways."""
    body.setProperty("role", "scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)
    area.setWidget(body)
    return area


def reached_by_keys(area: QScrollArea, name: str) -> None:
    """Let Tab reach an area of text, which shows so and is then scrolled with the arrows.

    Args:
        area: The area.
        name: What screen readers call it.
    """
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.setProperty("role", "reading")
    area.setAccessibleName(name)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
