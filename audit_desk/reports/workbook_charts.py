"""Charts that the spreadsheet itself draws, from the cells above them.

Bars of parts of a whole, each part with its name and number upon it. A part too narrow for its
name has the number alone, and a legend stands below only where some part has room for its name
nowhere. The parts' grounds differ in lightness too, so they print in grey.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.domain.audit import Grade
from audit_desk.domain.grade_colours import GRADE_COLOURS
from audit_desk.reports.tables.model import DataTable
from audit_desk.reports.workbook_sheets import Book

_DARK, _EDGE = "#1F2A33", "#8A949C"
_NOTHING = ("#FFFFFF", _DARK)
"""Of what is not known: paper alone, with an edge."""
_WELL, _NEXT, _ILL = (GRADE_COLOURS[grade] for grade in tuple(Grade)[1:])
_WIDTH, _ROW, _AROUND = 1200, 42, 90
"""In pixels; a bar has room for two lines, as some programs break a name."""
_SIZE = 8
"""Of a part's name and number, in points."""
_NAMES, _LETTER = 0.3, 5.6
"""The share of the width that the bars' names take, and the pixels of a letter."""


@dataclass(frozen=True, slots=True)
class _Bars:
    """A chart of a table.

    Attributes:
        title: What it shows.
        names: The column that names each bar.
        parts: Columns of a bar's parts, each with its ground and the text upon it.
        only: A column and the value that rows of the chart have there; they stand first.
    """

    title: str
    names: str
    parts: Mapping[str, tuple[str, str]]
    only: tuple[str, str] | None = None


_CHARTS = {
    "themes": _Bars(
        "Grades by theme, audits that count",
        "theme",
        {
            **{grade.name.lower(): GRADE_COLOURS[grade] for grade in Grade},
            **dict.fromkeys(("not_evidenced", "not_accessible", "unanswered"), _NOTHING),
        },
    ),
    "timeliness": _Bars(
        "Timeliness, audits that count and that the standard fits",
        "clock",
        {"in_time": _WELL, "late": _NEXT, "cannot_tell": _NOTHING},
    ),
    "agreement": _Bars(
        "Two readers, percent of the pairs of a judgement; no bar below ten pairs",
        "title",
        {"exact_percent": _WELL, "one_apart_percent": _NEXT, "further_percent": _ILL},
        ("what", "judgement"),
    ),
}
"""By the table's key."""


def add_chart(book: Book, sheet: Any, table: DataTable) -> None:
    """Add a table's chart under it, where it has one and there is anything to draw."""
    bars = _CHARTS.get(table.key)
    rows = _rows(table, bars) if bars else []
    used = [key for key in bars.parts if any(row[table.index(key)] for row in rows)] if bars else []
    if not bars or not used:
        return
    chart: Any = book.library_book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    name, last = sheet.get_name(), len(rows)
    names = table.index(bars.names)
    all_named = True
    for key in used:
        column = table.index(key)
        labels, is_named = _labels(table, bars, rows, key)
        all_named &= is_named
        fill, ink = bars.parts[key]
        chart.add_series(
            {
                "name": _part_name(table, key),
                "categories": [name, 1, names, last, names],
                "values": [name, 1, column, last, column],
                "fill": {"color": fill.upper()},
                "border": {"color": _EDGE, "width": 0.5},
                "data_labels": {
                    "value": True,
                    "series_name": True,
                    "separator": " ",
                    "font": {"color": ink.upper(), "size": _SIZE},
                    "custom": labels,
                },
                "gap": 40,
            }
        )
    chart.set_title({"name": bars.title, "name_font": {"size": 12}, "overlay": False})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "line": {"none": True}})
    chart.set_legend({"none": True} if all_named else {"position": "bottom"})
    chart.set_size({"width": _WIDTH, "height": _AROUND + _ROW * last})
    words = f"{bars.title}, as bars; the table above holds the same figures."
    sheet.insert_chart(len(table.rows) + 2, 1, chart, {"description": words})


def _rows(table: DataTable, bars: _Bars) -> list[tuple[Any, ...]]:
    if bars.only is None:
        return list(table.rows)
    key, value = bars.only
    return [row for row in table.rows if row[table.index(key)] == value]


def _labels(
    table: DataTable, bars: _Bars, rows: Sequence[tuple[Any, ...]], key: str
) -> tuple[list[dict[str, Any] | None], bool]:
    """Return how the labels of a part differ from its name and number, and whether one does not.

    Where there is nothing no label stands, and where there is little the number alone.

    Args:
        table: The table.
        bars: What is drawn.
        rows: The rows that are drawn.
        key: The part's column.
    """
    column = table.index(key)
    _, ink = bars.parts[key]
    need = _LETTER * (len(_part_name(table, key)) + len(" 100"))
    labels: list[dict[str, Any] | None] = []
    for row in rows:
        count = row[column]
        whole = sum(row[table.index(each)] or 0 for each in bars.parts)
        if not count:
            labels.append({"delete": True})
        elif _WIDTH * (1 - _NAMES) * count / whole >= need:
            labels.append(None)
        else:
            labels.append({"value": str(count), "font": {"color": ink.upper(), "size": _SIZE}})
    return labels, None in labels


def _part_name(table: DataTable, key: str) -> str:
    return table.columns[table.index(key)].title.removesuffix(", percent")
