"""Charts that the spreadsheet itself draws, from the cells beside them."""

from typing import Any

from audit_desk.domain.audit import Grade
from audit_desk.domain.grade_colours import GRADE_COLOURS
from audit_desk.reports.tables.model import DataTable
from audit_desk.reports.workbook_sheets import Book

_WHITE, _EDGE = "#FFFFFF", "#8A949C"
_WIDTH, _ROW, _AROUND = 900, 34, 110
"""In pixels."""
_ABSENT = ("not_evidenced", "not_accessible", "unanswered")


def add_grade_chart(book: Book, sheet: Any, table: DataTable) -> None:
    """Add a bar of grades for each theme, under the table that it is drawn from.

    Where nothing counts yet there is no bar to draw, and no chart.
    """
    keys = [(grade.name.lower(), GRADE_COLOURS[grade]) for grade in Grade]
    keys += [(key, (_WHITE, "#1f2a33")) for key in _ABSENT]
    used = [key for key in keys if any(row[table.index(key[0])] for row in table.rows)]
    if not used:
        return
    chart: Any = book.library_book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    name, last = sheet.get_name(), len(table.rows)
    themes = table.index("theme")
    for key, (fill, ink) in used:
        column = table.index(key)
        chart.add_series(
            {
                "name": [name, 0, column],
                "categories": [name, 1, themes, last, themes],
                "values": [name, 1, column, last, column],
                "fill": {"color": fill.upper()},
                "border": {"color": _EDGE, "width": 0.5},
                # No label where there is none to count.
                "data_labels": {"value": True, "num_format": "0;;", "font": {"color": ink.upper()}},
                "gap": 40,
            }
        )
    chart.set_title({"name": "Grades by theme, audits that count", "name_font": {"size": 12}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "line": {"none": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _WIDTH, "height": _AROUND + _ROW * last})
    words = "Bars of grades by theme; the table above holds the same figures."
    sheet.insert_chart(last + 2, 1, chart, {"description": words})
