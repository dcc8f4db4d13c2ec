"""The sample beside its frame on paper: two bars a value, light over dark, each with its count.

Like the charts of grades it needs no legend, and prints in grey: the frame's bar is pale, the
sample's dark, and both say which they are.
"""

from collections.abc import Sequence
from typing import Any

from audit_desk.domain.inference import Share
from audit_desk.domain.representativeness import Likeness, Picture, counted
from audit_desk.reports import fonts
from audit_desk.reports.chart_bar import INK, QUIET_INK, draw_text, fitted

_FRAME = "#b9c3ca"
_SAMPLE = "#33566b"
_GROUND = "#eef1f3"
_COLUMNS = 2
_BETWEEN_COLUMNS = 18.0
_HEAD_SIZE, _HEAD = 9.6, 15.0
_SIZE, _LINE = 7.8, 9.6
_BAR = 5.6
_BETWEEN_ROWS = 4.0
_NAME_SHARE, _TEXT_SHARE = 0.33, 0.38
_GAP = 5.0


def likeness_chart(pictures: Sequence[Picture], width: float) -> Any:
    """Return up to two attributes side by side.

    Args:
        pictures: One or two attributes.
        width: The drawing's width in points.
    """
    from reportlab.graphics.shapes import Drawing

    fonts.register()
    height = max(_height(picture) for picture in pictures)
    drawing = Drawing(width, height)
    column = (width - _BETWEEN_COLUMNS) / _COLUMNS
    for place, picture in enumerate(pictures):
        _draw(drawing, picture, place * (column + _BETWEEN_COLUMNS), height, column)
    return drawing


def _height(picture: Picture) -> float:
    return _HEAD + sum(_row_height(row) for row in picture.rows)


def _row_height(row: Likeness) -> float:
    return (3 if row.mark else 2) * _LINE + _BETWEEN_ROWS


def _draw(drawing: Any, picture: Picture, left: float, top: float, width: float) -> None:
    head = fitted(picture.label, width, _HEAD_SIZE)
    draw_text(drawing, (left, top - _HEAD_SIZE), head, _HEAD_SIZE)
    top -= _HEAD
    for row in picture.rows:
        _draw_row(drawing, row, left, top, width)
        top -= _row_height(row)


def _draw_row(drawing: Any, row: Likeness, left: float, top: float, width: float) -> None:
    names, texts = width * _NAME_SHARE, width * _TEXT_SHARE
    bars = left + names + _GAP
    room = width - names - texts - 2 * _GAP
    first = top - _LINE + (_LINE - _SIZE) / 2
    for place, line in enumerate(_name_lines(row.value, names)):
        draw_text(drawing, (left, first - place * _LINE), line, _SIZE)
    lines = [("Frame", row.in_frame, _FRAME, QUIET_INK)]
    if row.in_sample is not None:
        lines.append(("Sample", row.in_sample, _SAMPLE, INK))
    for place, (name, share, fill, ink) in enumerate(lines):
        baseline = first - place * _LINE
        _draw_bar(drawing, (bars, baseline - 0.4), room, share, fill)
        text = fitted(f"{name} {counted(share)}", texts, _SIZE)
        draw_text(drawing, (bars + room + _GAP, baseline), text, _SIZE, ink)
    if row.mark:
        words = fitted(f"{row.mark_words[0].upper()}{row.mark_words[1:]}", width - names, _SIZE)
        draw_text(drawing, (bars, first - 2 * _LINE), words, _SIZE)


def _name_lines(name: str, width: float) -> list[str]:
    """Return a value's name in two lines at most: it stands beside two bars."""
    from reportlab.lib.utils import simpleSplit

    first, *rest = simpleSplit(fonts.Printable()(name), fonts.REGULAR, _SIZE, width) or [""]
    return [fitted(line, width, _SIZE) for line in (first, " ".join(rest)) if line]


def _draw_bar(
    drawing: Any, place: tuple[float, float], width: float, share: Share, fill: str
) -> None:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    part = width * share.n / share.of if share.of else 0.0
    for extent, colour in ((width, _GROUND), (part, fill)):
        if extent:
            drawing.add(Rect(*place, extent, _BAR, fillColor=HexColor(colour), strokeColor=None))
