"""Settling one thing: what it is settled as, why, and the keys that say so."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from audit_desk.domain.audit import Absence
from audit_desk.domain.moderation import Item
from audit_desk.domain.standing import standing_words
from audit_desk.ui.shortcuts import Key
from audit_desk.ui.widgets.boxes import GRID, column, row
from audit_desk.ui.widgets.buttons import button, primary_button
from audit_desk.ui.widgets.flow import Flow
from audit_desk.ui.widgets.text import label

ABSENCE_KEYS = {
    Absence.NOT_EVIDENCED: "0",
    Absence.NOT_ACCESSIBLE: "A",
    Absence.NOT_APPLICABLE: "N",
}
"""As on the audit page; the answers themselves have the keys 1 to 4."""
SETTLE = Key("Ctrl+Return", "Settle it and go to the next difference")
NEXT = Key("Ctrl+Down", "Next difference")
PREVIOUS = Key("Ctrl+Up", "Difference before")
_REASON_LINES = 2


def keys_of(item: Item) -> dict[str, str]:
    """Return what an item can be settled as, by the key that says so."""
    given = [each for each in item.choices if each not in set(Absence)]
    keys = {str(place): each for place, each in enumerate(given, 1)}
    return keys | {key: absence.value for absence, key in ABSENCE_KEYS.items()}


class SettlePanel(QWidget):
    """Asks what one thing is settled as, and why.

    Args:
        settle: Settles it, by what was chosen and the reason.
        withdraw: Takes back what was settled.
    """

    def __init__(
        self, settle: Callable[[str, str], object], withdraw: Callable[[], object]
    ) -> None:
        super().__init__()
        self._settle = settle
        self._item: Item | None = None
        self._group = QButtonGroup(self)
        self._flow = Flow()
        self._buttons: dict[str, QPushButton] = {}
        self.reason = QPlainTextEdit()
        """Why."""
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText("Reason")
        self.reason.setAccessibleName("Reason")
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _REASON_LINES + 2 * GRID)
        self.fault = label("", "error")
        """What stands in the way."""
        self.settle_button = primary_button("Settle", self.settle)
        """Settles it and goes on."""
        self.settle_button.setToolTip(SETTLE.keys)
        self.back_button = button("Take back", withdraw, tip="It is open again then")
        """Takes back what was settled."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self._flow)
        acts = column(self.settle_button, self.back_button, None, spacing=4)
        box.addLayout(row(self.reason, acts))
        box.addWidget(self.fault)

    @property
    def chosen(self) -> str:
        """What is chosen, in its stored form; empty where nothing is."""
        return next((each for each, made in self._buttons.items() if made.isChecked()), "")

    @property
    def answers(self) -> list[QPushButton]:
        """What it can be settled as; made anew for each item."""
        return list(self._buttons.values())

    def show_item(self, item: Item | None, hindrance: str = "") -> None:
        """Show what can be settled of an item.

        Args:
            item: The item; ``None`` where nothing is looked at.
            hindrance: Why the person at this desk cannot settle it; empty where they can.
        """
        kept = self.reason.toPlainText() if _is_same(item, self._item) else ""
        chosen = self.chosen if _is_same(item, self._item) else ""
        self._item = item
        settled = item.settled if item else None
        self._make_buttons(item)
        if settled is not None:
            kept, chosen = kept or settled.reason, chosen or settled.standing
        self.reason.setPlainText(kept)
        self.reason.moveCursor(QTextCursor.MoveOperation.End)
        if chosen in self._buttons:
            self._buttons[chosen].setChecked(True)
        self.fault.set_role("muted" if hindrance else "error")
        self.fault.setText(hindrance)
        self.fault.setVisible(bool(hindrance))
        self.setEnabled(item is not None and not hindrance)
        self.back_button.setVisible(settled is not None)

    def _make_buttons(self, item: Item | None) -> None:
        for made in self._group.buttons():
            self._group.removeButton(made)
        self._buttons = {}
        for key, standing in keys_of(item).items() if item else ():
            made = button(f"{key}  {standing_words(standing)}")
            made.setCheckable(True)
            self._group.addButton(made)
            self._buttons[standing] = made
        self._flow.fill(*self._buttons.values())

    def choose(self, key: str) -> None:
        """Choose by key; the reason is asked next."""
        if self._item is None or not self.isEnabled():
            return
        standing = keys_of(self._item).get(key)
        if standing is not None:
            self._buttons[standing].setChecked(True)
            self.reason.setFocus()

    def settle(self) -> None:
        """Settle it, where something is chosen."""
        if self._item is None or not self.isEnabled():
            return
        if not self.chosen:
            self.refuse("Choose what it is settled as.")
            return
        self._settle(self.chosen, self.reason.toPlainText())

    def refuse(self, why: str) -> None:
        """Say what stands in the way."""
        self.fault.set_role("error")
        self.fault.setText(why)
        self.fault.show()
        self.reason.setFocus()


def _is_same(one: Item | None, other: Item | None) -> bool:
    return one is not None and other is not None and one == other
