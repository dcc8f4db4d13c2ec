"""Writes files of every kind for the tests of reading, with the dirt of real ones invented anew."""

import re
import struct
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


def write_binary(
    path: Path, rows: Sequence[Sequence[str | float]], reach: tuple[int, int] | None = None
) -> Path:
    """Write a binary workbook (.xlsb) of one sheet, record by record.

    Args:
        path: The file.
        rows: The cells.
        reach: How many rows and columns the sheet says that it reaches over.
    """
    height, width = reach or (len(rows), max(map(len, rows)))
    named = bytes(8) + _wide("rId1") + _wide("List")
    index = [(131, b""), (143, b""), (156, named), (144, b""), (132, b"")]
    sheet = [(129, b""), (148, struct.pack("<4I", 0, height - 1, 0, width - 1)), (145, b"")]
    for number, row in enumerate(rows):
        sheet.append((0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        for column, cell in enumerate(row):
            place = struct.pack("<II", column, 0)
            if isinstance(cell, str):
                sheet.append((6, place + _wide(cell)))
            else:
                sheet.append((5, place + struct.pack("<d", cell)))
    sheet += [(146, b""), (130, b"")]
    base = "http://schemas.openxmlformats.org"
    relations = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="rId1"'
        f' Type="{base}/officeDocument/2006/relationships/worksheet"'
        ' Target="worksheets/sheet1.bin"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.bin", b"".join(_record(*each) for each in index))
        book.writestr("xl/_rels/workbook.bin.rels", relations)
        book.writestr("xl/worksheets/sheet1.bin", b"".join(_record(*each) for each in sheet))
    return path


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(number: int, content: bytes) -> bytes:
    return _seven_bits(number) + _seven_bits(len(content)) + content


def _seven_bits(number: int) -> bytes:
    low, high = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _seven_bits(high) if high else bytes([low])
