"""A radio button whose circle is drawn in the theme's colours."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton

from audit_desk.ui.theme import Theme

_CIRCLE = 16
_EDGE = 5
_GAP = 8


class RadioOption(QRadioButton):
    """One of several options; the chosen one has a filled circle and its line in the accent."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme

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
        circle = QRectF(_EDGE, (box.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        line = accent if self.isChecked() else QColor(colours.control_line)
        painter.setPen(QPen(line, 2 if self.isChecked() else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(circle.adjusted(4, 4, -4, -4))
        painter.setPen(QColor(colours.text))
        words = box.adjusted(_EDGE + _CIRCLE + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
