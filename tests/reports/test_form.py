"""A form on paper and as a workbook: what it says, and that it says so every time."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from audit_desk.domain.audit import Answer, FullAudit
from audit_desk.domain.audit_form import AuditForm
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.reports.fonts import Printable
from audit_desk.reports.form_pdf import write_form_pdf
from audit_desk.reports.form_workbook import write_form_workbook
from audit_desk.services.tool_files import bundled_tools
from tests.reports.example_form import WRITTEN_AT, an_audit, filled_form, small_tool
from tests.reports.tagged import Tagged

GOLDEN = Path(__file__).parent.parent / "golden" / "form.txt"
HOSTILE = "<b>&amp; <para> ]]> \x00\x07 中文 😀 النص \u202e \ud800 %s {0} " + "x" * 5_000


@pytest.fixture(scope="module")
def tool() -> AuditTool:
    return small_tool(bundled_tools()[-1])


def text_of(form: AuditForm) -> str:
    pages = [page.extract_text() for page in PdfReader(BytesIO(write_form_pdf(form))).pages]
    text = "\n\n-----\n\n".join(pages)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def test_a_filled_and_a_blank_form_read_as_agreed(tool: AuditTool) -> None:
    """Set AUDIT_DESK_UPDATE_GOLDEN=1 to write the golden file anew, then read the difference."""
    blank = AuditForm(tool, "Northshire", WRITTEN_AT)
    text = text_of(filled_form(tool)) + "\n=====\n\n" + text_of(blank)
    if os.environ.get("AUDIT_DESK_UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_form_gives_the_same_bytes(tool: AuditTool) -> None:
    form = filled_form(tool)
    assert write_form_pdf(form) == write_form_pdf(filled_form(tool))
    assert write_form_workbook(form) == write_form_workbook(filled_form(tool))


def test_a_form_names_nobody_and_a_blank_one_answers_nothing(tool: AuditTool) -> None:
    filled = filled_form(tool)
    assert "CST-0142" in text_of(filled)
    assert "Ada" not in text_of(filled)
    blank = text_of(replace(filled, filled=False))
    assert "CST-0142" in blank
    assert "☑" not in blank
    assert "Health sent a letter" not in blank


def test_a_form_can_be_heard_as_well_as_seen(tool: AuditTool) -> None:
    for form in (filled_form(tool), AuditForm(tool, "Northshire", WRITTEN_AT)):
        heard = Tagged(PdfReader(BytesIO(write_form_pdf(form))))
        assert [run for run in heard.runs if run.mark is None] == []
        titles = [heard.text(node).strip() for node in heard.root.of("H2")]
        assert titles == [*(theme.title for theme in tool.themes), "Overall judgement"]
        asked = [heard.text(node) for node in heard.root.of("H3")]
        assert any(each.startswith("ST2 ★ Did police") for each in asked)


def test_any_text_can_be_printed(tool: AuditTool) -> None:
    answers = {
        "ST1": Answer("ST1", evidence=HOSTILE, parts={"waited_why": HOSTILE}),
        "RH1": Answer("RH1", parts={"episodes": '[{"missing_from":"' + "y" * 900 + '"}]'}),
    }
    form = replace(filled_form(tool), full=FullAudit(an_audit(), answers, {}))
    printable = Printable()
    printable(HOSTILE)
    assert ("no typeface" in text_of(form)) is bool(printable.note)


def test_listed_events_without_their_first_date_are_printed(tool: AuditTool) -> None:
    rows = '[{"outcome":"held"},{"returned":"2026-03-02"}]'
    answers = {"RH1": Answer("RH1", parts={"episodes": rows})}
    form = replace(filled_form(tool), full=FullAudit(an_audit(), answers, {}))
    assert "\u2013\nHeld\n\u2013\n02/03/2026\n" in text_of(form), "each row stands alone"
