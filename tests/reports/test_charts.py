"""Charts are read without a legend: every part labelled, nothing cut, nothing overlapping."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.domain.audit import Grade
from audit_desk.domain.findings import Spread
from audit_desk.domain.grade_colours import GRADE_COLOURS
from audit_desk.domain.representativeness import drawn_picture
from audit_desk.domain.sample_profile import Profile, ProfileRow
from audit_desk.reports.charts import grade_chart, overview_chart
from audit_desk.reports.likeness_chart import likeness_chart

WIDTH = 459.0


def spread(outstanding: int, good: int, weak: int, inadequate: int, *absent: int) -> Spread:
    grades = dict(zip(Grade, (outstanding, good, weak, inadequate), strict=True))
    return Spread(grades, *absent)


def strings(drawing: Any) -> list[String]:
    return [shape for shape in drawing.contents if isinstance(shape, String)]


def extents(drawing: Any) -> Iterator[tuple[float, float, float]]:
    """Left, right and baseline of each text."""
    for each in strings(drawing):
        wide = stringWidth(each.text, each.fontName, each.fontSize)
        left = each.x - wide / 2 if each.textAnchor == "middle" else each.x
        yield left, left + wide, each.y


def test_every_grade_is_labelled_with_its_count() -> None:
    texts = [each.text for each in strings(grade_chart(spread(1, 5, 3, 2, 1), WIDTH))]

    for label in ("Outstanding 1", "Good 5", "Requires improvement 3", "Inadequate 2"):
        assert label in texts
    assert "Not evidenced 1" in texts


def test_what_nobody_answered_is_not_drawn() -> None:
    texts = [each.text for each in strings(grade_chart(spread(0, 5, 0, 0), WIDTH))]

    assert texts == ["Good 5"]


def test_a_label_stands_in_its_part_or_where_that_is_too_narrow_under_it() -> None:
    drawing = grade_chart(spread(1, 30, 0, 0), WIDTH)
    bar = next(shape for shape in drawing.contents if isinstance(shape, Rect))
    baselines = {each.text: each.y for each in strings(drawing)}

    assert baselines["Good 30"] > bar.y
    assert baselines["Outstanding 1"] < bar.y


def test_no_label_is_written_twice_and_no_room_is_kept_for_none() -> None:
    narrow, roomy = (grade_chart(spread(n, 30, 0, 0), WIDTH) for n in (1, 30))

    assert len(strings(narrow)) == len(strings(roomy)) == 2
    assert roomy.height < narrow.height


def test_a_bar_is_as_wide_as_its_share() -> None:
    bars = [s for s in grade_chart(spread(1, 3, 0, 0), WIDTH).contents if isinstance(s, Rect)]

    assert [round(bar.width / WIDTH, 4) for bar in bars] == [0.25, 0.75]


COUNTS = st.integers(0, 60)


@settings(max_examples=150, deadline=None)
@given(st.lists(COUNTS, min_size=8, max_size=8).filter(lambda each: sum(each[:4]) > 0))
def test_labels_stay_inside_and_never_overlap(counts: list[int]) -> None:
    first, *others = counts
    drawing = grade_chart(spread(first, *others), WIDTH)
    lines: dict[float, list[tuple[float, float]]] = {}
    for left, right, baseline in extents(drawing):
        assert left >= -0.01
        assert right <= WIDTH + 0.01
        assert 0 <= baseline <= drawing.height
        lines.setdefault(round(baseline, 2), []).append((left, right))
    for line in lines.values():
        line.sort()
        for (_, right), (left, _) in itertools.pairwise(line):
            assert left > right


def test_a_drawing_holds_only_shapes_that_a_screen_can_draw_too() -> None:
    drawing = overview_chart([("Supervision", spread(1, 60, 3, 4))], WIDTH)

    assert isinstance(drawing, Drawing)
    assert not any(isinstance(shape, Group) for shape in drawing.contents)
    assert {type(shape) for shape in drawing.contents} == {Rect, Line, String}


@pytest.mark.parametrize("title", ["A" * 300, "word " * 60, "中文 <b>&", ""])
def test_any_title_fits_beside_its_bar(title: str) -> None:
    drawing = overview_chart([(title, spread(1, 2, 3, 4))], WIDTH)
    bar = next(shape for shape in drawing.contents if isinstance(shape, Rect))

    assert next(extents(drawing))[1] < bar.x


def test_grades_stay_apart_in_grey() -> None:
    """Relative luminance falls from grade to grade by steps that grey print keeps."""

    def luminance(colour: str) -> float:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    levels = [luminance(GRADE_COLOURS[grade][0]) for grade in Grade]
    for lighter, darker in itertools.pairwise(levels):
        assert (lighter + 0.05) / (darker + 0.05) > 1.5


def test_the_sample_stands_beside_its_frame_with_every_count_and_what_is_unusual() -> None:
    rows = (ProfileRow("Looked after by another council", 50, 17), ProfileRow("In need", 50, 3))
    picture = drawn_picture(Profile("Status", rows))
    drawing = likeness_chart([picture], WIDTH)
    texts = [each.text for each in strings(drawing)]

    assert {"Frame 50 of 100 · 50 %", "Sample 17 of 20 · 85 %"} <= set(texts)
    assert "More than chance usually gives (6 to 14)" in texts
    assert "Fewer than chance usually gives (6 to 14)" in texts
    assert "council" in " ".join(texts)  # a long name takes a second line
    for left, right, baseline in extents(drawing):
        assert left >= 0
        assert right <= WIDTH
        assert 0 <= baseline <= drawing.height
