"""From the report's pieces to flowables, one rule a kind of piece."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import Spacer

from audit_desk.domain.trend import TrendLine
from audit_desk.reports import fonts
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    GradeChart,
    LikenessCharts,
    OverviewChart,
    Pairs,
    Passages,
    Role,
    Section,
    Table,
    Text,
    TrendChart,
)
from audit_desk.reports.charts import OVERVIEW_ROW, grade_chart, overview_chart, overview_words
from audit_desk.reports.fonts import Printable
from audit_desk.reports.likeness_chart import likeness_chart
from audit_desk.reports.pdf_company import Lead
from audit_desk.reports.pdf_flowables import Entry, Heading, heading_kind
from audit_desk.reports.pdf_led_text import led_text
from audit_desk.reports.pdf_styles import TEXT_HEIGHT, TEXT_WIDTH, styles
from audit_desk.reports.pdf_tables import paper_pairs, paper_table
from audit_desk.reports.pdf_tags.flowables import Figure, TaggedItem, TaggedText
from audit_desk.reports.pdf_tags.structure import Element
from audit_desk.reports.trend_chart import pages_of, trend_chart, trend_words

_AROUND_CHART = 6.0
_LONGEST_LEAD_IN = 300
"""In characters; a longer text before a table can end a page well."""
_LONGEST_PARAGRAPH = 2400
"""In characters; most of a page."""


def section_flowables(
    section: Section, entries: Iterator[Entry], printable: Printable
) -> Iterator[Any]:
    """Yield a section's heading, its blocks and its subsections."""
    entry = next(entries)
    yield Lead(Heading(entry))
    after: tuple[Block | Section, ...] = (*section.blocks[1:], *section.sections[:1])
    for block, following in zip_longest(section.blocks, after[: len(section.blocks)]):
        pieces = block_flowables(block, printable, entry.level + 1)
        yield from map(Lead, pieces) if _leads_to(block, following) else pieces
    for subsection in section.sections:
        yield from section_flowables(subsection, entries, printable)


def block_flowables(block: Block, printable: Printable, level: int = 0) -> Iterator[Any]:
    """Yield the flowables of one piece.

    Args:
        block: The piece.
        printable: Makes its texts printable.
        level: That of a heading inside it; 0 is a section's.
    """
    match block:
        case Text():
            yield from _text(block, printable)
        case Bullets():
            tag = Element("L")
            *others, last = block.items
            for item in others:
                yield TaggedItem(_markup(item, printable), styles().bullet, tag)
            yield TaggedItem(_markup(last, printable), styles().last_bullet, tag)
        case Passages():
            yield from _passages(block, heading_kind(level), printable)
        case Pairs():
            yield paper_pairs(block, printable)
        case Table():
            yield paper_table(block, printable)
        case GradeChart():
            yield Lead(_figure(grade_chart(block.spread, TEXT_WIDTH), block.description))
            yield Lead(Spacer(0, _AROUND_CHART))
        case OverviewChart():
            yield from _overview(block, printable)
        case LikenessCharts() | TrendChart():
            yield from _pictures(block, printable)


def _leads_to(block: Block, following: Block | Section | None) -> bool:
    """Whether a block is a few words that lead to the table, list or chart after them.

    A note explains what follows it, be it a section; a lead is not left alone with its heading.
    """
    if not isinstance(block, Text) or following is None:
        return False
    if isinstance(following, Text):
        return block.role is Role.LEAD and len(block.text) <= _LONGEST_LEAD_IN
    if isinstance(following, Section):
        return block.role is Role.NOTE
    return block.role is Role.NOTE or len(block.text) <= _LONGEST_LEAD_IN


def _text(block: Text, printable: Printable) -> Iterator[Any]:
    style = {
        Role.BODY: styles().body,
        Role.LEAD: styles().lead,
        Role.ACTION: styles().action,
        Role.NOTE: styles().note,
    }[block.role]
    for piece in _pieces(block.text):
        yield TaggedText(_markup(piece, printable), style)


def _passages(block: Passages, heading: str, printable: Printable) -> Iterator[Any]:
    if block.title:
        title = _markup(block.title, printable)
        yield Lead(TaggedText(title, styles().small_heading, Element(heading)))
    for item in block.items:
        first, *others = _pieces(item.text)
        plain = led_text(printable(item.lead), printable(first), styles().passage)
        piece = plain or TaggedText(_led(item.lead, first, printable), styles().passage)
        # A short first paragraph is an answer, and what was written for it stands with it.
        yield Lead(piece) if others and len(first) <= _LONGEST_LEAD_IN else piece
        for piece in others:
            yield TaggedText(_markup(piece, printable), styles().passage)


def _led(lead: str, text: str, printable: Printable) -> str:
    bold = f'<font name="{fonts.SEMIBOLD}">{_markup(lead, printable)}</font>'
    return f"{bold}\N{NO-BREAK SPACE} {_markup(text, printable)}"


def _overview(block: OverviewChart, printable: Printable) -> Iterator[Any]:
    """Yield the chart with its key, a very long one in pieces of a page at most."""
    fit = int(TEXT_HEIGHT * 0.8 / OVERVIEW_ROW)
    yield Lead(Spacer(0, _AROUND_CHART))
    for start in range(0, len(block.rows), fit):
        rows = block.rows[start : start + fit]
        words = f"{block.description} {overview_words(rows)}"
        chart = _figure(overview_chart(rows, TEXT_WIDTH), words)
        yield Lead(chart) if start + fit >= len(block.rows) else chart
    yield TaggedText(_markup(block.key, printable), styles().note)


def _pictures(block: LikenessCharts | TrendChart, printable: Printable) -> Iterator[Any]:
    if isinstance(block, LikenessCharts):
        yield from _likeness(block)
    else:
        yield from _trend(block, printable)


def _likeness(block: LikenessCharts) -> Iterator[Any]:
    """Yield the attributes in rows of two: a picture is never torn between pages."""
    for start in range(0, len(block.pictures), 2):
        yield Lead(Spacer(0, _AROUND_CHART))
        pictures = block.pictures[start : start + 2]
        words = " ".join(f"{picture.label}. {picture.words}" for picture in pictures)
        yield _figure(likeness_chart(pictures, TEXT_WIDTH), words)


def _trend(block: TrendChart, printable: Printable) -> Iterator[Any]:
    """Yield the chart with its key, in pieces that each fit on a page."""
    yield Lead(Spacer(0, _AROUND_CHART))
    for lines in pages_of(block.lines, TEXT_HEIGHT * 0.8):
        yield Lead(_figure(trend_chart(lines, TEXT_WIDTH), _trend_words(block, lines)))
    yield TaggedText(_markup(block.key, printable), styles().note)


def _trend_words(block: TrendChart, lines: Sequence[TrendLine]) -> str:
    return f"{block.description} {trend_words(lines)}"


def _figure(drawing: Any, words: str) -> Figure:
    return Figure(drawing, fonts.one_line(words))


def _pieces(text: str) -> list[str]:
    """Return a text in paragraphs: one a line, a very long one broken at the end of a sentence.

    The library lays a paragraph out anew on every page that it reaches, so one of thousands
    of words would take minutes. There is always at least one piece.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return [piece for line in lines for piece in _broken(line)] or [""]


def _broken(line: str) -> Iterator[str]:
    while len(line) > _LONGEST_PARAGRAPH:
        end = line.rfind(". ", _LONGEST_PARAGRAPH // 2, _LONGEST_PARAGRAPH) + 1
        end = end or line.rfind(" ", _LONGEST_PARAGRAPH // 2, _LONGEST_PARAGRAPH)
        end = end if end > 0 else _LONGEST_PARAGRAPH
        yield line[:end]
        line = line[end:].lstrip()
    yield line


def _markup(text: str, printable: Printable) -> str:
    """Return a person's text safe inside the library's markup."""
    return escape(printable(text.strip()))
