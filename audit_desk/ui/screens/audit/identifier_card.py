"""Before an audit is submitted: where something looks like an identifier, one step from each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from audit_desk.ui.screens.audit.identifier_ports import FoundPort
from audit_desk.ui.screens.audit.places import Place
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.text import label

_ABOUT = (
    "This holds nothing up. Where it is one, put it otherwise: a role for a name, an area for an"
    " address, an age for a date of birth. The number is recorded with the audit."
)
_NAMED = 4
"""So many are named in the row of a text."""


class IdentifierCard(QFrame):
    """The places, each a row that leads there; out of sight where there are none.

    Signals:
        chosen: The place to go to.
    """

    chosen = Signal(Place)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = label("", "strong")
        self.rows: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 12, 12, 12)
        lines.setSpacing(4)
        lines.addWidget(self.title)
        lines.addWidget(label(_ABOUT, "muted"))
        lines.addLayout(self._list)
        self.hide()

    def show_found(self, found: Sequence[tuple[Place, FoundPort]]) -> None:
        """Show what was found, a row a text, which leads there."""
        clear(self._list)
        self.rows = []
        count = len(found)
        looks = (
            "1 place looks like an identifier"
            if count == 1
            else (f"{count} places look like identifiers")
        )
        self.title.setText(looks)
        of_text: dict[tuple[Place, str], list[str]] = {}
        for place, each in found:
            of_text.setdefault((place, each.place.words), []).append(each.words)
        for (place, where), words in of_text.items():
            made = button(_row(where, words), partial(self.chosen.emit, place), kind="row")
            made.setAutoDefault(True)
            self.rows.append(made)
            self._list.addWidget(made)
        self.setVisible(bool(found))


def _row(where: str, words: Sequence[str]) -> str:
    more = len(words) - _NAMED
    shown = ", ".join(words[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"Go to {where}: {shown}"
