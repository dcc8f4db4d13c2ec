"""One bar of a chart: parts side by side, each labelled once, in it or under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.reports import fonts

INK = "#1f2a33"
QUIET_INK = "#5a6670"
WHITE = "#ffffff"
_EDGE = "#8a949c"
_GAP = 8.0
"""Between two labels that stand beside each other."""
_MARGIN = 3.0
"""On each side of a label inside its part."""
_LETTER_HEIGHT = 0.66
_BELOW = 1.3
"""Room for a label under the bar, as a multiple of its size."""
_TICK = 3.2


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: how many, what it is called, and its colours."""

    count: int
    name: str
    letters: str
    fill: str
    ink: str

    @property
    def in_full(self) -> str:
        """Name and count."""
        return f"{self.name} {self.count}"

    @property
    def in_short(self) -> str:
        """Letters and count."""
        return f"{self.letters} {self.count}"


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar stands and how large its labels are.

    Attributes:
        left: Its left end in points.
        bottom: Its lower edge.
        width: Its whole width.
        height: Its height without the labels under it.
        size: Of the labels' letters.
    """

    left: float
    bottom: float
    width: float
    height: float
    size: float


def room_below(parts: Sequence[Part], names: Sequence[str], width: float, size: float) -> float:
    """Return the room that labels need under a bar; none where all of them fit into it."""
    return 0.0 if all(_inside(parts, names, width, size)) else _TICK + _BELOW * size


def draw_bar(drawing: Any, bar: Bar, parts: Sequence[Part], names: Sequence[str]) -> None:
    """Draw the parts, each as wide as its share, and their labels.

    Args:
        drawing: What to draw on.
        bar: Where.
        parts: At least one.
        names: Their labels; those under the bar are shortened where there is no room.
    """
    lefts = _lefts(parts, bar)
    inside = _inside(parts, names, bar.width, bar.size)
    for part, name, left, fits in zip(parts, names, lefts, inside, strict=True):
        extent = bar.width * part.count / _total(parts)
        _draw_part(drawing, bar, part, left, extent)
        if fits:
            baseline = bar.bottom + (bar.height - bar.size * _LETTER_HEIGHT) / 2
            middle = left + extent / 2
            draw_text(drawing, (middle, baseline), name, bar.size, part.ink, "middle")
    outside = [index for index, fits in enumerate(inside) if not fits]
    _draw_below(drawing, bar, parts, names, outside)


def draw_text(
    drawing: Any,
    place: tuple[float, float],
    text: str,
    size: float,
    colour: str = INK,
    anchor: str = "start",
) -> None:
    """Write a line of text at a place on its baseline."""
    from reportlab.graphics.shapes import String
    from reportlab.lib.colors import HexColor

    drawing.add(
        String(
            *place,
            text,
            fontName=fonts.REGULAR,
            fontSize=size,
            fillColor=HexColor(colour),
            textAnchor=anchor,
        )
    )


def text_width(text: str, size: float) -> float:
    """Return how wide a text is, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, fonts.REGULAR, size))


def fitted(text: str, width: float, size: float) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis."""
    text = fonts.Printable()(" ".join(text.split()))
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _total(parts: Sequence[Part]) -> int:
    return sum(part.count for part in parts)


def _lefts(parts: Sequence[Part], bar: Bar) -> list[float]:
    done = [sum(part.count for part in parts[:index]) for index in range(len(parts))]
    return [bar.left + bar.width * count / _total(parts) for count in done]


def _inside(parts: Sequence[Part], names: Sequence[str], width: float, size: float) -> list[bool]:
    """Say of each label whether it fits into its part."""
    return [
        text_width(name, size) + 2 * _MARGIN <= width * part.count / _total(parts)
        for part, name in zip(parts, names, strict=True)
    ]


def _draw_part(drawing: Any, bar: Bar, part: Part, left: float, extent: float) -> None:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    drawing.add(
        Rect(
            left,
            bar.bottom,
            extent,
            bar.height,
            fillColor=HexColor(part.fill),
            strokeColor=HexColor(_EDGE if part.fill == WHITE else WHITE),
            strokeWidth=0.6,
        )
    )


def _draw_below(
    drawing: Any, bar: Bar, parts: Sequence[Part], names: Sequence[str], indexes: Sequence[int]
) -> None:
    """Write labels under their parts, moved sideways where they would collide."""
    from reportlab.graphics.shapes import Line
    from reportlab.lib.colors import HexColor

    shown = [names[index] for index in indexes]
    if sum(text_width(name, bar.size) + _GAP for name in shown) > bar.width:
        shown = [parts[index].in_short for index in indexes]
    wide = [text_width(name, bar.size) for name in shown]
    lefts = _lefts(parts, bar)
    per_file = bar.width / _total(parts)
    centres = [lefts[index] + per_file * parts[index].count / 2 for index in indexes]
    starts = _without_collisions(centres, wide, bar.left, bar.left + bar.width)
    for name, start, extent, centre in zip(shown, starts, wide, centres, strict=True):
        target = min(max(centre, start + 2), start + extent - 2)
        ends = (centre, bar.bottom - 0.5, target, bar.bottom - _TICK)
        drawing.add(Line(*ends, strokeColor=HexColor(_EDGE), strokeWidth=0.5))
        baseline = bar.bottom - _TICK - 1.2 - bar.size * 0.8
        draw_text(drawing, (start, baseline), name, bar.size)


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
