"""The tables as CSV files that a spreadsheet opens and a program reads, with their schema.

UTF-8 with a byte order mark, without which spreadsheets take letters for others; commas, and
dates as 2026-03-02 or 2026-03-02T18:40:00.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from audit_desk.domain.csv_text import FORMULA_NOTE, csv_bytes, no_formula
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.plain_text import fit_for_files
from audit_desk.reports.tables.answers import answers_table
from audit_desk.reports.tables.build import dictionary_table
from audit_desk.reports.tables.leaving import Leaving, leaving
from audit_desk.reports.tables.model import Cell, DataTable

FORMAT = "audit-desk-tables/1"


def answers_csv(record: RoundRecord) -> bytes:
    """Return the answers of a round, a row an answer."""
    return _csv(answers_table(record))


def csv_files(source: RoundRecord | Shareable) -> Mapping[str, bytes]:
    """Return all tables of a round, or of what may be shared of it, by the files' names.

    Their schema is among them. The same source gives the same bytes.
    """
    data = leaving(source)
    dictionary = dictionary_table(data.tables)
    files = {_file(each): _csv(each) for each in (*data.tables, dictionary)}
    schema = json.dumps(_schema(data), ensure_ascii=False, indent=2)
    return {**files, "schema.json": f"{schema}\n".encode()}


def _file(table: DataTable) -> str:
    return f"{table.key}.csv"


def _csv(table: DataTable) -> bytes:
    heading = [column.key for column in table.columns]
    return csv_bytes([heading, *([_text(cell) for cell in row] for row in table.rows)])


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None).isoformat(timespec="seconds")
    if isinstance(cell, str):
        return no_formula(fit_for_files(cell))
    return str(cell)


def _schema(data: Leaving) -> dict[str, Any]:
    found = data.found
    return {
        "format": FORMAT,
        "audience": data.audience.value,
        "made_for": data.audience.purpose,
        "left_out": list(data.audience.leaves_out),
        "organisation": found.organisation,
        "round": found.round_name,
        "tool": {"title": found.tool_title, "version": found.tool_version},
        "as_recorded_on": found.computed_from.isoformat(),
        "encoding": "UTF-8 with a byte order mark",
        "formulas": FORMULA_NOTE,
        "tables": [_described(each) for each in data.tables],
    }


def _described(table: DataTable) -> dict[str, Any]:
    return {
        "file": _file(table),
        "title": table.title,
        "about": table.about,
        "rows": len(table.rows),
        "columns": [
            {
                "name": column.key,
                "title": column.title,
                "meaning": column.meaning,
                "kind": column.kind.value,
                "values": column.values,
                "unit": column.unit,
            }
            for column in table.columns
        ],
    }
