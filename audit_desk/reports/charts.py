"""Charts of grades, drawn once and shown on paper and on screen.

A chart is a ``reportlab.graphics`` drawing of rectangles, lines and strings alone, so that
whatever shows it needs to know only those three. Every part is labelled where it stands;
nobody has to match a colour with a legend. The colours go from pale to dark with the grade,
so they stay apart in grey print and for people who see colours differently.
"""

from collections.abc import Sequence
from typing import Any

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Spread
from audit_desk.domain.grade_colours import GRADE_COLOURS
from audit_desk.reports import fonts
from audit_desk.reports.chart_bar import (
    QUIET_INK,
    WHITE,
    Bar,
    Part,
    draw_bar,
    draw_text,
    fitted,
    room_below,
)
from audit_desk.reports.words import grades_in_words

OVERVIEW_ROW = 28.0
"""The most height that a row of the overview takes, in points."""
_BETWEEN_ROWS = 4.5
_AFTER_LABELS = 1.0
_OVERVIEW_BAR = 13.0
_OVERVIEW_SIZE = 8.2
_TITLE_SHARE = 0.32
_TITLE_SIZE = 9.4
_TITLE_GAP = 8.0
_GRADE_BAR = 19.0
_GRADE_SIZE = 9.0


def grade_chart(spread: Spread, width: float) -> Any:
    """Return one bar of grades with each part's name and count.

    Args:
        spread: The grades; files to which the theme does not apply are not shown.
        width: The drawing's width in points.
    """
    parts = _parts(spread)
    names = [part.in_full for part in parts]
    below = room_below(parts, names, width, _GRADE_SIZE)
    drawing = _drawing(width, _GRADE_BAR + below)
    draw_bar(drawing, Bar(0, below, width, _GRADE_BAR, _GRADE_SIZE), parts, names)
    return drawing


def overview_chart(rows: Sequence[tuple[str, Spread]], width: float) -> Any:
    """Return a bar for each title, one under the other, with short labels.

    Args:
        rows: The titles and their grades.
        width: The drawing's width in points.
    """
    left = width * _TITLE_SHARE
    bars = [_parts(spread) for _, spread in rows]
    names = [[part.in_short for part in parts] for parts in bars]
    below = max(
        room_below(parts, short, width - left, _OVERVIEW_SIZE)
        for parts, short in zip(bars, names, strict=True)
    )
    pitch = _OVERVIEW_BAR + (below + _AFTER_LABELS if below else _BETWEEN_ROWS)
    drawing = _drawing(width, pitch * len(rows))
    for index, (title, _) in enumerate(rows):
        bottom = pitch * (len(rows) - index) - _OVERVIEW_BAR
        shown = fitted(title, left - _TITLE_GAP, _TITLE_SIZE)
        draw_text(
            drawing, (0, bottom + (_OVERVIEW_BAR - _TITLE_SIZE * 0.66) / 2), shown, _TITLE_SIZE
        )
        bar = Bar(left, bottom, width - left, _OVERVIEW_BAR, _OVERVIEW_SIZE)
        draw_bar(drawing, bar, bars[index], names[index])
    return drawing


def overview_words(rows: Sequence[tuple[str, Spread]]) -> str:
    """Return what the overview shows in words, a sentence a bar."""
    return " ".join(f"{title}: {grades_in_words(spread)}." for title, spread in rows)


def _drawing(width: float, height: float) -> Any:
    from reportlab.graphics.shapes import Drawing

    fonts.register()
    return Drawing(width, height)


def _parts(spread: Spread) -> list[Part]:
    fonts.register()
    parts = [
        Part(spread.grades[grade], grade.label, grade.letters, *GRADE_COLOURS[grade])
        for grade in Grade
    ]
    parts += [
        Part(spread.not_evidenced, "Not evidenced", "NE", WHITE, QUIET_INK),
        Part(spread.not_accessible, "Not accessible", "NA", WHITE, QUIET_INK),
        Part(spread.unanswered, "Not judged", "NJ", WHITE, QUIET_INK),
    ]
    return [part for part in parts if part.count]
