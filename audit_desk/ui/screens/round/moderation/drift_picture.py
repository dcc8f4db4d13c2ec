"""How each auditor's grades lie to the settled ones: a dot and its interval, sorted by name."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from audit_desk.domain.drift import Drift
from audit_desk.ui.theme import TextSize, Theme

_FURTHEST = 1.5
"""How many grades the scale goes to either side."""
_ROW, _HEAD, _SAID_BELOW = 1.8, 1.6, 0.3
"""Heights of a row, of the scale's head and of the gap after words below a row, in lines."""
_NAME, _SAID, _NAME_NARROW = 0.17, 0.47, 0.34
"""Parts of the width: names, words beside the scale; names where the words stand below."""
_WIDE_CHARS, _LEAST_CHARS = 96, 40
_DOT, _GAP = 4.5, 12.0
_TALL, _WRAP = 100_000.0, Qt.TextFlag.TextWordWrap


class DriftPicture(QWidget):
    """One line an auditor; nobody stands above another for how they grade.

    Args:
        theme: Its colours.
        drifts: Each auditor's drift, by name.
    """

    def __init__(self, theme: Theme, drifts: Sequence[Drift]) -> None:
        super().__init__()
        self._theme = theme
        self._drifts = drifts
        self.setAccessibleName("How each reader's grades lie to the settled ones")
        self.setAccessibleDescription(" ".join(f"{each.auditor}: {_said(each)}" for each in drifts))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """Tell that words go below the lines where there is no room beside them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the scale's head and a line an auditor."""
        rows = sum(self._row(each, width) for each in self._drifts)
        return round(self._metrics().height() * _HEAD + rows)

    def sizeHint(self) -> QSize:
        """Return room for names, scale and words beside each other."""
        wide = round(self._metrics().averageCharWidth() * _WIDE_CHARS)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which names and scale have room."""
        least = round(self._metrics().averageCharWidth() * _LEAST_CHARS)
        return QSize(least, self.sizeHint().height())

    def _is_wide(self, width: int) -> bool:
        metrics = self._metrics()
        longest = max((metrics.horizontalAdvance(_said(each)) for each in self._drifts), default=0)
        return width >= metrics.averageCharWidth() * _WIDE_CHARS and longest <= width * _SAID

    def _row(self, each: Drift, width: int) -> float:
        """Return the height of a row in pixels, with the words below it where they go there."""
        line = self._metrics().height()
        if self._is_wide(width):
            return line * _ROW
        return line * (_ROW + _SAID_BELOW) + self._said_below(each, width)

    def _said_below(self, each: Drift, width: float) -> float:
        room = QRectF(0, 0, width, _TALL)
        return self._metrics().boundingRect(room, _WRAP, _said(each)).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head of the scale and each line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextSize.SMALL))
        line = self._metrics().height()
        wide = self._is_wide(self.width())
        name = self.width() * (_NAME if wide else _NAME_NARROW)
        beside = self.width() * _SAID + _GAP if wide else 0.0
        scale = QRectF(name, 0, self.width() - name - beside, line * 1.4)
        quiet = QColor(self._theme.colours.muted)
        self._write(painter, scale, "◂ better", quiet, Qt.AlignmentFlag.AlignLeft)
        self._write(painter, scale, "as settled", quiet, Qt.AlignmentFlag.AlignHCenter)
        self._write(painter, scale, "less well ▸", quiet, Qt.AlignmentFlag.AlignRight)
        top = line * _HEAD
        for each in self._drifts:
            self._paint_row(painter, each, QRectF(0, top, self.width(), line * _ROW), scale)
            top += self._row(each, self.width())
        painter.end()

    def _paint_row(self, painter: QPainter, each: Drift, room: QRectF, scale: QRectF) -> None:
        ink = QColor(self._theme.colours.text)
        left = Qt.AlignmentFlag.AlignLeft
        name = QRectF(room.left(), room.top(), scale.left() - _GAP, room.height())
        self._write(painter, name, each.auditor, ink, left)
        ground = QRectF(scale.left(), room.top() + 2, scale.width(), room.height() - 4)
        painter.fillRect(ground, QColor(self._theme.colours.hover))
        painter.setPen(QPen(QColor(self._theme.colours.control_line), 1))
        middle = scale.center().x()
        painter.drawLine(QPointF(middle, ground.top()), QPointF(middle, ground.bottom()))
        if each.mean is not None:
            self._paint_mean(painter, each, scale, room.center().y())
        if self._is_wide(self.width()):
            beside = scale.right() + _GAP
            said = QRectF(beside, room.top(), room.right() - beside, room.height())
            self._write(painter, said, _said(each), ink, left)
        else:
            high = self._said_below(each, room.width())
            said = QRectF(room.left(), room.bottom(), room.width(), high)
            painter.setPen(ink)
            painter.drawText(said, _WRAP, _said(each))

    def _paint_mean(self, painter: QPainter, each: Drift, scale: QRectF, y: float) -> None:
        def place(value: float) -> float:
            kept = max(-_FURTHEST, min(_FURTHEST, value))
            return scale.center().x() + scale.width() / 2 * kept / _FURTHEST

        accent = QColor(self._theme.colours.accent)
        if each.low is not None and each.high is not None:
            painter.setPen(QPen(accent, 2))
            painter.drawLine(QPointF(place(each.low), y), QPointF(place(each.high), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(place(each.mean or 0.0), y), _DOT, _DOT)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(TextSize.SMALL))

    def _write(
        self, painter: QPainter, room: QRectF, text: str, ink: QColor, side: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(ink)
        shown = self._metrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _said(each: Drift) -> str:
    files = "1 file" if each.n == 1 else f"{each.n} files"
    counts = f"{files}: {each.better} better, {each.same} the same, {each.worse} less well"
    return f"{counts}. {each.words}"
