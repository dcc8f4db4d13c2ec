"""The chart of rounds says what each counted, and shows a point only where a percentage stands."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Rect
from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.domain.inference import share
from audit_desk.domain.trend import Measure, TrendLine, TrendPoint
from audit_desk.reports.chart_picture import chart_picture
from audit_desk.reports.trend_chart import line_height, pages_of, trend_chart, trend_words
from tests.reports.example import make_findings
from tests.reports.test_charts import WIDTH, extents, strings

_POINT = 5.4


def line(*counts: tuple[int, int], title: str = "Overall") -> TrendLine:
    points = tuple(
        TrendPoint(f"Round {number} with a long name", share(n, of, 60 if of else None))
        for number, (n, of) in enumerate(counts, start=1)
    )
    return TrendLine(Measure.THEME, "theme", title, points)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(20, 40)), min_size=2, max_size=5))
@settings(max_examples=20)
def test_every_round_is_labelled_and_no_text_meets_another(counts: list[tuple[int, int]]) -> None:
    drawing = trend_chart([line(*counts, title="A very long title " * 8)], WIDTH)

    texts = [each.text for each in strings(drawing)]
    for n, of in counts:
        assert any(
            text.replace("\N{NO-BREAK SPACE}", " ").startswith(f"{n} of {of} ") for text in texts
        )
    placed = sorted(
        (round(y, 2), left, right) for left, right, y in extents(drawing) if left < WIDTH
    )
    for (y, _, right), (next_y, left, _) in pairwise(placed):
        assert y != next_y or right <= left
    for each in strings(drawing):
        wide = stringWidth(each.text, each.fontName, each.fontSize)
        assert (each.x if each.textAnchor == "end" else each.x + wide / 2) <= WIDTH + 0.01


def test_a_round_of_fewer_than_ten_files_has_no_point() -> None:
    shapes = trend_chart([line((8, 9), (12, 12), (0, 0))], WIDTH).contents
    points = [each for each in shapes if isinstance(each, Rect) and each.width == _POINT]

    assert len(points) == 1
    said = trend_words([line((8, 9), (12, 12), (0, 0))]).replace("\N{NO-BREAK SPACE}", " ")
    assert "8 of 9, Round 2" in said
    assert "12 of 12 (100 %)" in said
    assert "no file counted; too few to say." in said


def test_the_chart_can_be_a_picture_and_is_cut_into_pages_between_lines() -> None:
    trend = make_findings().trend
    assert trend is not None
    lines = trend.of(Measure.OVERALL, Measure.THEME)
    assert chart_picture(trend_chart(lines, WIDTH)).startswith(b"\x89PNG")
    pages = pages_of(lines, 3 * line_height(lines[0]))
    assert [each for page in pages for each in page] == list(lines)
    assert len(pages) > 1
