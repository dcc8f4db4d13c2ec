"""Before an audit is submitted: where something looks like an identifier, one step from each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from audit_desk.ui.screens.audit.identifiers.identifier_ports import FoundPort
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.widgets.boxes import clear
from audit_desk.ui.widgets.buttons import button
from audit_desk.ui.widgets.flow import FlowLayout
from audit_desk.ui.widgets.text import label

if TYPE_CHECKING:
    from audit_desk.domain.privacy_kinds import PassageKey

_ABOUT = (
    "This holds nothing up. Where it is one, put it otherwise: a role for a name, an area for an"
    " address, an age for a date of birth. Where it is none, say so: then it is not counted. The"
    " number is recorded with the audit."
)
_NAMED = 4
"""So many are named in the row of a text."""


class IdentifierCard(QFrame):
    """The places, each a row that leads there; out of sight where there are none.

    Signals:
        chosen: The place to go to.
        said: What a person says of a passage: its key, and whether it is no identifier.
    """

    chosen = Signal(Place)
    said = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = label("", "strong")
        self.rows: list[QPushButton] = []
        self.say_buttons: list[QPushButton] = []
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
        """Show what was found, a row a text, which leads there; below it what is said to be none.

        Args:
            found: What was found, each with its place.
        """
        at = next((n for n, each in enumerate(self.say_buttons) if each.hasFocus()), None)
        clear(self._list)
        self.rows, self.say_buttons = [], []
        counted = [(place, each) for place, each in found if not each.is_none]
        count = len(counted)
        self.title.setText(
            "1 place looks like an identifier"
            if count == 1
            else f"{count or 'No'} places look like identifiers"
        )
        of_text: dict[tuple[Place, str], list[FoundPort]] = {}
        for place, each in counted:
            of_text.setdefault((place, each.place.words), []).append(each)
        for (place, where), these in of_text.items():
            self._add_text(place, where, these)
        none = [each for _, each in found if each.is_none]
        if none:
            self._list.addWidget(label("Said to be no identifiers", "strong"))
            self._list.addWidget(self._say_line(none, is_none=False))
        self.setVisible(bool(found))
        if at is not None and self.say_buttons:  # else Enter would fall on what stands elsewhere
            self.say_buttons[min(at, len(self.say_buttons) - 1)].setFocus()

    def _add_text(self, place: Place, where: str, found: Sequence[FoundPort]) -> None:
        words = [each.words for each in found]
        made = button(_row(where, words), partial(self.chosen.emit, place), kind="row")
        made.setAutoDefault(True)
        self.rows.append(made)
        self._list.addWidget(made)
        self._list.addWidget(self._say_line(found, is_none=True))

    def _say_line(self, found: Sequence[FoundPort], *, is_none: bool) -> QWidget:
        line, flow = QWidget(), FlowLayout()
        line.setLayout(flow)
        different: dict[PassageKey, FoundPort] = {}
        for each in found:
            different.setdefault(each.key, each)
        for each in different.values():
            words = f"{each.words} {'is not one' if is_none else 'is one after all'}"
            say = partial(self.said.emit, each.key, is_none)
            made = button(words, say, kind="quiet")
            made.setAutoDefault(True)
            self.say_buttons.append(made)
            flow.addWidget(made)
        return line


def _row(where: str, words: Sequence[str]) -> str:
    more = len(words) - _NAMED
    shown = ", ".join(words[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"Go to {where}: {shown}"
