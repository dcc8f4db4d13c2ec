"""From the report's pieces to paragraphs, tables and pictures, one rule a kind of piece."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Pt

from audit_desk.reports.blocks import (
    Block,
    Bullets,
    GradeChart,
    LikenessCharts,
    OverviewChart,
    Pairs,
    Passages,
    Role,
    Table,
    Text,
    TrendChart,
)
from audit_desk.reports.chart_picture import chart_picture
from audit_desk.reports.charts import grade_chart, overview_chart, overview_words
from audit_desk.reports.fonts import one_line
from audit_desk.reports.fonts_scripts import is_mostly_from_the_right
from audit_desk.reports.likeness_chart import likeness_chart
from audit_desk.reports.plain_text import fit_for_files
from audit_desk.reports.trend_chart import pages_of, trend_chart, trend_words
from audit_desk.reports.word_fields import add_bookmark, add_field
from audit_desk.reports.word_styles import ACTION, LEAD, NOTE, PASSAGE, Styles
from audit_desk.reports.word_tables import TableWriter

TEXT_WIDTH = 470.0
"""Of a page between its margins, in points."""
_DEEPEST = 9
"""The deepest level of heading that a document knows."""
_ROWS_A_PICTURE = 20
"""Of an overview; a taller one would not fit on a page."""
_TALLEST = 560.0
"""Of a picture of rounds, in points."""
_SHORT = 300
"""In characters; a longer first paragraph of a passage can end a page well."""
_STYLES = {Role.BODY: "Normal", Role.LEAD: LEAD, Role.ACTION: ACTION, Role.NOTE: NOTE}


class Writer:
    """Writes pieces at the end of a document.

    Args:
        document: The document as the library holds it.
        styles: Its styles.
    """

    def __init__(self, document: Any, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._tables = TableWriter(document, styles, TEXT_WIDTH)
        self._counts = {"Table": 0, "Figure": 0}
        self._bookmarks = 0

    def heading(self, text: str, level: int, key: str = "", *, begins_page: bool = False) -> None:
        """Write a heading; one with a key can be linked to."""
        style = f"Heading {min(level, _DEEPEST)}"
        paragraph = self.paragraph(" ".join(text.split()), style)
        if begins_page:
            paragraph.paragraph_format.page_break_before = True
        if key:
            self._bookmarks += 1
            add_bookmark(paragraph, key, self._bookmarks)

    def paragraph(self, text: str, style: str) -> Any:
        """Write a paragraph and return it."""
        paragraph = self._document.add_paragraph(fit_for_files(text))
        if is_mostly_from_the_right(text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - no other way
        return self._styles.put(paragraph, style)

    def block(self, block: Block, title: str, level: int = 1) -> None:
        """Write one piece.

        Args:
            block: The piece.
            title: The title of its section, which captions its tables and pictures.
            level: That of the section's heading.
        """
        match block:
            case Text():
                self._paragraphs(_lines(block.text), _STYLES[block.role])
            case Bullets():
                self._paragraphs(block.items, "List Bullet")
            case Passages():
                self._passages(block, level)
            case Pairs():
                self._tables.pairs(block)
            case Table():
                self._caption("Table", title, keep=True)
                self._tables.table(block)
            case GradeChart():
                drawing = grade_chart(block.spread, TEXT_WIDTH)
                self._figure(drawing, block.description, f"Grades: {title}")
            case OverviewChart():
                self._overview(block)
            case LikenessCharts():
                self._likeness(block)
            case TrendChart():
                self._trend(block)

    def _paragraphs(self, texts: Iterable[str], style: str) -> None:
        for text in texts:
            self.paragraph(text.strip(), style)

    def _passages(self, block: Passages, level: int) -> None:
        if block.title:
            self.heading(block.title, level + 1)
        for item in block.items:
            first, *others = _lines(item.text) or [""]
            paragraph = self.paragraph("", PASSAGE)
            paragraph.add_run(fit_for_files(item.lead.strip())).bold = True
            paragraph.add_run(f"  {fit_for_files(first)}")
            if others and len(first) <= _SHORT:  # an answer, and what was written for it
                paragraph.paragraph_format.keep_with_next = True
            self._paragraphs(others, PASSAGE)

    def _overview(self, block: OverviewChart) -> None:
        for start in range(0, len(block.rows), _ROWS_A_PICTURE):
            rows = block.rows[start : start + _ROWS_A_PICTURE]
            words = f"{block.description} {overview_words(rows)}"
            self._figure(overview_chart(rows, TEXT_WIDTH), words, "Grades by theme")
        self.paragraph(block.key, NOTE)

    def _likeness(self, block: LikenessCharts) -> None:
        for start in range(0, len(block.pictures), 2):
            pictures = block.pictures[start : start + 2]
            words = " ".join(f"{picture.label}. {picture.words}" for picture in pictures)
            labels = " and ".join(picture.label for picture in pictures)
            drawing = likeness_chart(pictures, TEXT_WIDTH)
            self._figure(drawing, words, f"The sample beside its frame: {labels}")

    def _trend(self, block: TrendChart) -> None:
        for lines in pages_of(block.lines, _TALLEST):
            words = f"{block.description} {trend_words(lines)}"
            self._figure(trend_chart(lines, TEXT_WIDTH), words, "Round by round")
        self.paragraph(block.key, NOTE)

    def _figure(self, drawing: Any, words: str, caption: str) -> None:
        """Write a chart as a picture that says in words what it shows."""
        paragraph = self.paragraph("", "Normal")
        paragraph.paragraph_format.keep_with_next = True
        picture = BytesIO(chart_picture(drawing))
        shape = paragraph.add_run().add_picture(picture, width=Pt(drawing.width))
        inline = shape._inline  # noqa: SLF001 - the library has no other way to the words
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # without it some programs keep text away, and it sticks out
        known = inline.docPr
        known.set("descr", one_line(words))
        known.set("title", one_line(caption))
        self._caption("Figure", caption)

    def _caption(self, kind: str, text: str, *, keep: bool = False) -> None:
        self._counts[kind] += 1
        paragraph = self.paragraph(f"{kind} ", "Caption")
        paragraph.paragraph_format.keep_with_next = keep
        add_field(paragraph, f"SEQ {kind} \\* ARABIC", str(self._counts[kind]))
        paragraph.add_run(f".  {one_line(text)}")


def _lines(text: str) -> list[str]:
    """Return a text in paragraphs, one a line; there is none of an empty text."""
    return [line.strip() for line in text.splitlines() if line.strip()]
