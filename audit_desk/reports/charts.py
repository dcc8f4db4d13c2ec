"""Charts of grades, drawn once and shown on paper and on screen.

A chart is a ``reportlab.graphics`` drawing of rectangles, lines and strings alone, so that
whatever shows it needs to know only those three. Every part is labelled where it stands;
nobody has to match a colour with a legend. The colours go from pale to dark with the grade,
so they stay apart in grey print and for people who see colours differently.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Spread
from audit_desk.domain.grade_colours import GRADE_COLOURS
from audit_desk.reports import fonts

INK = "#1f2a33"
QUIET_INK = "#5a6670"
_EDGE = "#8a949c"
_WHITE = "#ffffff"
OVERVIEW_ROW = 23.5
"""Height of one row of the overview, in points."""
_GAP = 8.0
_LABEL_SIZE = 8.5
_ROW_LABEL_SIZE = 7.5
_TITLE_SIZE = 9.0


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a bar: how many, what it is called, and its colours."""

    count: int
    name: str
    letters: str
    fill: str
    ink: str


def grade_chart(spread: Spread, width: float) -> Any:
    """Return one bar of grades with a full label under each part.

    Args:
        spread: The grades; files to which the theme does not apply are not shown.
        width: The drawing's width in points.
    """
    drawing, bar = _drawing(width, 40), 18.0
    parts = _parts(spread)
    _bar(drawing, parts, (0, 40 - bar, width, bar), letters=True)
    _labels(drawing, parts, (0, 40 - bar, width), _LABEL_SIZE)
    return drawing


def overview_chart(rows: Sequence[tuple[str, Spread]], width: float) -> Any:
    """Return a bar for each title, one under the other, with short labels.

    Args:
        rows: The titles and their grades.
        width: The drawing's width in points.
    """
    pitch, bar, title_width = OVERVIEW_ROW, 11.0, width * 0.32
    drawing = _drawing(width, pitch * len(rows))
    for index, (title, spread) in enumerate(rows):
        top = pitch * (len(rows) - index)
        parts = _parts(spread)
        _text(drawing, 0, top - 9.0, _fitted(title, title_width - _GAP, _TITLE_SIZE), _TITLE_SIZE)
        _bar(drawing, parts, (title_width, top - bar, width - title_width, bar), letters=False)
        _labels(
            drawing,
            parts,
            (title_width, top - bar, width - title_width),
            _ROW_LABEL_SIZE,
            short=True,
        )
    return drawing


def _drawing(width: float, height: float) -> Any:
    from reportlab.graphics.shapes import Drawing

    fonts.register()
    return Drawing(width, height)


def _parts(spread: Spread) -> list[_Part]:
    parts = [
        _Part(
            spread.grades[grade],
            grade.label,
            grade.letters,
            *GRADE_COLOURS[grade],
        )
        for grade in Grade
    ]
    parts += [
        _Part(spread.not_evidenced, "Not evidenced", "NE", _WHITE, QUIET_INK),
        _Part(spread.not_accessible, "Not accessible", "NA", _WHITE, QUIET_INK),
        _Part(spread.unanswered, "Not judged", "NJ", _WHITE, QUIET_INK),
    ]
    return [part for part in parts if part.count]


def _bar(
    drawing: Any, parts: Sequence[_Part], box: tuple[float, float, float, float], *, letters: bool
) -> None:
    """Draw the parts side by side, each as wide as its share."""
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    left, bottom, width, height = box
    total = sum(part.count for part in parts)
    for part in parts:
        extent = width * part.count / total
        drawing.add(
            Rect(
                left,
                bottom,
                extent,
                height,
                fillColor=HexColor(part.fill),
                strokeColor=HexColor(_EDGE if part.fill == _WHITE else _WHITE),
                strokeWidth=0.6,
            )
        )
        if letters and _wide(part.letters, _LABEL_SIZE) + 4 < extent:
            x, y = left + extent / 2, bottom + (height - _LABEL_SIZE * 0.66) / 2
            _text(drawing, x, y, part.letters, _LABEL_SIZE, part.ink, "middle")
        left += extent


def _labels(
    drawing: Any,
    parts: Sequence[_Part],
    place: tuple[float, float, float],
    size: float,
    *,
    short: bool = False,
) -> None:
    """Write count and name under each part, moved sideways where they would collide."""
    from reportlab.graphics.shapes import Line
    from reportlab.lib.colors import HexColor

    left, bottom, width = place
    total = sum(part.count for part in parts)
    names = [f"{part.letters if short else part.name} {part.count}" for part in parts]
    if sum(_wide(name, size) + _GAP for name in names) > width:
        names = [f"{part.letters} {part.count}" for part in parts]
    wide = [_wide(name, size) for name in names]
    centres, done = [], 0
    for part in parts:
        centres.append(left + width * (done + part.count / 2) / total)
        done += part.count
    starts = _without_collisions(centres, wide, left, left + width)
    for name, start, extent, centre in zip(names, starts, wide, centres, strict=True):
        target = min(max(centre, start + 2), start + extent - 2)
        drawing.add(
            Line(
                centre,
                bottom - 0.5,
                target,
                bottom - 3.2,
                strokeColor=HexColor(_EDGE),
                strokeWidth=0.5,
            )
        )
        _text(drawing, start, bottom - 4.6 - size * 0.8, name, size)


def _without_collisions(
    centres: Sequence[float], wide: Sequence[float], left: float, right: float
) -> list[float]:
    """Return where each label starts: under its part, pushed apart, inside the bar's ends."""
    starts: list[float] = []
    edge = left
    for centre, extent in zip(centres, wide, strict=True):
        starts.append(max(centre - extent / 2, edge))
        edge = starts[-1] + extent + _GAP
    edge = right
    for index in reversed(range(len(starts))):
        starts[index] = min(starts[index], edge - wide[index])
        edge = starts[index] - _GAP
    return starts


def _wide(text: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, fonts.REGULAR, size))


def _fitted(text: str, width: float, size: float) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis."""
    text = fonts.Printable()(" ".join(text.split()))
    if _wide(text, size) <= width:
        return text
    while text and _wide(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _text(
    drawing: Any,
    x: float,
    y: float,
    text: str,
    size: float,
    colour: str = INK,
    anchor: str = "start",
) -> None:
    from reportlab.graphics.shapes import String
    from reportlab.lib.colors import HexColor

    drawing.add(
        String(
            x,
            y,
            text,
            fontName=fonts.REGULAR,
            fontSize=size,
            fillColor=HexColor(colour),
            textAnchor=anchor,
        )
    )
