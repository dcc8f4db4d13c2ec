"""A chart as a picture, for files that cannot hold a drawing.

A chart is made of rectangles, lines and strings alone, so three rules draw all of it, without
the system libraries that a general renderer would need.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from audit_desk.reports.chart_bar import text_width
from audit_desk.reports.fonts import Printable
from audit_desk.reports.fonts_face import STAR

_SCALE = 3
"""Pixels a point: 216 to the inch, sharp in print."""
_LEAST_ROOM = 70.0
"""Of any name in a chart, in points."""
_FILE = "SourceSansPro-Regular.ttf"
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def chart_picture(drawing: Any) -> bytes:
    """Return a chart as PNG, three pixels a point.

    Args:
        drawing: A ``reportlab.graphics`` drawing of rectangles, lines and strings.

    Raises:
        TypeError: It holds another shape.
    """
    from PIL import Image, ImageDraw

    size = round(drawing.width * _SCALE), round(drawing.height * _SCALE)
    image = Image.new("RGB", size, "white")
    pen = _Pen(ImageDraw.Draw(image), float(drawing.height))
    for shape in drawing.contents:
        pen.draw(shape)
    stream = BytesIO()
    image.quantize(64).save(stream, "PNG", dpi=(72 * _SCALE, 72 * _SCALE))
    return stream.getvalue()


class _Pen:
    """Draws shapes on an image whose origin is at the top, not at the bottom.

    Args:
        canvas: The library's drawing.
        height: The chart's height in points.
    """

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._fonts: dict[float, Any] = {}
        self._printable = Printable(helped=False)

    def draw(self, shape: Any) -> None:
        """Draw one shape."""
        match type(shape).__name__:
            case "Rect":
                self._rectangle(shape)
            case "Line":
                ends = (self._place(shape.x1, shape.y1), self._place(shape.x2, shape.y2))
                self._canvas.line(
                    ends, _colour(shape.strokeColor), max(1, round(shape.strokeWidth * _SCALE))
                )
            case "String":
                self._string(shape)
            case other:
                raise TypeError(other)

    def _rectangle(self, shape: Any) -> None:
        left, bottom = self._place(shape.x, shape.y)
        right, top = self._place(shape.x + shape.width, shape.y + shape.height)
        edge = None if shape.strokeColor is None else _colour(shape.strokeColor)
        wide = 0 if edge is None else max(1, round(shape.strokeWidth * _SCALE))
        place = (left, top, max(left, right), max(top, bottom))
        self._canvas.rectangle(place, _colour(shape.fillColor), edge, wide)

    def _string(self, shape: Any) -> None:
        # The typeface has no star; a chart's few titles can do with an asterisk.
        text = shape.text.replace(STAR, "*")
        said = self._printable(text)
        if said != text:
            said = self._shortened(said, shape.fontSize, text_width(text, shape.fontSize))
        self._canvas.text(
            self._place(shape.x, shape.y),
            said,
            _colour(shape.fillColor),
            self._font(shape.fontSize),
            _ANCHORS[shape.textAnchor],
        )

    def _shortened(self, text: str, size: float, room: float) -> str:
        """Return a text, or as much of it as fits where another had room.

        What stands for letters that cannot be set is longer than they are.
        """
        font, room = self._font(size), max(room, _LEAST_ROOM) * _SCALE
        if font.getlength(text) <= room:
            return text
        while text and font.getlength(f"{text}…") > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def _place(self, x: float, y: float) -> tuple[int, int]:
        return round(x * _SCALE), round((self._height - y) * _SCALE)

    def _font(self, size: float) -> Any:
        if size not in self._fonts:
            import font_source_sans_pro
            from PIL import ImageFont

            file = Path(font_source_sans_pro.__file__).parent / "files" / _FILE
            self._fonts[size] = ImageFont.truetype(
                str(file), size * _SCALE, layout_engine=ImageFont.Layout.BASIC
            )
        return self._fonts[size]


def _colour(colour: Any) -> str:
    return f"#{colour.hexval()[2:]}"
