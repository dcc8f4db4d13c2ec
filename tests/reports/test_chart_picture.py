"""Charts as pictures: the same shapes in the same places."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from audit_desk.reports import fonts
from audit_desk.reports.chart_picture import chart_picture

_SCALE = 3
BLUE, RED, WHITE = (0, 0, 255), (255, 0, 0), (255, 255, 255)


def picture(*shapes: Any) -> Image.Image:
    drawing = Drawing(100, 50)
    for shape in shapes:
        drawing.add(shape)
    return Image.open(BytesIO(chart_picture(drawing))).convert("RGB")


def colour(image: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """At a place in points, counted from the lower left as a chart counts."""
    found = image.getpixel((round(x * _SCALE), round((50 - y) * _SCALE)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def inked(left: float, text: str, **options: Any) -> list[int]:
    """Where a text of 12 points has ink, in points from the left."""
    fonts.register()
    black = {"fontName": fonts.REGULAR, "fontSize": 12, "fillColor": HexColor("#000000")}
    image = picture(String(left, 20, text, **black, **options))
    return [
        x for x in range(100) for y in range(18, 32) if sum(colour(image, x, y)) < sum(WHITE) // 2
    ]


def test_shapes_stand_where_the_chart_has_them() -> None:
    image = picture(
        Rect(10, 5, 30, 10, fillColor=HexColor("#0000ff"), strokeColor=None),
        Line(60, 0, 60, 50, strokeColor=HexColor("#ff0000"), strokeWidth=2),
    )
    assert image.size == (100 * _SCALE, 50 * _SCALE)
    assert colour(image, 25, 10) == BLUE
    assert colour(image, 25, 30) == WHITE
    assert colour(image, 60, 25) == RED


@pytest.mark.parametrize(("anchor", "left", "right"), [("start", 50, 86), ("end", 14, 50)])
def test_texts_are_anchored_as_in_the_chart(anchor: str, left: int, right: int) -> None:
    dark = inked(50, "Good ★", textAnchor=anchor)
    assert left - 1 <= min(dark) <= max(dark) <= right + 1


def test_the_name_of_a_sign_that_cannot_be_set_does_not_run_into_what_stands_beside_it() -> None:
    assert max(inked(0, "🙂🚓")) <= 71


def test_a_shape_that_no_chart_has_is_refused() -> None:
    with pytest.raises(TypeError, match="Circle"):
        picture(Circle(10, 10, 5))
