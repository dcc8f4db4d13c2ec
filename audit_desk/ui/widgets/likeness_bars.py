"""The sample beside its frame, value by value: two bars each, directly labelled.

Before a draw the lower bar is a bracket: what chance usually gives. After it the bar is what
was drawn, and a value that chance seldom gives says so in words.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from audit_desk.domain.representativeness import MORE, Likeness, Picture, counted
from audit_desk.ui.theme import TextSize, Theme

_BAR = 8.0
_BETWEEN = 10.0
_GAP = 10.0
_LEAST_CHARS = 54
_NAME_SHARE = 0.34
_TEXT_SHARE = 0.34
_HALF = 0.5


class LikenessBars(QWidget):
    """One attribute's values, the sample under the frame.

    Args:
        theme: Its colours.
        picture: What is compared.
    """

    def __init__(self, theme: Theme, picture: Picture) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self.setAccessibleName(f"{picture.label}: sample beside frame")
        self.setAccessibleDescription(picture.words)
        self.setToolTip("\n".join(row.words for row in picture.rows))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the heading and two lines a value."""
        height = self._head() + sum(self._height(row) for row in self._picture.rows)
        return QSize(self._least(), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which labels and bars have room."""
        return QSize(self._least(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint heading and values."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextSize.BODY, strong=True))
        painter.setPen(QColor(self._theme.colours.text))
        head = QRectF(0, 0, self.width(), self._head())
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, self._picture.label)
        top = self._head()
        for row in self._picture.rows:
            self._paint_row(painter, row, top)
            top += self._height(row)
        painter.end()

    def _height(self, row: Likeness) -> float:
        return (3 if row.mark else 2) * self._line() + _BETWEEN

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.SMALL)).height()

    def _head(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.BODY, strong=True)).height() + 4

    def _least(self) -> int:
        metrics = QFontMetricsF(self._theme.font(TextSize.SMALL))
        return round(metrics.averageCharWidth() * _LEAST_CHARS)

    def _paint_row(self, painter: QPainter, row: Likeness, top: float) -> None:
        line, width = self._line(), float(self.width())
        names, texts = width * _NAME_SHARE, width * _TEXT_SHARE
        room = width - names - texts - 2 * _GAP
        colours = self._theme.colours
        ink, quiet = QColor(colours.text), QColor(colours.muted)
        self._write_name(painter, QRectF(0, top, names, 2 * line), row)
        bars = QRectF(names + _GAP, top, room, line)
        self._bar(painter, bars, row.in_frame.n, row.in_frame.of, QColor(colours.control_line))
        beside = QRectF(bars.right() + _GAP, top, texts, line)
        self._write(painter, beside, f"Frame {counted(row.in_frame)}", quiet)
        below, said = bars.translated(0, line), beside.translated(0, line)
        if row.in_sample is None:
            self._bracket(painter, below, row)
            self._write(painter, said, f"Usually {row.usually} drawn", ink)
            return
        self._bar(painter, below, row.in_sample.n, row.in_sample.of, QColor(colours.accent))
        self._write(painter, said, f"Drawn {counted(row.in_sample)}", ink)
        if row.mark:
            sign = "▲" if row.mark == MORE else "▼"
            mark = QRectF(bars.left(), top + 2 * line, width - bars.left(), line)
            words = f"{sign} {row.mark_words}"
            self._write(painter, mark, words, QColor(colours.warning), strong=True)

    def _bar(self, painter: QPainter, room: QRectF, n: int, of: int, colour: QColor) -> None:
        ground = QRectF(room.left(), room.center().y() - _BAR / 2, room.width(), _BAR)
        painter.fillRect(ground, QColor(self._theme.colours.hover))
        if of and n:
            painter.fillRect(
                QRectF(ground.left(), ground.top(), ground.width() * n / of, _BAR), colour
            )

    def _bracket(self, painter: QPainter, room: QRectF, row: Likeness) -> None:
        size = row.size
        if not size:
            return
        self._bar(painter, room, 0, size, QColor())
        left = room.left() + room.width() * row.least / size
        right = max(left + 2, room.left() + room.width() * row.most / size)
        middle = room.center().y()
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for end in (left, right):
            painter.drawLine(
                QPointF(end, middle - _BAR * _HALF), QPointF(end, middle + _BAR * _HALF)
            )

    def _write_name(self, painter: QPainter, room: QRectF, row: Likeness) -> None:
        painter.setFont(self._theme.font(TextSize.SMALL, strong=bool(row.mark)))
        painter.setPen(QColor(self._theme.colours.text))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, top | Qt.TextFlag.TextWordWrap, row.value)

    def _write(
        self, painter: QPainter, room: QRectF, text: str, colour: QColor, *, strong: bool = False
    ) -> None:
        painter.setFont(self._theme.font(TextSize.SMALL, strong=strong))
        painter.setPen(colour)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, place, shown)
