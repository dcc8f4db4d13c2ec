"""Text in a table's cells: as wide as it needs, or wrapped where the column decides."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from audit_desk.ui.widgets.column_model import Index

_ACROSS, _DOWN = 18, 10
_TALL = 100_000


class WrapDelegate(QStyledItemDelegate):
    """Tells how large a cell's text is, with the margins that the style sheet gives it.

    Qt counts without them, so that the last words of a full line would be cut.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the text without wrapping, and its height with it."""
        text = str(index.data() or "")
        metrics: QFontMetrics = option.fontMetrics
        natural = metrics.size(0, text)
        return QSize(natural.width() + _ACROSS, self._height(index, text, natural, metrics) + _DOWN)

    def _height(
        self,
        index: Index,
        text: str,
        natural: QSize,
        metrics: QFontMetrics,
    ) -> int:
        table = self.parent()
        if not isinstance(table, QTableView):
            return natural.height()
        mode = table.horizontalHeader().sectionResizeMode(index.column())
        if mode is QHeaderView.ResizeMode.ResizeToContents:
            return natural.height()
        room = QRect(0, 0, table.columnWidth(index.column()) - _ACROSS, _TALL)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
