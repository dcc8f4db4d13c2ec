"""Writes files of every kind for the tests of reading, with the dirt of real ones invented anew."""

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter

from audit_desk.domain.cells import Cell

DATA = Path(__file__).parent / "data"

ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"


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


def change_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Rewrite one part of a workbook's archive."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def write_uncalculated(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a workbook whose formulas have no results, as libraries write them."""
    write_workbook(path, {"List": rows})
    return change_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda content: re.sub(rb"</f><v>[^<]*</v>", b"</f><v></v>", content),
    )
