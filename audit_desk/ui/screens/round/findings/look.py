"""What the pages of the findings are drawn with."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.boxes import GRID, column, holder, scrolled


@dataclass(frozen=True, slots=True)
class FindingsLook:
    """Theme and icons, and where a page may lead.

    Attributes:
        theme: The colours in use.
        icons: Where icons come from.
        go: Shows another page of the findings, by its title.
        open_audits: Shows the Audits tab.
    """

    theme: Theme
    icons: Icons
    go: Callable[[str], object]
    open_audits: Callable[[], object]


def sheet(*parts: QWidget | QLayout | None, fills: bool = False) -> QScrollArea:
    """Return a page that scrolls over parts that stand below each other.

    Args:
        parts: The parts.
        fills: Whether the last of them takes the room that is left.
    """
    body = column(*parts, *(() if fills else (None,)), spacing=2 * GRID)
    if fills:
        body.setStretch(body.count() - 1, 1)
    body.setContentsMargins(2, 2, 2 * GRID, 2 * GRID)
    area = scrolled(holder(body))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area
