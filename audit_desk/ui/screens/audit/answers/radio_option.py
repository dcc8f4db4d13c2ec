"""A radio button whose circle is drawn in the theme's colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton

from audit_desk.ui.theme import Theme

_CIRCLE = 16
_LINE = 19  # pixels: a line at the standard text size
_EDGE = 5
_GAP = 8


class RadioOption(QRadioButton):
    """One of several options; the chosen one has a filled circle and its line in the accent."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme

    @property
    def circle(self) -> int:
        """How wide the circle is, in pixels: it grows with the words beside it."""
        return round(_CIRCLE * max(1.0, self.fontMetrics().height() / _LINE))

    def sizeHint(self) -> QSize:
        """Return Qt's own, with the room that a larger circle takes."""
        return super().sizeHint() + QSize(self.circle - _CIRCLE, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words beside a circle are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, words and focus."""
        del event
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(colours.accent)
        box = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        wide = self.circle
        circle = QRectF(_EDGE, (box.height() - wide) / 2, wide, wide)
        line = accent if self.isChecked() else QColor(colours.control_line)
        painter.setPen(QPen(line, 2 if self.isChecked() else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            inside = wide / 4
            painter.drawEllipse(circle.adjusted(inside, inside, -inside, -inside))
        painter.setPen(QColor(colours.text))
        words = box.adjusted(_EDGE + wide + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
