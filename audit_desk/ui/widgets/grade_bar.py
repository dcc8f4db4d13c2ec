"""Grades as one bar, each part labelled: the screen's form of a chart of grades.

Lengths are exact. A part too narrow for its label is named after the bar instead, so that no
count hides behind a colour. Parts in outline are files that could not be graded.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Spread
from audit_desk.ui.theme import TextSize, Theme
from audit_desk.ui.tokens import Pair
from audit_desk.ui.widgets.grade_chip import NOTHING

KEY = (
    "O outstanding · G good · RI requires improvement · I inadequate."
    " In outline, because nobody could grade them: NE not evidenced, NX not accessible,"
    f" {NOTHING} not answered."
)
"""What the letters mean; stands once beneath the bars of a page."""

_MARGIN = 10.0
_TAIL = "RI 00 · I 00"
_LEAST = 200


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar.

    Attributes:
        count: How many files.
        word: What they have in common, spelled out.
        letters: The same where room is short.
        pair: Ground and text; ``None`` draws an outline.
    """

    count: int
    word: str
    letters: str
    pair: Pair | None


def parts_of(spread: Spread, theme: Theme) -> list[Part]:
    """Return the parts that hold at least one file; "not applicable" is none of them."""
    graded = [
        Part(spread.grades.get(grade, 0), grade.label, grade.letters, theme.grade_colour(grade))
        for grade in Grade
    ]
    others = [
        Part(spread.not_evidenced, "Not evidenced", "NE", None),
        Part(spread.not_accessible, "Not accessible", "NX", None),
        Part(spread.unanswered, "Not answered", NOTHING, None),
    ]
    return [part for part in (*graded, *others) if part.count]


def spread_words(spread: Spread, theme: Theme) -> str:
    """Return a spread in words, for whoever cannot see the bar."""
    words = ", ".join(f"{part.count} {part.word.lower()}" for part in parts_of(spread, theme))
    return words or "none graded"


def paint_spread(painter: QPainter, box: QRectF, spread: Spread, theme: Theme) -> None:
    """Paint a spread into a box; tables paint theirs with this too."""
    painter.save()
    painter.setFont(theme.font(TextSize.SMALL, strong=True))
    metrics = QFontMetricsF(painter.font())
    parts = parts_of(spread, theme)
    total = sum(part.count for part in parts)
    tail = metrics.horizontalAdvance(_TAIL) + _MARGIN
    bar = box.adjusted(0, 0, -tail, 0)
    left, loose = bar.left(), []
    for part in parts:
        cell = QRectF(left, bar.top(), bar.width() * part.count / total, bar.height())
        left = cell.right()
        label = _fitting(part, cell.width() - _MARGIN, metrics)
        _paint_part(painter, cell, part, label, theme)
        if not label:
            loose.append(f"{part.letters} {part.count}")
    rest = QRectF(left + _MARGIN * 0.6, box.top(), box.right() - left, box.height())
    painter.setPen(QColor(theme.colours.text if loose else theme.colours.muted))
    words = " · ".join(loose) if parts else "None graded"
    painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def _fitting(part: Part, room: float, metrics: QFontMetricsF) -> str:
    for name in (part.word, part.letters):
        text = f"{name} {part.count}"
        if metrics.horizontalAdvance(text) <= room:
            return text
    return ""


def _paint_part(painter: QPainter, cell: QRectF, part: Part, text: str, theme: Theme) -> None:
    shown = cell.adjusted(0, 0, -1, 0)
    if part.pair is None:
        painter.setPen(QPen(QColor(theme.colours.control_line), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.fillRect(shown, QColor(part.pair.fill))
    painter.setPen(QColor(part.pair.text if part.pair else theme.colours.text))
    painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, text)


class GradeBar(QWidget):
    """A bar of grades.

    Args:
        theme: Its colours.
        name: What was graded, for screen readers.
        spread: The grades.
    """

    def __init__(self, theme: Theme, name: str, spread: Spread) -> None:
        super().__init__()
        self._theme = theme
        self._spread = spread
        words = spread_words(spread, theme)
        self.setAccessibleName(f"{name}: {words}")
        self.setToolTip(words[:1].upper() + words[1:])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for a line of text and its margin."""
        height = QFontMetricsF(self._theme.font(TextSize.SMALL, strong=True)).height()
        return QSize(2 * _LEAST, round(height) + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which labels still have a chance."""
        return QSize(_LEAST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        del event
        painter = QPainter(self)
        paint_spread(painter, QRectF(self.rect()), self._spread, self._theme)
        painter.end()
