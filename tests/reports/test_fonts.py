"""Every character of a text is set, or something stands where it was."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.enums import TA_RIGHT
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from audit_desk.reports import fonts, fonts_shaping, fonts_system
from audit_desk.reports.blocks import Column, ReportContent, Section, Table, Text
from audit_desk.reports.fonts import Printable, one_line
from audit_desk.reports.fonts_shaping import shape
from audit_desk.reports.papers import write_paper
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_paper import Paper, lay_out
from audit_desk.reports.pdf_styles import styles
from audit_desk.reports.pdf_tables import paper_table
from audit_desk.reports.pdf_tags.flowables import TaggedText
from tests.reports.tagged import Tagged

needs_arabic = pytest.mark.skipif(
    fonts_system.helper_for("قالت") is None, reason="no typeface here has Arabic letters"
)


@pytest.mark.parametrize(
    "text",
    ["Plain", "Zażółć gęślą jaźń", "Ελένη", "Олена", "“quoted” — dash … €5 ≥ 10", "two\nlines"],
)
def test_what_the_typeface_has_stays(text: str) -> None:
    printable = Printable()

    assert printable(text) == text
    assert not printable.note


@pytest.fixture
def no_helpers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any typeface of its own."""
    caches = (fonts_system.found_files, fonts_system.helper_of_number)
    monkeypatch.setattr(fonts_system, "folders", tuple)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize(
    ("text", "stands", "named"),
    [
        ("中文", "[text in Chinese script]", "text in Chinese script"),
        ("Mum: ماں نے کہا (3) ہے.", "Mum: [text in Arabic script].", "text in Arabic script"),
        ("মা বলেছেন ঠিক", "[text in Bengali script]", "text in Bengali script"),
        ("😀\ufe0f fine", "[grinning face] fine", "grinning face"),
        ("👍🏽", "[thumbs up sign]", "thumbs up sign"),
        ("\U0001fbff\u0378", "[character U+1FBFF][character U+0378]", "character U+0378"),
    ],
)
@pytest.mark.usefixtures("no_helpers")
def test_what_no_typeface_has_is_named_in_its_place(text: str, stands: str, named: str) -> None:
    printable = Printable()

    assert printable(text) == stands
    assert named in printable.note


@pytest.mark.usefixtures("no_helpers")
def test_one_script_that_is_missing_leaves_the_others_alone() -> None:
    assert Printable()("Zażółć মা Ελένη") == "Zażółć [text in Bengali script] Ελένη"


@needs_arabic
def test_a_script_is_set_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a sentence says another thing than the whole one."""
    real = fonts_system.helper_for
    monkeypatch.setattr(
        fonts_shaping, "helper_for", lambda each: None if "ے" in each else real(each)
    )

    assert Printable()("قالت (3) قالت") == "قالت (3) قالت"
    assert Printable()("Mum: قالت (3) نے") == "Mum: [text in Arabic script]"


@needs_arabic
def test_letters_join_and_lines_read_from_the_right() -> None:
    fonts.register()
    font = getFont(fonts.REGULAR)
    line = shape("Mum قالت (ok)", font)
    apart = sum(shape(each, font).__shapeData__[0].x_advance for each in "قالت")
    joined = sum(data.x_advance for data in shape("قالت", font).__shapeData__)

    assert joined != apart, "a letter in a word has another form"
    assert [each for each in line if ord(each) < 0xF0000] == list("Mum  (ok)")
    assert stringWidth("قالت", fonts.REGULAR, 10) == pytest.approx(joined / 100)


@needs_arabic
def test_a_paper_says_what_it_reads_in_any_script() -> None:
    printable = Printable()
    texts = ["قالت الأم", "Mum said قالت and left", "Zażółć"]
    rows = tuple((str(n), printable(text)) for n, text in enumerate(texts))
    story = [TaggedText(escape(printable(text)), styles().body) for text in texts]
    story.append(paper_table(Table((Column("No.", 1), Column("Text", 4)), rows), printable))

    def paper() -> bytes:
        return lay_out(list(story), Paper("t", "a", "s", "h", "m", datetime(2026, 1, 1)))  # noqa: DTZ001

    read = Tagged(PdfReader(BytesIO(paper())))
    said = [node.source.get("/ActualText") for node in read.root.of("P", "TD")]

    assert said == [texts[0], texts[1], None, texts[0], texts[1], None]
    assert "Zażółć" in read.reader.pages[0].extract_text()
    assert "تلاق" in "".join(run.text for run in read.runs), "as it stands"


def test_a_paragraph_that_reads_from_the_right_begins_there_on_paper_and_in_word() -> None:
    right, left = "قالت (ok) الأم", "Mum said قالت and left"
    about = Section("a", "", "One", (Text(right), Text(left)))
    content = ReportContent("Kind", "Org", "Name", "M", (), (about,), has_contents=False)
    written = Document(BytesIO(write_paper(content, datetime(2026, 1, 1, tzinfo=UTC), ".docx")))
    ways = {each.text: "w:bidi" in each._p.xml for each in written.paragraphs}

    assert (ways[right], ways[left]) == (True, False)
    assert TaggedText(right, styles().body).style.alignment == TA_RIGHT
    assert TaggedText(left, styles().body).style.alignment != TA_RIGHT


def test_a_joined_letter_that_reads_from_the_left_bears_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No machine is sure to have Bengali: an emoji goes the same way."""
    fonts.register()
    if Printable()("😀") != "😀":
        pytest.skip("no typeface here has it")
    stream = BytesIO()
    canvas = ReportCanvas(stream, pageCompression=0)
    canvas.setFont(fonts.REGULAR, 10)
    canvas.drawString(50, 700, "good 😀 day")
    canvas.showPage()
    Canvas.save(canvas)

    assert (
        b"/ActualText<feff" + "good 😀 day".encode("utf-16-be").hex().encode() in stream.getvalue()
    )
    assert "good 😀 day" in PdfReader(stream).pages[0].extract_text()


def test_a_star_stays_a_star_and_takes_its_room() -> None:
    printable = Printable()

    assert printable("ST2 ★") == "ST2 ★"
    assert not printable.note
    plain = stringWidth("ST2 ", fonts.SEMIBOLD, 10)
    assert stringWidth("ST2 ★", fonts.SEMIBOLD, 10) > plain + 5


@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.SEMIBOLD, fonts.ITALIC])
def test_a_star_is_drawn_embedded_and_read_back_as_one(font: str) -> None:
    fonts.register()
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(font, 10)
    canvas.drawString(50, 700, "ST2 ★, X3 ★★ and on")
    canvas.save()

    page = PdfReader(stream).pages[0]

    resources: Any = page["/Resources"]
    named = [each.get_object() for each in resources["/Font"].values()]
    icons = next(each for each in named if each["/BaseFont"].endswith("MaterialDesignIcons"))
    assert "/FontFile2" in icons["/FontDescriptor"]
    assert page.extract_text().strip() == "ST2 ★, X3 ★★ and on"


def test_a_letter_with_a_separate_accent_is_put_together() -> None:
    assert Printable()("e\u0301") == "é"


@given(st.text())
def test_only_what_can_be_set_comes_out(text: str) -> None:
    printable = Printable()
    once = printable(text)

    assert printable(once) == once
    for each in once.replace("\n", ""):
        known = ord(each) in fonts.register() or fonts_system.helper_for(each) is not None
        assert known or each in "\u200c\u200d"


@pytest.mark.parametrize("text", ["W" * 3000, "\x00\x07\x1b ok", "ok\r\nok\u2028ok"])
def test_control_characters_vanish_and_nothing_is_too_long(text: str) -> None:
    plain = Printable()(text)

    assert all(each == "\n" or each.isprintable() for each in plain)
    assert plain.count("ok") == text.count("ok")


@given(st.text())
def test_metadata_can_always_be_written(text: str) -> None:
    line = one_line(text)

    line.encode("utf-8")
    assert "\n" not in line
    assert "\x00" not in line
