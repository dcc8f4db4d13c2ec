"""The first sheet: what the workbook is, where it comes from, and what stands on each sheet."""

from typing import Any

from audit_desk.domain.small_numbers import WITHHELD
from audit_desk.reports.content import MARKING
from audit_desk.reports.tables.leaving import Leaving
from audit_desk.reports.words import date_and_time
from audit_desk.reports.workbook_sheets import Book, row_height, text_lines

_WIDTH = 100
"""Of the second column, in characters."""

_WITHHELD = (
    (
        "Withheld",
        (
            f"{WITHHELD} stands for a number that is withheld: a count of one to four children, or"
            " one from which such a count could be worked out. Answers that few files have may be"
            " joined to others in the report; here each of them is withheld."
        ),
    ),
)
_HOW = (
    (
        "What counts",
        (
            "Every n of N counts the audits that were drawn at random and submitted. Files chosen"
            " on purpose and audits that are not submitted yet are listed, with “no” under Counted."
        ),
    ),
    (
        "Absences",
        (
            "Not evidenced, not accessible and not applicable are three different answers and never"
            " merged; not applicable is in no N."
        ),
    ),
    (
        "Dates",
        (
            "Dates are dates, so they sort and filter. What the register recorded itself is in UTC;"
            " what auditors read in the files is local time, as it stood there."
        ),
    ),
    (
        "Versions of the tool",
        (
            "Audits keep the version of the audit tool that they began with: questions that a later"
            " version retired stand here as they were asked."
        ),
    ),
)


def write_read_me(book: Book, sheet: Any, data: Leaving) -> None:
    """Write the first sheet, once all others are written."""
    found = data.found
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDTH)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.write_text(sheet, 0, 0, f"Dip-sample data: {found.round_name}", book.title)
    sheet.set_row(0, 26)
    lines = [
        ("Made for", data.audience.purpose),
        ("Left out", data.left_out),
        ("Organisation", found.organisation),
        ("Round", found.round_name),
        ("Purpose", found.purpose),
        ("Audit tool", f"{found.tool_title}, version {found.tool_version}"),
        ("As recorded on", date_and_time(found.computed_from)),
        ("Files read", f"{found.submitted} of {found.drawn} drawn; {found.purposive} on purpose"),
        *(_HOW if data.audience.is_full else _WITHHELD),
    ]
    if book.cut:
        note = f"{book.cut} longer than a cell can hold; each says so where it was cut."
        lines.append(("Texts cut", note))
    book.write_text(sheet, 1, 0, MARKING, book.warning)
    row = 3
    for name, text in lines:
        sheet.set_row(row, row_height(text_lines(text, _WIDTH - 5)))
        book.write_text(sheet, row, 0, name, book.strong)
        book.write_text(sheet, row, 1, text, book.body)
        row += 1
    row += 1
    book.write_text(sheet, row, 0, "Sheets", book.strong)
    for each in data.tables:
        row += 1
        sheet.write_url(row, 0, f"internal:'{each.title}'!A1", book.link, each.title)
        about = f"{each.about} Rows: {len(each.rows):,}."
        sheet.set_row(row, row_height(text_lines(about, _WIDTH - 5)))
        book.write_text(sheet, row, 1, about, book.body)
    row += 1
    sheet.write_url(row, 0, "internal:'Data dictionary'!A1", book.link, "Data dictionary")
    book.write_text(sheet, row, 1, "What every column means, its values and its unit.", book.body)
    sheet.activate()
