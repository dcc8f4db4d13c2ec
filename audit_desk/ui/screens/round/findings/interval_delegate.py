"""Paints two rounds' shares with their intervals below each other, on one scale."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from audit_desk.domain.inference import Share
from audit_desk.domain.trend import TrendLine
from audit_desk.ui.screens.round.findings.wrap_delegate import WrapDelegate
from audit_desk.ui.screens.round.mark_delegate import paint_ground
from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.row_model import ROW_ROLE

_INDENT, _APART = 10.0, 14.0
_POINT, _BAR = 8.0, 2.0


class IntervalDelegate(WrapDelegate):
    """The round before above in a quiet colour, this round below; nothing below ten files.

    Args:
        theme: Its colours.
        parent: Qt's owner.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell's ground, the scale, and the two shares."""
        paint_ground(painter, option, index, self)
        line = index.data(ROW_ROLE)
        if not isinstance(line, TrendLine):
            return
        colours = self._theme.colours
        cell = QRectF(option.rect)
        left, room = cell.left() + _INDENT, cell.width() - 2 * _INDENT
        for step in (0.0, 0.5, 1.0):
            tick = QRectF(left + room * step, cell.top() + 4, 1, cell.height() - 8)
            painter.fillRect(tick, QColor(colours.line))
        middle = cell.center().y()
        for share, colour, down in (
            (line.before.share, colours.muted, -_APART / 2),
            (line.now.share, colours.accent, _APART / 2),
        ):
            _paint(painter, share, (left, room, middle + down), QColor(colour))


def _paint(
    painter: QPainter, share: Share, place: tuple[float, float, float], colour: QColor
) -> None:
    if share.percent is None:
        return
    left, room, middle = place
    if share.interval is not None:
        start, end = room * share.interval.low, room * share.interval.high
        painter.fillRect(QRectF(left + start, middle - _BAR / 2, end - start, _BAR), colour)
    at = left + room * share.n / share.of
    painter.fillRect(QRectF(at - _POINT / 2, middle - _POINT / 2, _POINT, _POINT), colour)
