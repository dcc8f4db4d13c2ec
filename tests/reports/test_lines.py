"""Plain paragraphs go a shorter way than the library's, and come out the same."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.graphics.shapes import Circle, Drawing
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph

from audit_desk.reports import fonts
from audit_desk.reports.chart_paper import draw_chart
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_led_text import led_text
from audit_desk.reports.pdf_lines import broken_lines, plain_fragment
from audit_desk.reports.pdf_paper import Paper, lay_out
from audit_desk.reports.pdf_styles import TEXT_WIDTH, styles
from audit_desk.reports.pdf_text import ReadableText

PAPER = Paper("Title", "Author", "Subject", "Head", "Marking", datetime(2026, 1, 1, tzinfo=UTC))
WORDS = st.lists(st.text("aWil,.éß", min_size=1, max_size=14), min_size=1, max_size=60)


@settings(max_examples=30)
@given(WORDS, st.floats(60, 400), st.floats(0, 50))
def test_lines_break_where_the_library_breaks_them(
    words: list[str], width: float, indent: float
) -> None:
    text, style = " ".join(words), styles().body
    plain = plain_fragment(text, style)
    assert plain is not None
    widths = [width - indent, width]

    mine = broken_lines(plain, widths)
    theirs = Paragraph(text, style).breakLines(widths)

    if mine is not None:  # a word wider than a line is left to the library
        assert [line for _, line in mine.lines] == [line for _, line in theirs.lines]
        assert [room for room, _ in mine.lines] == pytest.approx([r for r, _ in theirs.lines])
        assert (mine.ascent, mine.descent) == (theirs.ascent, theirs.descent)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_plain_letters_are_written_as_the_library_writes_them(text: str) -> None:
    fonts.register()
    shown = []
    for kind in (ReadableText, PDFTextObject):
        canvas = ReportCanvas(BytesIO())
        canvas.setFont(fonts.REGULAR, 10.4, 14.4)
        drawn: Any = kind(canvas, 0, 0)
        shown.append(drawn._formatText(text))

    assert shown[0] == shown[1]


def test_first_words_stand_before_the_others_and_only_where_they_fit() -> None:
    style = styles().passage
    made = led_text("CST-1, Good", "word " * 400, style)
    assert made is not None
    made.wrap(TEXT_WIDTH, 700)
    first, rest = made.split(TEXT_WIDTH, 100)

    assert (first.lead.strip(), rest.lead) == ("CST-1, Good", "")
    assert first.style.firstLineIndent > 0 == rest.style.firstLineIndent
    page = BytesIO(lay_out([led_text("CST-1, Good", "and on", style)], PAPER))
    placed: dict[str, float] = {}
    PdfReader(page).pages[0].extract_text(
        visitor_text=lambda text, _cm, matrix, *_: placed.update({text.strip(): matrix[5]})
    )
    assert placed["CST-1, Good"] == pytest.approx(placed["and on"]), "on one line"
    assert led_text("word " * 30, "text", style) is None
    assert led_text("CST-1", "two\nlines", style) is None


def test_a_shape_that_no_chart_has_is_refused() -> None:
    drawing = Drawing(10, 10)
    drawing.add(Circle(5, 5, 1))
    with pytest.raises(TypeError, match="Circle"):
        draw_chart(drawing, Canvas(BytesIO()))
