"""A grade as a coloured chip that always bears its word or its letters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from audit_desk.domain.audit import Absence, Grade
from audit_desk.ui.theme import TextSize, Theme

Mark = Grade | Absence | None

_ABSENCE_LETTERS = {
    Absence.NOT_EVIDENCED: "NE",
    Absence.NOT_ACCESSIBLE: "NX",
    Absence.NOT_APPLICABLE: "N/A",
}
NOTHING = "\u2013"
"""Shown where there is no judgement yet."""
_PALE = 200
"""A fill lighter than this, of 255, has an edge: a chosen row behind it is as light."""


def mark_text(mark: Mark, *, short: bool) -> str:
    """Return a mark's word, or its letters where room is short."""
    if mark is None:
        return NOTHING
    if isinstance(mark, Grade):
        return mark.letters if short else mark.label
    return _ABSENCE_LETTERS[mark] if short else mark.label


def paint_mark(
    painter: QPainter, box: QRectF, mark: Mark, theme: Theme, *, short: bool = False
) -> None:
    """Paint a mark into a box; tables and charts paint theirs with this too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(TextSize.SMALL, strong=True))
    ink = theme.colours.muted
    if isinstance(mark, Grade):
        pair = theme.grade_colour(mark)
        ink = pair.text
        fill = QColor(pair.fill)
        pale = fill.lightness() > _PALE
        painter.setPen(QColor(theme.colours.control_line) if pale else fill)
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    elif mark is not None:
        painter.setPen(QPen(QColor(theme.colours.control_line), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark_text(mark, short=short))
    painter.restore()


class GradeChip(QWidget):
    """A grade, an absence or nothing yet.

    Args:
        theme: Its colours.
        mark: What it shows.
    """

    def __init__(self, theme: Theme, mark: Mark = None) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_mark(mark)

    @property
    def mark(self) -> Mark:
        """What it shows."""
        return self._mark

    def set_mark(self, mark: Mark) -> None:
        """Show something else."""
        self._mark = mark
        words = mark_text(mark, short=False)
        self.setAccessibleName("No judgement yet" if mark is None else words)
        self.setToolTip("" if mark is None else words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the text and a margin."""
        self.setFont(self._theme.font(TextSize.SMALL, strong=True))
        metrics = self.fontMetrics()
        text = mark_text(self._mark, short=False)
        return QSize(metrics.horizontalAdvance(text) + 16, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark, self._theme)
        painter.end()
