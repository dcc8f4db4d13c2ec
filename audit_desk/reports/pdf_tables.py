"""Tables on paper: light rules, figures under each other, heads that repeat on every page."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, TableStyle
from reportlab.platypus import Table as PaperTable

from audit_desk.reports import fonts
from audit_desk.reports.blocks import Column, Pairs, Table
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_styles import (
    CELL_LEADING,
    CELL_SIZE,
    INK,
    RULE,
    STRONG_RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    styles,
)

_PAD = 4.0
_PAIR_NAME_WIDTH = 118.0
_MOST_LINES = int(TEXT_HEIGHT * 0.7 / CELL_LEADING)
"""A row cannot be broken over two pages, so a cell is cut before it outgrows one."""
_NARROWEST_LETTER = CELL_SIZE * 0.5


def paper_table(table: Table, printable: Printable) -> Any:
    """Return a table that fills the text's width."""
    total = sum(column.share for column in table.columns)
    widths = [TEXT_WIDTH * column.share / total for column in table.columns]
    rows: list[list[Any]] = [[_head(column, printable) for column in table.columns]]
    rows += [
        [
            _cell(printable(text), width, column)
            for text, width, column in zip(row, widths, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    numbers = tuple(column.is_number for column in table.columns)
    return PaperTable(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=_table_style(numbers),
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=8,
    )


def paper_pairs(pairs: Pairs, printable: Printable) -> Any:
    """Return names and values, one pair a line."""
    value_width = TEXT_WIDTH - _PAIR_NAME_WIDTH
    value = Column("", 1)
    rows = [
        [
            Paragraph(escape(printable(name)), styles().head),
            _cell(printable(text), value_width, value),
        ]
        for name, text in pairs.rows
    ]
    return PaperTable(
        rows,
        colWidths=[_PAIR_NAME_WIDTH, value_width],
        style=_pair_style(),
        hAlign="LEFT",
        spaceBefore=2,
        spaceAfter=8,
    )


def _head(column: Column, printable: Printable) -> Any:
    style = styles().number_head if column.is_number else styles().head
    return Paragraph(escape(printable(column.title)), style)


def _cell(text: str, width: float, column: Column) -> Any:
    """Return a plain string where it fits on its lines, which is quicker, or a paragraph."""
    room = width - 2 * _PAD
    lines = text.split("\n")
    if all(_fits(line, room) for line in lines) and len(lines) <= _MOST_LINES:
        return text
    text = _cut(text, room)
    style = styles().number if column.is_number else styles().cell
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _fits(line: str, room: float) -> bool:
    if len(line) * CELL_SIZE * 0.25 > room:
        return False
    return bool(stringWidth(line, fonts.REGULAR, CELL_SIZE) <= room)


def _cut(text: str, room: float) -> str:
    lines = text.split("\n")[:_MOST_LINES]
    shown = "\n".join(lines)
    most = max(int(room / _NARROWEST_LETTER) * _MOST_LINES // 2, 20)
    if shown == text and len(text) <= most:
        return text
    return f"{shown[:most].rstrip()} […]"


@cache
def _table_style(numbers: Sequence[bool]) -> Any:
    commands: list[tuple[Any, ...]] = [
        *_shared_commands(),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, STRONG_RULE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, RULE),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    commands += [
        ("ALIGN", (index, 0), (index, -1), "RIGHT")
        for index, is_number in enumerate(numbers)
        if is_number
    ]
    return TableStyle(commands)


@cache
def _pair_style() -> Any:
    return TableStyle(
        [
            *_shared_commands(),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2),
        ]
    )


def _shared_commands() -> list[tuple[Any, ...]]:
    return [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, CELL_SIZE, CELL_LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 3.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.8),
    ]
