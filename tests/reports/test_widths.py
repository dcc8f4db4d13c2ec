"""Columns are as wide as what they hold; together they take the room there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.reports import fonts
from audit_desk.reports.blocks import Column
from audit_desk.reports.pdf_cells import cell_lines
from audit_desk.reports.pdf_styles import CELL_SIZE, TEXT_WIDTH
from audit_desk.reports.pdf_widths import PAD, column_widths

FONT = (fonts.REGULAR, CELL_SIZE)
QUESTION = "When was the concern known, the meeting requested and the meeting held?"


@pytest.fixture(autouse=True)
def typeface() -> None:
    fonts.register()


def test_what_figures_do_not_need_goes_to_the_text() -> None:
    columns = (Column("", 40), Column("Late", 30, is_number=True), Column("Of", 30, is_number=True))

    text, late, of = column_widths(columns, [(QUESTION * 3, "3", "12")], TEXT_WIDTH)

    assert text > TEXT_WIDTH * 0.8
    assert late < 40
    assert of < 40


def test_a_short_text_is_set_on_one_line_if_others_have_room() -> None:
    columns = (Column("Question", 10), Column("", 80), Column("Answers", 10))
    answer = "good or better in 5 of 12"

    widths = column_widths(columns, [("ST1", QUESTION, answer)], TEXT_WIDTH)

    assert cell_lines(answer.rsplit(maxsplit=1)[-1], widths[2] - 2 * PAD, FONT, 9).count("\n") == 0
    assert stringWidth(QUESTION, *FONT) < widths[1]


def test_an_empty_column_keeps_its_share_to_be_written_in() -> None:
    columns = (Column("", 60), Column("Owner", 20), Column("By when", 20))

    widths = column_widths(columns, [(QUESTION * 5, "", "")], TEXT_WIDTH)

    assert widths[1:] == pytest.approx([TEXT_WIDTH / 5] * 2)


def test_a_word_of_ordinary_length_is_not_broken() -> None:
    columns = (Column("Reference", 1), Column("", 99))

    widths = column_widths(columns, [("CST-0031, CST-0130", QUESTION * 5)], TEXT_WIDTH)

    assert stringWidth("CST-0031,", *FONT) + 2 * PAD <= widths[0]


CELLS = st.text(st.sampled_from("ab \n★"), max_size=300)


@given(
    st.integers(1, 13).flatmap(
        lambda n: st.tuples(
            st.lists(st.builds(Column, CELLS, st.integers(1, 60), st.booleans()), min_size=n).map(
                lambda columns: columns[:n]
            ),
            st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=4),
        )
    )
)
def test_any_table_fills_the_room(table: tuple[list[Column], list[list[str]]]) -> None:
    columns, rows = table

    widths = column_widths(columns, rows, TEXT_WIDTH)

    assert len(widths) == len(columns)
    assert sum(widths) == pytest.approx(TEXT_WIDTH)
    assert min(widths) > 0
