"""A chart on paper: rectangles, lines and strings, drawn by a rule each.

The library's own renderer knows every shape there is, and takes three times as long.
"""

from typing import Any


def draw_chart(drawing: Any, canvas: Any) -> None:
    """Draw a chart with its lower left corner where drawing now begins.

    Args:
        drawing: A ``reportlab.graphics`` drawing of rectangles, lines and strings.
        canvas: What to draw on.

    Raises:
        TypeError: It holds another shape.
    """
    canvas.saveState()
    for shape in drawing.contents:
        match type(shape).__name__:
            case "Rect":
                _rectangle(shape, canvas)
            case "Line":
                canvas.setStrokeColor(shape.strokeColor)
                canvas.setLineWidth(shape.strokeWidth)
                canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
            case "String":
                _string(shape, canvas)
            case other:
                raise TypeError(other)
    canvas.restoreState()


def _rectangle(shape: Any, canvas: Any) -> None:
    has_edge = shape.strokeColor is not None
    if has_edge:
        canvas.setStrokeColor(shape.strokeColor)
        canvas.setLineWidth(shape.strokeWidth)
    canvas.setFillColor(shape.fillColor)
    canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=int(has_edge), fill=1)


def _string(shape: Any, canvas: Any) -> None:
    canvas.setFont(shape.fontName, shape.fontSize)
    canvas.setFillColor(shape.fillColor)
    draw = {
        "start": canvas.drawString,
        "middle": canvas.drawCentredString,
        "end": canvas.drawRightString,
    }[shape.textAnchor]
    draw(shape.x, shape.y, shape.text)
