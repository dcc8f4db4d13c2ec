"""The tables of a round as a workbook: real dates, heads that stay, filters, native charts.

The same record gives the same bytes. The library is heavy, so it is loaded when a workbook is
written.
"""

from collections.abc import Callable
from io import BytesIO

from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.tables.build import build_tables, dictionary_table
from audit_desk.reports.workbook_charts import add_grade_chart
from audit_desk.reports.workbook_read_me import write_read_me
from audit_desk.reports.workbook_sheets import Book

Progress = Callable[[int, int], None]
"""Told how far the work is: done, of how much. It may raise ``Cancelled``."""


def write_workbook(record: RoundRecord, progress: Progress | None = None) -> bytes:
    """Return the workbook of a round.

    Args:
        record: The round with everything in it.
        progress: Called after each sheet; whatever it raises ends the work.
    """
    from xlsxwriter import Workbook

    report = progress or (lambda _done, _whole: None)
    stream = BytesIO()
    library_book = Workbook(stream, {"in_memory": True})
    findings = record.findings
    library_book.set_properties(
        {
            "title": f"Dip-sample data: {findings.round_name}",
            "author": findings.organisation,
            "created": findings.computed_from.replace(tzinfo=None),
        }
    )
    book = Book(library_book)
    tables = build_tables(record)
    read_me = book.sheet("Read me")
    for done, each in enumerate((*tables, dictionary_table(tables)), start=1):
        sheet = book.write_table(each)
        if each.key == "themes":
            add_grade_chart(book, sheet, each)
        report(done, len(tables) + 1)
    write_read_me(book, read_me, record, tables)
    library_book.close()
    return stream.getvalue()
