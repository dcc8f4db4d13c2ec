"""A receipt's lines: names at the left, values at the right, and its buttons on top."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from audit_desk.ui.widgets.boxes import GRID, clear, column, holder, reached_by_keys, scrolled
from audit_desk.ui.widgets.flow import flow_row
from audit_desk.ui.widgets.text import TextLabel, label


class FactSheet(QWidget):
    """Names and values that can be selected and copied.

    Args:
        buttons: What can be done with the receipt.
    """

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(3 * GRID)
        self._facts.setVerticalSpacing(GRID)
        self._facts.setColumnStretch(1, 1)
        area = scrolled(holder(column(self._facts, None)))
        # A frame hash has no place to break at.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        reached_by_keys(area, "Receipt")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2 * GRID)
        box.addWidget(flow_row(*buttons))
        box.addWidget(area, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]], earlier: Sequence[str]) -> None:
        """Show a receipt's lines, and the draws before it."""
        clear(self._facts)
        lines = list(facts)
        if earlier:
            lines.append(("Earlier draws", "\n".join(earlier)))
        for place, (name, value) in enumerate(lines):
            said = label(value)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(f"{name}: {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(label(name, "muted", wrap=False), place, 0, top)
            self._facts.addWidget(said, place, 1)

    def texts(self) -> list[str]:
        """Return the lines as they stand: name, value, name and so on."""
        items = [self._facts.itemAt(place) for place in range(self._facts.count())]
        found = [item.widget() for item in items if item is not None]
        return [each.text() for each in found if isinstance(each, TextLabel)]
