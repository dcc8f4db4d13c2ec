"""Makes lists for the tests of the import: tables in memory, and files of every kind."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from audit_desk.domain.cells import Cell
from audit_desk.services.case_preview import ImportPreview, preview
from audit_desk.services.case_table import Table

TODAY = date(2026, 6, 1)
DATA = Path(__file__).parent / "data"

ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def table(headers: Sequence[str], *rows: Sequence[Cell]) -> Table:
    return Table.of_rows("The list", headers, rows)


def look(
    headers: Sequence[str],
    *rows: Sequence[Cell],
    mapping: dict[int, str] | None = None,
    known: dict[str, str] | None = None,
) -> ImportPreview:
    return preview(table(headers, *rows), mapping, TODAY, known or {})


def write_workbook(
    path: Path, sheets: dict[str, Sequence[Sequence[Cell]]], hidden: Sequence[str] = ()
) -> Path:
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell == "#N/A":
                    sheet.write_formula(row, column, "=NA()", value="#N/A")
                elif cell is not None:
                    sheet.write(row, column, cell)
    book.close()
    return path


def write_chart_book(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Blank")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Blank!$A$1:$A$3"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    return path


def write_ods(path: Path, rows: Sequence[Sequence[str]], *, locked: bool = False) -> Path:
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{urn}:office:1.0"'
        f' xmlns:table="{urn}:table:1.0" xmlns:text="{urn}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="List 7">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    lock = "<manifest:encryption-data></manifest:encryption-data>" if locked else ""
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{urn}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml"'
        f' manifest:media-type="text/xml">{lock}</manifest:file-entry></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", ODS_MIME)
        file.writestr("META-INF/manifest.xml", manifest)
        file.writestr("content.xml", content)
    return path
