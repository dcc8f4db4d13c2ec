"""The sheets of a workbook: one a table, each cell of its own kind."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from audit_desk.reports.plain_text import fit_for_files
from audit_desk.reports.tables.model import Cell, Column, DataTable, Kind

LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
CUT = " … [cut here: the rest does not fit into a cell; the CSV files hold all of it]"
"""Stands at the end of a text that was too long."""
_LONGEST_NAME = 31
_UNFIT = re.compile(r"[\[\]:*?/\\]+")
_WIDE = 40
"""From this width on, in characters, a text is broken into lines."""
_INK, _ACCENT, _LINE = "#1F2A33", "#124A6B", "#C3CBD1"
_FONT = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
_LINE_HEIGHT = 15
"""In points."""
_NARROWER = 10
"""Of so many letters one more fits: most are narrower than the figures that widths count in."""
_MOST_LINES = 8
"""A row shows no more lines than that, so that the rows after it stay in sight."""
_EVERYWHERE = "A1:XFD1048576"
_FIRST_YEAR = 1900
"""Before it, a spreadsheet knows no dates."""


class Book:
    """One workbook with its looks.

    Args:
        library_book: The workbook as the library holds it.
    """

    def __init__(self, library_book: Any) -> None:
        self.library_book = library_book
        self.cut = 0
        """How many texts were too long for a cell."""
        self._names: dict[str, str] = {}

        def look(**changes: Any) -> Any:
            return library_book.add_format({**_FONT, **changes})

        self.title = look(bold=True, font_size=16, font_color=_ACCENT)
        self.strong = look(bold=True, text_wrap=True)
        self.body = look(text_wrap=True)
        self.warning = look(bold=True, font_color="#4D1226")
        self.link = look(font_color=_ACCENT, underline=1)
        self._head = look(
            bold=True,
            text_wrap=True,
            font_color="#FFFFFF",
            bg_color=_ACCENT,
            border=1,
            border_color=_LINE,
        )
        self._line = look()
        self._date = look(num_format="dd/mm/yyyy", align="left")
        self._moment = look(num_format="dd/mm/yyyy hh:mm", align="left")

    def sheet(self, title: str) -> Any:
        """Return a new sheet, under a name that a spreadsheet takes and no other sheet has."""
        safe = " ".join(_UNFIT.sub(" ", fit_for_files(title)).split()).strip("'")
        safe = safe[:_LONGEST_NAME].strip() or "Sheet"
        free, number = safe, 2
        while free.casefold() in self._names:
            free = f"{safe[: _LONGEST_NAME - 3]} {number}"
            number += 1
        self._names[free.casefold()] = title
        return self.library_book.add_worksheet(free)

    def write_table(self, table: DataTable) -> Any:
        """Write a table on a sheet of its own, and return the sheet."""
        sheet = self.sheet(table.title)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.width)
            self.write_text(sheet, 0, index, _heading(column), self._head)
        sheet.set_row(0, 2 * _LINE_HEIGHT + 2)
        wide = [(i, each.width) for i, each in enumerate(table.columns) if each.width >= _WIDE]
        looks = [self.body if each.width >= _WIDE else self._line for each in table.columns]
        for number, row in enumerate(table.rows, start=1):
            sheet.set_row(number, row_height(_lines(row, wide)))
            for index, (look, cell) in enumerate(zip(looks, row, strict=True)):
                self._write(sheet, number, index, cell, look)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        # Stored forms such as “2” are texts on purpose: no green corner in each of them.
        sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})
        _lay_out(sheet, table.title)
        return sheet

    def write_text(self, sheet: Any, row: int, column: int, text: str, look: Any) -> None:
        """Write a text that is never a formula, whatever it begins with."""
        text = fit_for_files(text)
        if 2 * len(text) > LONGEST_CELL < _length(text):
            self.cut += 1
            text = _shortened(text)
        if text:
            sheet.write_string(row, column, text, look)

    def _write(self, sheet: Any, row: int, index: int, cell: Cell, look: Any) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            self.write_text(sheet, row, index, cell, look)
            return
        if isinstance(cell, datetime):
            cell = cell.replace(tzinfo=None)
        if not isinstance(cell, date):
            sheet.write_number(row, index, cell, self._line)
        elif cell.year < _FIRST_YEAR:
            self.write_text(sheet, row, index, str(cell), look)
        else:
            dated = self._moment if isinstance(cell, datetime) else self._date
            sheet.write_datetime(row, index, cell, dated)


def text_lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column of a width in characters."""
    fit = width + width // _NARROWER
    return sum(1 + len(line) // fit for line in text.split("\n"))


def row_height(lines: int) -> int:
    """Return the height of a row of so many lines, in points; a spreadsheet may not count them."""
    return _LINE_HEIGHT * min(max(lines, 1), _MOST_LINES) + (lines > 1)


def _lines(row: tuple[Cell, ...], wide: Sequence[tuple[int, int]]) -> int:
    """Return how many lines a row takes: its texts in the wide columns, by number and width."""
    texts = [(cell, width) for index, width in wide if isinstance(cell := row[index], str)]
    return max((text_lines(cell, width) for cell, width in texts), default=1)


def _heading(column: Column[Any]) -> str:
    timed = column.kind is Kind.MOMENT and column.unit
    return f"{column.title} ({column.unit})" if timed or column.unit == "hours" else column.title


def _lay_out(sheet: Any, title: str) -> None:
    """Make it print on wide paper with its head on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{title}&CContains information about children. Do not forward.&RPage &P")


def _length(text: str) -> int:
    """Return how many characters a spreadsheet counts: some of ours are two of its own."""
    return len(text) + sum(character > "\uffff" for character in text)


def _shortened(text: str) -> str:
    text = text[: LONGEST_CELL - len(CUT)]
    while _length(text) > LONGEST_CELL - len(CUT):
        text = text[: len(text) - max(1, (_length(text) - LONGEST_CELL + len(CUT)) // 2)]
    return f"{text}{CUT}"
