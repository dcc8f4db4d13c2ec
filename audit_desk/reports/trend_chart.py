"""Rounds beside each other on paper: a point and its interval a round, on one scale.

Where a round counted too few files for a percentage there is no point either, only its counts.
The last round is dark and the earlier ones pale; each row says which it is and what it counted, so
the chart needs no legend and prints in grey.
"""

from collections.abc import Sequence
from typing import Any

from audit_desk.domain.trend import TrendLine, TrendPoint
from audit_desk.reports import fonts
from audit_desk.reports.chart_bar import INK, QUIET_INK, draw_text, fitted
from audit_desk.reports.words import counted, interval

_EARLIER, _NOW = "#8f9ba4", "#1f4a63"
_GRID, _GROUND = "#d9dfe3", "#f3f5f6"
_HEAD_SIZE, _HEAD = 9.2, 14.0
_SIZE, _ROW = 7.8, 11.0
_AFTER, _SCALE = 6.0, 13.0
_NAME_SHARE, _TEXT_SHARE = 0.24, 0.34
_THIS = "This round"
_GAP = 8.0
_POINT, _BAR = 5.4, 1.5
_STEPS = (0, 25, 50, 75, 100)


def trend_chart(lines: Sequence[TrendLine], width: float) -> Any:
    """Return the lines below each other, each with its rounds, over one scale in percent.

    Args:
        lines: What is compared; at least one.
        width: The drawing's width in points.
    """
    from reportlab.graphics.shapes import Drawing

    fonts.register()
    height = sum(line_height(line) for line in lines) + _SCALE
    drawing = Drawing(width, height)
    left, room = width * _NAME_SHARE, width * (1 - _NAME_SHARE - _TEXT_SHARE) - _GAP
    top = height
    for line in lines:
        _draw_line(drawing, line, (left, room), top, width)
        top -= line_height(line)
    for step in _STEPS:
        place = left + room * step / 100
        draw_text(drawing, (place, 2.0), f"{step} %", 7.2, QUIET_INK, "middle")
    return drawing


def line_height(line: TrendLine) -> float:
    """Return how much of the chart's height a line takes, in points."""
    return _HEAD + _ROW * len(line.points) + _AFTER


def pages_of(lines: Sequence[TrendLine], height: float) -> list[list[TrendLine]]:
    """Return the lines in charts of at most that height, in points; each has a line at least."""
    pages: list[list[TrendLine]] = []
    used = height
    for line in lines:
        if used + line_height(line) > height:
            pages.append([])
            used = _SCALE
        pages[-1].append(line)
        used += line_height(line)
    return pages


def trend_words(lines: Sequence[TrendLine]) -> str:
    """Return what the chart shows in words, a sentence a line."""
    return " ".join(
        f"{line.title}: {', '.join(_told(point) for point in line.points)}; {line.change}."
        for line in lines
    )


def _told(point: TrendPoint) -> str:
    return f"{point.round_name} {_figures(point)}"


def _figures(point: TrendPoint) -> str:
    """Return what a round counted: counts, percentage and interval where each may stand."""
    if not point.share.of:
        return "no file counted"
    said = counted(point.share)
    return f"{said}, {interval(point.share)}" if interval(point.share) else said


def _draw_line(
    drawing: Any, line: TrendLine, scale: tuple[float, float], top: float, width: float
) -> None:
    from reportlab.lib.colors import HexColor

    left, room = scale
    change = line.change.value
    draw_text(drawing, (width, top - _HEAD_SIZE), change[0].upper() + change[1:], _SIZE, INK, "end")
    title = fitted(line.title, width * 0.75, _HEAD_SIZE)
    draw_text(drawing, (0, top - _HEAD_SIZE), title, _HEAD_SIZE)
    top -= _HEAD
    high = _ROW * len(line.points)
    _rectangle(drawing, (left, top - high), (room, high), _GROUND)
    for step in _STEPS:
        place = left + room * step / 100
        _stroke(drawing, (place, top - high, place, top), HexColor(_GRID), 0.5)
    for number, point in enumerate(line.points):
        middle = top - _ROW * number - _ROW / 2
        _draw_point(drawing, point, scale, middle, is_now=number == len(line.points) - 1)
        baseline = middle - _SIZE * 0.33
        ink = INK if number == len(line.points) - 1 else QUIET_INK
        told = _THIS if number == len(line.points) - 1 else point.round_name
        name = fitted(told, left - _GAP, _SIZE)
        draw_text(drawing, (0, baseline), name, _SIZE, ink)
        beside = left + room + _GAP
        words = fitted(_figures(point), width - beside, _SIZE)
        draw_text(drawing, (beside, baseline), words, _SIZE, ink)


def _draw_point(
    drawing: Any, point: TrendPoint, scale: tuple[float, float], middle: float, *, is_now: bool
) -> None:
    share, (left, room) = point.share, scale
    if share.percent is None:
        return
    fill = _NOW if is_now else _EARLIER
    if share.interval is not None:
        start, end = left + room * share.interval.low, left + room * share.interval.high
        _rectangle(drawing, (start, middle - _BAR / 2), (end - start, _BAR), fill)
    at = left + room * share.n / share.of
    _rectangle(drawing, (at - _POINT / 2, middle - _POINT / 2), (_POINT, _POINT), fill)


def _rectangle(
    drawing: Any, place: tuple[float, float], size: tuple[float, float], fill: str
) -> None:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    drawing.add(Rect(*place, *size, fillColor=HexColor(fill), strokeColor=None))


def _stroke(
    drawing: Any, ends: tuple[float, float, float, float], colour: Any, wide: float
) -> None:
    from reportlab.graphics.shapes import Line

    drawing.add(Line(*ends, strokeColor=colour, strokeWidth=wide))
