"""A table at its full height inside a page that scrolls: it scrolls only sideways by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QScrollArea, QWidget

from audit_desk.ui.screens.round.findings.wrap_delegate import WrapDelegate
from audit_desk.ui.widgets.column_model import Index
from audit_desk.ui.widgets.table import Table

FIT, REST = -1, 0
"""Widths that follow the texts, and the room that is left."""
_FRAME = 2


class FlatTable(Table):
    """Rows as high as their wrapped text; the page follows the row that the keyboard is on.

    Args:
        model: Its rows.
        name: What screen readers call it.
        widths: Widths of the columns in characters; ``FIT`` takes what the texts need, ``REST``
            what room is left.
        rest: The least width of a column that takes the rest, in characters.
    """

    def __init__(
        self, model: QAbstractItemModel, name: str, widths: Sequence[int], rest: int = 20
    ) -> None:
        super().__init__(model, name, widths=tuple(max(0, chars) for chars in widths))
        self.setItemDelegate(WrapDelegate(self))
        self._chars_of_rest = rest
        self._takes_rest = [place for place, chars in enumerate(widths) if chars == REST]
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for place, chars in enumerate(widths):
            if chars == FIT:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit)
        header.sectionResized.connect(lambda *_sizes: self._fitting.start())
        model.layoutChanged.connect(self._fitting.start)
        self.fit()

    def fit(self) -> None:
        """Take the height that all rows need at the present width."""
        bar = 0 if self._share_width() else self.horizontalScrollBar().sizeHint().height()
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(place) for place in range(self.model().rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + _FRAME)

    def _share_width(self) -> bool:
        """Give the rest to whom it belongs; tell whether there is room without scrolling."""
        header = self.horizontalHeader()
        least = self.fontMetrics().averageCharWidth() * self._chars_of_rest
        fixed = sum(
            header.sectionSize(n) for n in range(header.count()) if n not in self._takes_rest
        )
        fits = fixed + least * len(self._takes_rest) <= self.viewport().width()
        modes = QHeaderView.ResizeMode
        for place in self._takes_rest:
            header.setSectionResizeMode(place, modes.Stretch if fits else modes.Fixed)
            if not fits:
                header.resizeSection(place, least)
        return fits

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew where the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fitting.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the page follow the current row."""
        super().currentChanged(current, previous)
        page = _page_of(self)
        body = page.widget() if page is not None else None
        if page is not None and body is not None and current.isValid() and self.hasFocus():
            place = self.viewport().mapTo(body, self.visualRect(current).center())
            page.ensureVisible(0, place.y(), 0, self.rowHeight(current.row()))


def _page_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return above
        above = above.parentWidget()
    return None
