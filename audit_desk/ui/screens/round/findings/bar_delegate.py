"""Paints the answers to graded questions as a bar in a table's cell."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from audit_desk.ui.models.question_model import spread_of
from audit_desk.ui.screens.round.findings.wrap_delegate import WrapDelegate
from audit_desk.ui.screens.round.mark_delegate import paint_ground
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.grade_bar import paint_spread
from audit_desk.ui.widgets.row_model import ROW_ROLE

_INDENT, _PADDING = 8.0, 6.0


class BarDelegate(WrapDelegate):
    """A bar for graded questions, the counts as text for all others.

    Args:
        theme: Its colours.
        parent: Qt's owner.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell's ground, then the bar."""
        spread = spread_of(index.data(ROW_ROLE))
        if spread is None:
            super().paint(painter, option, index)
            return
        paint_ground(painter, option, index, self)
        cell = QRectF(option.rect)
        height = painter.fontMetrics().height() + _PADDING
        top = cell.center().y() - height / 2
        bar = QRectF(cell.left() + _INDENT, top, cell.width() - 2 * _INDENT, height)
        paint_spread(painter, bar, spread, self._theme)
