"""The tables of a round as a workbook: real dates, heads that stay, filters, native charts.

The same record gives the same bytes. The library is heavy, so it is loaded when a workbook is
written.
"""

from collections.abc import Callable
from io import BytesIO

from audit_desk.domain.bulk import collector_paused
from audit_desk.domain.round_record import RoundRecord
from audit_desk.domain.shareable import Shareable
from audit_desk.reports.tables.build import dictionary_table
from audit_desk.reports.tables.leaving import leaving
from audit_desk.reports.workbook_charts import add_chart
from audit_desk.reports.workbook_read_me import write_read_me
from audit_desk.reports.workbook_sheets import Book

Progress = Callable[[int, int], None]
"""Told how far the work is: done, of how much. It may raise ``Cancelled``."""


def write_workbook(source: RoundRecord | Shareable, progress: Progress | None = None) -> bytes:
    """Return the workbook of a round.

    Args:
        source: The round with everything in it, or what may be shared of it.
        progress: Called after each sheet; whatever it raises ends the work.
    """
    with collector_paused():
        return _written(source, progress or (lambda _done, _whole: None))


def _written(source: RoundRecord | Shareable, report: Progress) -> bytes:
    from xlsxwriter import Workbook

    stream = BytesIO()
    library_book = Workbook(stream, {"in_memory": True})
    data = leaving(source)
    findings, tables = data.found, data.tables
    library_book.set_properties(
        {
            "title": f"Dip-sample data: {findings.round_name}",
            "subject": f"{data.audience.report_title}: data",
            "author": findings.organisation,
            "created": findings.computed_from.replace(tzinfo=None),
        }
    )
    book = Book(library_book)
    read_me = book.sheet("Read me")
    for done, each in enumerate((*tables, dictionary_table(tables)), start=1):
        sheet = book.write_table(each)
        if data.audience.is_full:
            add_chart(book, sheet, each)
        report(done, len(tables) + 1)
    write_read_me(book, read_me, data)
    library_book.close()
    return stream.getvalue()
