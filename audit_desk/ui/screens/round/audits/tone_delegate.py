"""Paints a cell's words in the colour of what they say; the words alone say it too."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from audit_desk.domain.due_dates import Timeliness
from audit_desk.domain.independence import Standing
from audit_desk.ui.models.audit_model import AuditRow
from audit_desk.ui.theme import Theme
from audit_desk.ui.tokens import Colours
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.row_model import ROW_ROLE

InkOf = Callable[[Any, Colours], str | None]


def due_ink(row: AuditRow, colours: Colours) -> str | None:
    """Return the colour of a day that has passed or is near: red and amber are for time alone."""
    inks = {Timeliness.OVERDUE: colours.danger, Timeliness.SOON: colours.warning}
    return inks.get(row.timeliness)


def state_ink(row: AuditRow, colours: Colours) -> str | None:
    """Return the colour of a file that is not here."""
    return colours.accent if row.held is not None else None


def standing_ink(row: AuditRow, colours: Colours) -> str | None:
    """Return the colour of what somebody has to settle about an auditor's independence."""
    if row.standing in {Standing.CONFLICT, Standing.GIVEN_BACK}:
        return colours.warning
    quiet = row.standing in {Standing.NOBODY, Standing.NOT_DECLARED}
    return colours.muted if quiet else None


class ToneDelegate(QStyledItemDelegate):
    """Paints words in a colour of the theme.

    Args:
        theme: Its colours.
        ink_of: A row's colour; ``None`` for that of other words.
        parent: Qt's owner.
    """

    def __init__(self, theme: Theme, ink_of: InkOf, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink_of = ink_of

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Give the words their colour, on a chosen row too."""
        super().initStyleOption(option, index)
        ink = self._ink_of(index.data(ROW_ROLE), self._theme.colours)
        if ink is not None:
            for part in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(part, QColor(ink))
