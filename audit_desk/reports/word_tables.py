"""Tables that can be edited: their heads repeat on each page, rows stay whole."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from audit_desk.reports.blocks import Pairs, Table
from audit_desk.reports.plain_text import fit_for_files
from audit_desk.reports.word_styles import CELL, CELL_HEAD, TABLE, Styles

_HEAD_ROW, _HEAD_COLUMN = "0620", "0680"
"""What the format calls tables whose first row, or first column, is the head; without bands."""
_LETTER, _PADDING = 5.6, 12.0
"""Room for a letter, and around a cell's text, in points."""
_LONGEST_WORD = 14
"""Letters of a word that a column makes room for."""
_NAMES = 0.28
"""The share of a table of pairs that the names take."""
_SPLIT_FROM = 1200
"""Characters from which a row may be torn between pages: it could be taller than one."""


class TableWriter:
    """Writes tables at the end of a document.

    Args:
        document: The document as the library holds it.
        styles: Its styles.
        width: Of each table in points.
    """

    def __init__(self, document: Any, styles: Styles, width: float) -> None:
        self._document = document
        self._styles = styles
        self._width = width

    def table(self, table: Table) -> None:
        """Write a table with a head row."""
        made = self._empty(len(table.rows) + 1, _widths(table, self._width))
        head, *rows = made.rows
        _row_property(head, "w:tblHeader")
        numbers = [column.is_number for column in table.columns]
        titles = tuple(column.title for column in table.columns)
        self._fill(head, titles, [CELL_HEAD] * len(titles), numbers)
        for row, texts in zip(rows, table.rows, strict=True):
            self._fill(row, texts, [CELL] * len(texts), numbers)
        _look(made, _HEAD_ROW)

    def pairs(self, pairs: Pairs) -> None:
        """Write names and their values as a table whose first column is the head."""
        made = self._empty(len(pairs.rows), [self._width * _NAMES, self._width * (1 - _NAMES)])
        for row, texts in zip(made.rows, pairs.rows, strict=True):
            self._fill(row, texts, [CELL_HEAD, CELL], [False, False])
        _look(made, _HEAD_COLUMN)

    def _empty(self, rows: int, widths: list[float]) -> Any:
        made = self._document.add_table(rows, len(widths), TABLE)
        made.autofit = False
        for column, wide in zip(made.columns, widths, strict=True):
            column.width = Pt(wide)
        for row in made.rows:
            for cell, wide in zip(row.cells, widths, strict=True):
                cell.width = Pt(wide)
        # Without a paragraph between them two tables would become one.
        self._styles.put(self._document.add_paragraph(), CELL)
        return made

    def _fill(
        self, row: Any, texts: Sequence[str], styles: Sequence[str], numbers: Sequence[bool]
    ) -> None:
        if sum(map(len, texts)) < _SPLIT_FROM:
            _row_property(row, "w:cantSplit")
        cells = zip(row.cells, texts, styles, numbers, strict=True)
        for cell, text, style, is_number in cells:
            paragraph = self._styles.put(cell.paragraphs[0], style)
            paragraph.add_run(fit_for_files(text))
            if is_number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(table: Table, width: float) -> list[float]:
    """Return widths in points by the columns' shares, none too narrow for its longest word."""
    texts = zip((column.title for column in table.columns), *table.rows, strict=True)
    least = [_PADDING + _LETTER * max(map(_longest_word, column)) for column in texts]
    spare = max(width - sum(least), 0.0)
    whole = sum(column.share for column in table.columns)
    wanted = [width * column.share / whole for column in table.columns]
    over = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    shared = [
        need + spare * more / (sum(over) or 1.0) for need, more in zip(least, over, strict=True)
    ]
    return [each * width / sum(shared) for each in shared]


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _LONGEST_WORD)


def _row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no other way


def _look(made: Any, head: str) -> None:
    """Say which cells are heads, for the style and for whoever reads the table aloud."""
    look = made._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - as above
    for name in list(look.attrib):
        del look.attrib[name]
    look.set(qn("w:val"), head)
    look.set(qn("w:firstRow"), "1" if head == _HEAD_ROW else "0")
    look.set(qn("w:firstColumn"), "1" if head == _HEAD_COLUMN else "0")
    for name in ("lastRow", "lastColumn"):
        look.set(qn(f"w:{name}"), "0")
    for name in ("noHBand", "noVBand"):
        look.set(qn(f"w:{name}"), "1")
