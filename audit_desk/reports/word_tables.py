"""Tables that can be edited: their heads repeat on each page, rows stay whole."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from audit_desk.reports.blocks import Column, Pairs, Table
from audit_desk.reports.plain_text import fit_for_files
from audit_desk.reports.word_styles import CELL, TABLE

_NAMES = 0.28
"""The share of a table of pairs that the names take."""
_SPLIT_FROM = 1200
"""Characters from which a row may be torn between pages: it could be taller than one."""


def add_table(document: Any, table: Table, width: float) -> None:
    """Add a table with a head row.

    Args:
        document: The document as the library holds it.
        table: The table.
        width: Of the whole table in points.
    """
    whole = sum(column.share for column in table.columns)
    widths = [width * column.share / whole for column in table.columns]
    made = _empty(document, len(table.rows) + 1, widths)
    titles = tuple(column.title for column in table.columns)
    _mark_head(made.rows[0])
    for row, texts in zip(made.rows, (titles, *table.rows), strict=True):
        _fill(row, texts, table.columns)
    _look(made, head_row=True, head_column=False)


def add_pairs(document: Any, pairs: Pairs, width: float) -> None:
    """Add names and their values as a table whose first column is the head."""
    widths = [width * _NAMES, width * (1 - _NAMES)]
    made = _empty(document, len(pairs.rows), widths)
    for row, texts in zip(made.rows, pairs.rows, strict=True):
        _fill(row, texts, ())
    _look(made, head_row=False, head_column=True)


def _empty(document: Any, rows: int, widths: list[float]) -> Any:
    made = document.add_table(rows, len(widths), TABLE)
    made.autofit = False
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Pt(wide)
    for row in made.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Pt(wide)
    # Without a paragraph between them two tables would become one.
    document.add_paragraph("", CELL)
    return made


def _fill(row: Any, texts: tuple[str, ...], columns: tuple[Column, ...]) -> None:
    if sum(map(len, texts)) < _SPLIT_FROM:
        _row_property(row, "w:cantSplit")
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        paragraph.add_run(fit_for_files(text))
        if columns and columns[place].is_number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_head(row: Any) -> None:
    _row_property(row, "w:tblHeader")


def _row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no other way


def _look(made: Any, *, head_row: bool, head_column: bool) -> None:
    """Say which cells are heads, for the style and for whoever reads the table aloud."""
    look = made._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - as above
    for name, is_on in (
        ("firstRow", head_row),
        ("lastRow", False),
        ("firstColumn", head_column),
        ("lastColumn", False),
        ("noHBand", True),
        ("noVBand", True),
    ):
        look.set(qn(f"w:{name}"), "1" if is_on else "0")
    look.attrib.pop(qn("w:val"), None)
