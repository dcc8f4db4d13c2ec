"""The import without a register: lists are read and judged as ever, and nothing is saved."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from audit_desk.domain.column_recognition import header_key
from audit_desk.errors import UserError
from audit_desk.services.case_files import read_table, read_tables
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preview import ImportPreview, preview
from audit_desk.ui.dialogs.import_cases.ports import Tell

TODAY = date(2026, 3, 3)
HEADINGS = "Their No.,Child's name,Team,Age,CST start date,Colour,Exploitation type"


@dataclass
class FakeImport:
    """Reads and judges; remembers what it was asked to bring in."""

    known: dict[str, str] = field(default_factory=dict)
    brought: list[ImportPreview] = field(default_factory=list)
    refusal: UserError | None = None

    def sheets(self, file: Path) -> tuple[str, ...]:
        return read_tables(file).tables

    def headings(self, request: ImportRequest, tell: Tell) -> tuple[str, ...]:
        return read_table(request.file, request.sheet, progress=tell).headers

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        table = read_table(request.file, request.sheet, progress=tell)
        places = {header_key(header): place for place, header in enumerate(table.headers)}
        mapping = {places[header_key(header)]: target for header, target in request.mapping.items()}
        return preview(table, mapping or None, TODAY, self.known, tell)

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        if self.refusal is not None:
            raise self.refusal
        tell(0, len(previewed.rows))
        self.brought.append(previewed)
        return ImportResult(previewed.new, previewed.known, 0, previewed.refused_rows)


def cst_list(file: Path, *, headings: str = HEADINGS, rows: int = 40) -> Path:
    """Write an invented complex safeguarding list: every seventh row has a date to come."""
    lines = [headings]
    for number in range(rows):
        start = "2027-01-01" if number % 7 == 0 else "03/02/2025"
        name = ("Ann Lee", "Bo Ray", "Cy Fox", "Di Orr", "Ed Poe")[number % 5] + "abcdefgh"[
            number % 8
        ]
        lines.append(f"{9000 + number},{name},East,{10 + number % 8},{start},red,CSE")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def workbook(file: Path) -> Path:
    """Write a workbook with two lists."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(file))
    for name, rows in (
        ("List 6", [("Child Unique ID", "Gender", "Case Status"), ("A1", "b) Female", "c) CIN")]),
        ("List 8", [("Child Unique ID", "Age"), ("A1", 15), ("A2", 16)]),
    ):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return file
