"""How a row of the navigator is drawn."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from audit_desk.ui.icons import Ink
from audit_desk.ui.screens.audit.look import Look
from audit_desk.ui.screens.audit.reading import PlaceState
from audit_desk.ui.screens.audit.way.nav_model import ROW_ROLE
from audit_desk.ui.screens.audit.way.nav_rows import NavRow, RowKind
from audit_desk.ui.screens.audit.way.places import Place
from audit_desk.ui.theme import TextSize
from audit_desk.ui.widgets.column_model import Index

_SIGNS: dict[PlaceState, tuple[str, Ink]] = {
    PlaceState.OPEN: ("circle-outline", Ink.MUTED),
    PlaceState.DONE: ("check-circle", Ink.SUCCESS),
    PlaceState.IN_PART: ("circle-half-full", Ink.MUTED),
    PlaceState.NEEDS_EVIDENCE: ("pencil-circle-outline", Ink.WARNING),
    PlaceState.NEEDS_ACTION: ("flag-outline", Ink.WARNING),
    PlaceState.NEEDS_MORE: ("circle-half-full", Ink.WARNING),
    PlaceState.NOT_SAVED: ("alert-circle-outline", Ink.WARNING),
    PlaceState.CONCERN: ("alert-octagon", Ink.DANGER),
    PlaceState.FOLDED: ("minus-circle-outline", Ink.MUTED),
}
_EDGE = 10
_GAP = 6
_SIGN = 16
_SMALL_LINE = 17  # pixels: a line of small text at the standard size
_LINES = 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NavDelegate(QStyledItemDelegate):
    """Draws themes as headings and questions with sign, id, star and their whole wording."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known_metrics: dict[bool, QFontMetrics] = {}
        self._heights: dict[tuple[str, int], int] = {}
        self._lines: dict[tuple[str, int], list[str]] = {}
        look.theme.changed.connect(self._forget)
        self.here = Place("")
        """The place that is read: its wording stands in full, the others in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the wording needs at the list's width."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, NavRow):
            return super().sizeHint(option, index)
        width = self._width(option)
        if row.kind is RowKind.THEME:
            return QSize(width, self._title_height(row, width) + 14)
        inside = width - 2 * _EDGE - self._sign() - _GAP
        head = self._head_height(row, inside)
        if not row.text:
            return QSize(width, head + 10)
        text = self._text_height(row.text, inside)
        if row.place != self.here:
            text = min(text, _LINES * self._metrics().lineSpacing())
        return QSize(width, head + text + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, NavRow):
            return
        painter.save()
        self._paint_ground(painter, option, row)
        if row.kind is RowKind.THEME:
            self._paint_theme(painter, option.rect, row)
        else:
            self._paint_row(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: NavRow) -> None:
        colours = self._look.theme.colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        elif row.kind is RowKind.THEME:
            painter.fillRect(option.rect, QColor(colours.rail))

    def _paint_theme(self, painter: QPainter, box: QRect, row: NavRow) -> None:
        colours = self._look.theme.colours
        count = self._metrics().horizontalAdvance(row.count)
        painter.setFont(self._look.theme.font(TextSize.SMALL, strong=True))
        painter.setPen(QColor(colours.text))
        inside = box.adjusted(_EDGE, 7, -_EDGE - count - _GAP, -7)
        painter.drawText(inside, _WRAP, row.title)
        painter.setFont(self._look.theme.font(TextSize.SMALL))
        painter.setPen(QColor(colours.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(_EDGE, 7, -_EDGE, -7), right, row.count)

    def _paint_row(self, painter: QPainter, box: QRect, row: NavRow) -> None:
        colours = self._look.theme.colours
        wide = self._sign()
        left = _EDGE + (wide + _GAP if row.state is not None else 0)
        line = self._metrics(strong=True).height()
        if row.state is not None:
            name, ink = _SIGNS[row.state]
            top = box.top() + 5 + (line - wide) // 2
            sign = QRect(box.left() + _EDGE, top, wide, wide)
            self._look.icons.paint(painter, sign, name, ink, faint=False)
        inside = box.width() - left - _EDGE
        high = self._head_height(row, inside)
        head = QRect(box.left() + left, box.top() + 5, inside, high)
        painter.setFont(self._look.theme.font(TextSize.SMALL, strong=row.kind is not RowKind.FOLD))
        faint = row.state is PlaceState.FOLDED or row.kind is RowKind.FOLD
        painter.setPen(QColor(colours.muted if faint else colours.text))
        title = f"{row.title} ★" if row.critical else row.title
        if row.kind is RowKind.JUDGEMENT:
            painter.drawText(head, _WRAP, title)
        else:
            whole = self._metrics(strong=row.kind is not RowKind.FOLD)
            title = whole.elidedText(title, Qt.TextElideMode.ElideRight, head.width())
            painter.drawText(head, _LINE, title)
        painter.setFont(self._look.theme.font(TextSize.SMALL))
        painter.setPen(QColor(colours.muted if faint else colours.text))
        self._paint_wording(painter, head.adjusted(0, high, 0, box.height()), row)

    def _paint_wording(self, painter: QPainter, box: QRect, row: NavRow) -> None:
        metrics = self._metrics()
        if row.place == self.here:
            painter.drawText(box, _WRAP, row.text)
            return
        key = (row.text, box.width())
        if key not in self._lines:
            self._lines[key] = in_lines(row.text, metrics, box.width())
        for number, words in enumerate(self._lines[key]):
            painter.drawText(
                box.left(), box.top() + metrics.ascent() + number * metrics.lineSpacing(), words
            )

    def _head_height(self, row: NavRow, width: int) -> int:
        """Return the height of a row's first words: a judgement's may take two lines."""
        line = self._metrics(strong=True).height()
        if row.kind is not RowKind.JUDGEMENT:
            return line
        box = QRect(0, 0, width, 10_000)
        return self._metrics(strong=True).boundingRect(box, _WRAP, row.title).height()

    def _title_height(self, row: NavRow, width: int) -> int:
        count = self._metrics().horizontalAdvance(row.count)
        box = QRect(0, 0, width - 2 * _EDGE - count - _GAP, 10_000)
        return self._metrics(strong=True).boundingRect(box, _WRAP, row.title).height()

    def _text_height(self, text: str, width: int) -> int:
        """Return the height of a wrapped text; measuring 200 of them takes most of a frame."""
        known = self._heights.get((text, width))
        if known is None:
            box = QRect(0, 0, width, 10_000)
            known = self._metrics().boundingRect(box, _WRAP, text).height()
            self._heights[text, width] = known
        return known

    def _sign(self) -> int:
        """Return how wide a sign is, in pixels: it grows with the words."""
        return round(_SIGN * max(1.0, self._metrics(strong=True).height() / _SMALL_LINE))

    def _metrics(self, *, strong: bool = False) -> QFontMetrics:
        if strong not in self._known_metrics:
            font = self._look.theme.font(TextSize.SMALL, strong=strong)
            self._known_metrics[strong] = QFontMetrics(font)
        return self._known_metrics[strong]

    def _forget(self) -> None:
        """Measure anew: the text size may have changed."""
        self._known_metrics, self._heights, self._lines = {}, {}, {}

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        view = option.widget
        viewport = getattr(view, "viewport", None)
        return viewport().width() if callable(viewport) else option.rect.width()


def in_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a text in at most two lines; what does not fit ends in an ellipsis."""
    lines = [""]
    words = text.split()
    for number, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < _LINES:
            lines.append(word)
        else:
            rest = " ".join([lines[-1], *words[number:]])
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
    return lines
