"""Cells keep every word and never leave their column or outgrow a page."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.reports import fonts
from audit_desk.reports.pdf_cells import CUT, cell_lines

fonts.register()
FONT = (fonts.REGULAR, 9.0)
LETTERS = st.text(st.sampled_from("abcdefghij WMil\n"), max_size=300)


@given(LETTERS, st.floats(20, 200), st.booleans())
def test_every_line_fits_and_no_letter_or_space_is_lost(
    text: str, room: float, to_the_right: bool
) -> None:
    lines = cell_lines(text, room, FONT, most=1000, to_the_right=to_the_right)

    assert all(stringWidth(line.strip(), *FONT) <= room + 0.01 for line in lines.split("\n"))
    assert lines.replace("\n", "").split() == text.split()
    assert not to_the_right or not any(
        line.endswith(" ") for line in lines.split("\n") if line.strip()
    )


@given(LETTERS, st.integers(2, 6))
def test_a_cell_that_is_cut_says_so(text: str, most: int) -> None:
    whole = cell_lines(text, 60, FONT, most=1000)
    cut = cell_lines(text, 60, FONT, most)

    assert len(cut.split("\n")) <= most
    assert cut == whole or cut.endswith(CUT)


def test_a_space_that_holds_a_figure_together_is_no_place_to_break() -> None:
    room = stringWidth("good or better in", *FONT) + 8

    assert cell_lines(
        "good or better in 1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}9", room, FONT, 9
    ) == ("good or better in \n1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}9")
