"""Tables on paper: light rules, figures under each other, heads that repeat on every page."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportlab.platypus import Table as PaperTable
from reportlab.platypus import TableStyle

from audit_desk.reports import fonts
from audit_desk.reports.blocks import Pairs, Table
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_cells import cell_lines
from audit_desk.reports.pdf_styles import (
    CELL_LEADING,
    CELL_SIZE,
    HEAD_LEADING,
    HEAD_SIZE,
    INK,
    QUIET,
    RULE,
    STRONG_RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from audit_desk.reports.pdf_tags.tables import TableTags
from audit_desk.reports.pdf_widths import PAD, column_widths

_PAIR_NAME_WIDTH = 118.0
_WITHIN_GROUP = 0.8
"""Room above and below rows that belong together."""
_MOST_LINES = int(TEXT_HEIGHT * 0.7 / CELL_LEADING)
_MOST_KEPT = 20
"""Lines of a group of rows that is kept on one page."""


def paper_table(table: Table, printable: Printable) -> Any:
    """Return a table that fills the text's width."""
    texts = [[printable(text) for text in row] for row in table.rows]
    widths = column_widths(table.columns, texts, TEXT_WIDTH)
    rows = [
        [
            _head(printable(column.title), width, to_the_right=column.is_number)
            for column, width in zip(table.columns, widths, strict=True)
        ]
    ]
    numbers = tuple(column.is_number for column in table.columns)
    rows += [
        [
            _cell(text, width, to_the_right=is_number)
            for text, width, is_number in zip(row, widths, numbers, strict=True)
        ]
        for row in texts
    ]
    return PaperTable(
        rows,
        colWidths=widths,
        repeatRows=1,
        renderCB=TableTags(rows, heads=1),
        style=_table_style(numbers, _groups(rows), _ends(rows)),
        hAlign="LEFT",
        spaceBefore=7,
        spaceAfter=8,
    )


def paper_pairs(pairs: Pairs, printable: Printable) -> Any:
    """Return names and values, one pair a line."""
    value_width = TEXT_WIDTH - _PAIR_NAME_WIDTH
    rows = [
        [_head(printable(name), _PAIR_NAME_WIDTH), _cell(printable(text), value_width)]
        for name, text in pairs.rows
    ]
    return PaperTable(
        rows,
        colWidths=[_PAIR_NAME_WIDTH, value_width],
        renderCB=TableTags(rows, heads=0),
        style=_pair_style(len(rows) if _lines(rows, 0, len(rows)) <= _MOST_KEPT else 0),
        hAlign="LEFT",
        spaceBefore=2,
        spaceAfter=8,
    )


def _groups(rows: Sequence[Sequence[str]]) -> tuple[tuple[int, int], ...]:
    """Return first and last row of each group that should stay on one page.

    A row whose first cell is empty belongs to the row above it, if there is one, and neither
    the first row nor the last stands on a page alone. A group too tall to be kept together is
    left to break.

    Args:
        rows: All rows, the head first, each cell broken into its lines.
    """
    last = len(rows) - 1
    starts = [index for index, row in enumerate(rows) if index == 1 or (index and row[0])]
    ends = [start - 1 for start in starts[1:]] + [last]
    groups = [*zip(starts, ends, strict=True), (1, 2), (last - 1, last)]
    return tuple(
        (start, end)
        for start, end in groups
        if 0 < start < end <= last and _lines(rows, start, end) <= _MOST_KEPT
    )


def _lines(rows: Sequence[Sequence[str]], start: int, end: int) -> int:
    """Return how many lines the rows from start to end take."""
    return sum(max(cell.count("\n") + 1 for cell in row) for row in rows[start : end + 1])


def _head(text: str, width: float, *, to_the_right: bool = False) -> str:
    font = (fonts.SEMIBOLD, HEAD_SIZE)
    return cell_lines(text, width - 2 * PAD, font, _MOST_LINES, to_the_right=to_the_right)


def _cell(text: str, width: float, *, to_the_right: bool = False) -> str:
    font = (fonts.REGULAR, CELL_SIZE)
    return cell_lines(text, width - 2 * PAD, font, _MOST_LINES, to_the_right=to_the_right)


def _ends(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the rows that end with a rule: those whose next one does not belong to them."""
    return tuple(
        index for index in range(1, len(rows)) if index + 1 == len(rows) or rows[index + 1][0]
    )


@cache
def _table_style(
    numbers: Sequence[bool], groups: Sequence[tuple[int, int]], ends: Sequence[int]
) -> Any:
    commands: list[tuple[Any, ...]] = [
        *_shared_commands(),
        ("FONT", (0, 0), (-1, 0), fonts.SEMIBOLD, HEAD_SIZE, HEAD_LEADING),
        ("TEXTCOLOR", (0, 0), (-1, 0), QUIET),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, STRONG_RULE),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.4, RULE),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    commands += [
        ("ALIGN", (index, 0), (index, -1), "RIGHT")
        for index, is_number in enumerate(numbers)
        if is_number
    ]
    commands += _rules(ends)
    commands += [("NOSPLIT", (0, first), (0, last)) for first, last in groups]
    return TableStyle(commands)


def _rules(ends: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return a rule under each row that ends a group, and less room between the others."""
    last = ends[-1]
    if len(ends) == last:
        return [("LINEBELOW", (0, 1), (-1, -1), 0.4, RULE)]
    commands: list[tuple[Any, ...]] = [
        ("LINEBELOW", (0, row), (-1, row), 0.4, RULE) for row in ends
    ]
    for row in set(range(1, last)).difference(ends):
        commands += [
            ("BOTTOMPADDING", (0, row), (-1, row), _WITHIN_GROUP),
            ("TOPPADDING", (0, row + 1), (-1, row + 1), _WITHIN_GROUP),
        ]
    return commands


@cache
def _pair_style(kept: int) -> Any:
    """Return the style of pairs, of which the first ``kept`` stay on one page."""
    commands = [("NOSPLIT", (0, 0), (0, kept - 1))] if kept > 1 else []
    return TableStyle(
        [
            *_shared_commands(),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("FONT", (0, 0), (0, -1), fonts.SEMIBOLD, HEAD_SIZE, CELL_LEADING),
            ("TEXTCOLOR", (0, 0), (0, -1), QUIET),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2),
            *commands,
        ]
    )


def _shared_commands() -> list[tuple[Any, ...]]:
    return [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, CELL_SIZE, CELL_LEADING),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), 2.8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
    ]
