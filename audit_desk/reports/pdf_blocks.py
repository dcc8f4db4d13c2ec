"""From the report's pieces to flowables, one rule a kind of piece."""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, Paragraph, Spacer

from audit_desk.reports import fonts
from audit_desk.reports.blocks import (
    Block,
    Bullets,
    GradeChart,
    OverviewChart,
    Pairs,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.charts import OVERVIEW_ROW, grade_chart, overview_chart
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_flowables import Entry, Heading
from audit_desk.reports.pdf_styles import TEXT_HEIGHT, TEXT_WIDTH, styles
from audit_desk.reports.pdf_tables import paper_pairs, paper_table

_AFTER_HEADING = 62.0
"""The least room for what follows a heading, in points; otherwise both go to the next page."""
_TABLE_START = 96.0
_PAIR = 15.0
_KEY = 32.0
_LONGEST_PARAGRAPH = 2400
"""In characters; most of a page."""


def section_flowables(
    section: Section, entries: Iterator[Entry], printable: Printable
) -> Iterator[Any]:
    """Yield a section's heading, its blocks and its subsections."""
    entry = next(entries)
    heading = Heading(entry)
    _, height = heading.wrap(TEXT_WIDTH, TEXT_HEIGHT)
    yield CondPageBreak(
        min(height + heading.getSpaceBefore() + _needs(section.blocks), TEXT_HEIGHT)
    )
    yield heading
    for block in section.blocks:
        yield from block_flowables(block, printable)
    for subsection in section.sections:
        yield from section_flowables(subsection, entries, printable)


def block_flowables(block: Block, printable: Printable) -> Iterator[Any]:
    """Yield the flowables of one piece."""
    match block:
        case Text():
            yield from _text(block, printable)
        case Bullets():
            for item in block.items:
                yield Paragraph(_markup(item, printable), styles().bullet, bulletText="•")
            yield Spacer(0, 4)
        case Passages():
            yield from _passages(block, printable)
        case Pairs():
            yield CondPageBreak(min(len(block.rows) * _PAIR, TEXT_HEIGHT))
            yield paper_pairs(block, printable)
        case Table():
            yield CondPageBreak(_TABLE_START)
            yield paper_table(block, printable)
        case GradeChart():
            yield grade_chart(block.spread, TEXT_WIDTH)
            yield Spacer(0, 6)
        case OverviewChart():
            yield from _overview(block, printable)


def _needs(blocks: Sequence[Block]) -> float:
    """Return the room that a heading wants below it, by what comes first."""
    match blocks:
        case [Table(), *_]:
            return _TABLE_START
        case [Text(), Table(), *_]:
            return _TABLE_START + _KEY
        case [GradeChart(), *_]:
            return _AFTER_HEADING + 46
        case _:
            return _AFTER_HEADING


def _text(block: Text, printable: Printable) -> Iterator[Any]:
    style = {
        Role.BODY: styles().body,
        Role.LEAD: styles().lead,
        Role.NOTE: styles().note,
    }[block.role]
    for piece in _pieces(block.text):
        yield Paragraph(_markup(piece, printable), style)


def _passages(block: Passages, printable: Printable) -> Iterator[Any]:
    if block.title:
        yield CondPageBreak(_AFTER_HEADING)
        yield Paragraph(_markup(block.title, printable), styles().small_heading)
    for item in block.items:
        lead = f'<font name="{fonts.SEMIBOLD}">{_markup(item.lead, printable)}</font>'
        first, *others = _pieces(item.text)
        text = f"{lead}\N{NO-BREAK SPACE} {_markup(first, printable)}"
        yield Paragraph(text, styles().passage)
        for piece in others:
            yield Paragraph(_markup(piece, printable), styles().passage)


def _overview(block: OverviewChart, printable: Printable) -> Iterator[Any]:
    """Yield the key and the chart together, a very long one in pieces of a page at most."""
    fit = int(TEXT_HEIGHT * 0.8 / OVERVIEW_ROW)
    yield CondPageBreak(min(len(block.rows), fit) * OVERVIEW_ROW + _KEY)
    yield Paragraph(_markup(block.key, printable), styles().note)
    for start in range(0, len(block.rows), fit):
        yield overview_chart(block.rows[start : start + fit], TEXT_WIDTH)


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
