"""The seed of a draw: shown, editable, and renewed by a button."""

import secrets

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from audit_desk.ui.icons import Icons
from audit_desk.ui.widgets.boxes import row
from audit_desk.ui.widgets.buttons import button

SEED_LIMIT = 1_000_000_000
"""Fresh seeds are below this: nine digits can be read out over the telephone."""
_NAME = "Seed"


class SeedEdit(QWidget):
    """A whole number that decides the draw.

    Args:
        icons: Where its icon comes from.
    """

    changed = Signal()
    """Another seed stands in it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.line = QLineEdit()
        """The seed as digits."""
        self.line.setAccessibleName(_NAME)
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,18}")))
        self.line.textChanged.connect(self.changed)
        self.renew_button = button(
            "Ne&w seed", self.renew, icon=icons.icon("dice-multiple-outline")
        )
        """Takes a fresh random seed."""
        box = row(self.line, self.renew_button)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.setFocusProxy(self.line)
        self.renew()

    @property
    def value(self) -> int | None:
        """The seed, or ``None`` while there is none."""
        text = self.line.text()
        return int(text) if text else None

    def renew(self) -> None:
        """Take a fresh random seed."""
        self.line.setText(str(secrets.randbelow(SEED_LIMIT)))
