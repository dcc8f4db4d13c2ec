"""Paints grades in tables: a chip in a cell of the overall judgement."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from audit_desk.ui.theme import Theme
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.grade_chip import Mark, paint_mark
from audit_desk.ui.widgets.row_model import ROW_ROLE

_INDENT, _GAP, _CHARS, _SHORT_CHARS = 8.0, 3.0, 19, 5


class MarkDelegate(QStyledItemDelegate):
    """Paints a row's mark as a chip; screen readers hear the cell's text.

    Args:
        theme: Its colours.
        mark_of: What a row's mark is.
        parent: Qt's owner.
        short: Letters instead of the word.
    """

    def __init__(
        self, theme: Theme, mark_of: Callable[..., Mark], parent: QObject, *, short: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._short = short
        self._chars = _SHORT_CHARS if short else _CHARS
        self._mark_of = mark_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the longest word."""
        del index
        metrics = option.fontMetrics
        across = metrics.averageCharWidth() * self._chars + 2 * _INDENT
        return QSize(round(across), round(metrics.height() + 4 * _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell's ground, then the chip."""
        mark = self._mark_of(index.data(ROW_ROLE))
        if mark is None:
            super().paint(painter, option, index)
            return
        paint_ground(painter, option, index, self)
        cell = QRectF(option.rect)
        width = painter.fontMetrics().averageCharWidth() * self._chars
        height = min(cell.height() - 2 * _GAP, painter.fontMetrics().height() + 2 * _GAP)
        top = cell.center().y() - height / 2
        room = min(float(width), cell.width() - 2 * _INDENT)
        box = QRectF(cell.left() + _INDENT, top, room, height)
        paint_mark(painter, box, mark, self._theme, short=self._short)


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    delegate: QStyledItemDelegate,
) -> None:
    """Paint a cell as its table does, without its text."""
    shown = QStyleOptionViewItem(option)
    delegate.initStyleOption(shown, index)
    shown.text = ""
    widget = shown.widget
    style = widget.style() if widget is not None else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
