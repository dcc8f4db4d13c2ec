"""A form as a workbook that can be filled in elsewhere and read back in.

The pages lie under a light lock without a password: it keeps a slip from moving a question, not
a person from what they want. The same form gives the same bytes.
"""

from io import BytesIO
from typing import Any

from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.form_fields import fields_of, values_of
from audit_desk.domain.form_sheets import HIDDEN_SHEET, LONGEST_CELL
from audit_desk.domain.form_stamp import FormStamp, digest, stamp_text
from audit_desk.domain.form_words import normal
from audit_desk.reports.form_content import KEEPING, headline
from audit_desk.reports.form_workbook_pages import Pages, page_look
from audit_desk.reports.form_workbook_tools import Tools

_PIECE = 30_000
"""Characters of the stamp in one cell."""
_STAMP_NOTE = (
    "Audit Desk reads from this page which audit the form belongs to. Do not change anything here."
)
_HOW = (
    (
        "Where to write",
        (
            "White cells are yours; grey ones are locked. Each theme has a page, and each list of"
            " events one of its own. Write as much as you like: the rows grow."
        ),
    ),
    (
        "Answers",
        (
            "Choose from the list that opens in the cell. What each grade looks like stands at the"
            " right. Not evidenced: no record was found. Not accessible: the record could not be"
            " opened. Not applicable: the question does not fit this child. An empty cell is no"
            " answer."
        ),
    ),
    (
        "Dates",
        (
            "As on the file, day first and with the year: 2/3/2026, or 2/3/2026 14:20 where the"
            " file has a time. Leave the time out where it has none: a guessed time can turn a late"
            " interview into one in time."
        ),
    ),
    (
        "Evidence",
        (
            "What you saw on the file, in your own words. Outstanding, Requires improvement,"
            " Inadequate, partly, no, unsure and unsafe need it. ★ marks the questions that matter"
            " most for the child's safety."
        ),
    ),
    (
        "If the child may not be safe now",
        "Tell the people whom your council names for it at once. This form tells nobody.",
    ),
    ("No names", "Write roles and not names, of the child as of everybody else."),
    (
        "When you are done",
        (
            "Save the workbook as .xlsx and give it back. Audit Desk shows what it would change"
            " before anything is saved. Actions"
            " have the last page."
        ),
    ),
    ("Keeping it", KEEPING),
)


def write_form_workbook(form: AuditForm) -> bytes:
    """Return a form as a workbook; the library is loaded only now."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties(
        {
            "title": headline(form),
            "author": form.organisation,
            "created": form.written_at.replace(tzinfo=None),
        }
    )
    tools = Tools(book)
    _write_instructions(tools, form)
    values, left_out = _values(form)
    Pages(tools, form, values, left_out).write()
    _write_stamp(tools, form, values, left_out)
    tools.write_choices()
    book.close()
    return stream.getvalue()


def _values(form: AuditForm) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what stands in the form, as its cells keep it, and what is too long for a cell."""
    held = values_of(form.shown, form.follow_ups) if form.shown else {}
    values = {
        field.key: normal(field.part, held[field.key])
        for field in fields_of(form.tool)
        if field.key in held
    }
    left_out = tuple(
        field.key
        for field in fields_of(form.tool)
        if not field.part.columns and len(values.get(field.key, "")) > LONGEST_CELL
    )
    return values, left_out


def _write_instructions(tools: Tools, form: AuditForm) -> None:
    sheet = tools.page("Read me first")
    page_look(sheet, headline(form))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 95)
    sheet.write_string(0, 0, headline(form), tools.title)
    sheet.set_row(0, 26)
    about = [
        ("Organisation", form.organisation),
        ("Audit tool", f"{form.tool.title}, version {form.tool.version}"),
        ("Round", form.round_name),
        ("Written", f"{form.written_at:%d/%m/%Y %H:%M} UTC"),
    ]
    row = 2
    for name, text in (*filter(lambda pair: pair[1], about), *_HOW):
        sheet.write_string(row, 0, name, tools.strong)
        sheet.write_string(row, 1, text, tools.body)
        row += 1


def _write_stamp(
    tools: Tools, form: AuditForm, values: dict[str, str], left_out: tuple[str, ...]
) -> None:
    stamp = FormStamp(
        tool_id=form.tool.id,
        tool_version=form.tool.version,
        written_at=form.written_at.isoformat(timespec="seconds"),
        audit_id=form.full.audit.id if form.full else "",
        reference=form.reference,
        round_name=form.round_name,
        base={key: digest(value) for key, value in values.items() if value},
        left_out=left_out,
    )
    sheet: Any = tools.page(HIDDEN_SHEET)
    sheet.very_hidden()
    sheet.write_string(0, 0, _STAMP_NOTE)
    text = stamp_text(stamp)
    for number, start in enumerate(range(0, len(text), _PIECE), start=1):
        sheet.write_string(number, 0, text[start : start + _PIECE])
