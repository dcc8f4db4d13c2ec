"""Every character of a text is set, or something stands where it was."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from audit_desk.reports import fonts
from audit_desk.reports.fonts import MISSING, Printable, one_line


@pytest.mark.parametrize(
    "text",
    ["Plain", "Zażółć gęślą jaźń", "Ελένη", "Олена", "“quoted” — dash … €5 ≥ 10", "two\nlines"],
)
def test_what_the_typeface_has_stays(text: str) -> None:
    printable = Printable()

    assert printable(text) == text
    assert not printable.gave_up


@pytest.mark.parametrize("text", ["中", "न", "ش", "😀"])
def test_what_it_does_not_have_leaves_a_mark(text: str) -> None:
    printable = Printable()

    assert printable(text) == MISSING
    assert printable.gave_up


def test_a_star_stays_a_star_and_takes_its_room() -> None:
    printable = Printable()

    assert printable("ST2 ★") == "ST2 ★"
    assert not printable.gave_up
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
def test_only_known_characters_and_line_feeds_come_out(text: str) -> None:
    known = fonts.register()

    assert all(each == "\n" or ord(each) in known for each in Printable()(text))


@given(st.text())
def test_metadata_can_always_be_written(text: str) -> None:
    line = one_line(text)

    line.encode("utf-8")
    assert "\n" not in line
    assert "\x00" not in line
