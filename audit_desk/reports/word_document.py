"""The whole document: title, contents, sections, what stands on every page, metadata."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Cm

from audit_desk.reports.blocks import Pairs, ReportContent, Section
from audit_desk.reports.fonts import one_line
from audit_desk.reports.word_blocks import Writer
from audit_desk.reports.word_fields import add_contents, add_field
from audit_desk.reports.word_styles import prepare_styles
from audit_desk.reports.word_zip import with_fixed_dates

Progress = Callable[[int, int], None]
_PAGE = Cm(21), Cm(29.7)
_MARGIN = Cm(2.2)
_DEEPEST_CONTENTS = 2
"""Levels of headings that the contents list."""


def render(content: ReportContent, written: datetime, progress: Progress | None) -> bytes:
    """Return the report as a Word document.

    Args:
        content: What it says.
        written: When the last thing was written that it rests on, UTC: the document's date.
        progress: Told the sections as the work goes on; whatever it raises ends the work.
    """
    report = progress or (lambda _done, _whole: None)
    document = Document()
    styles = prepare_styles(document)
    _set_page(document, content)
    _set_properties(document, content, written)
    writer = Writer(document, styles)
    writer.paragraph(f"{content.organisation} · {content.kind}", "Subtitle")
    writer.paragraph(content.round_name, "Title")
    writer.block(Pairs(content.about), "")
    for done, section in enumerate(content.sections, start=1):
        _write(writer, section, 1, begins_page=content.page_each and done > 1)
        if done == 1 and content.has_contents:
            # Who reads no further than the first page has read what was found.
            add_contents(writer.paragraph, list(_headings(content.sections, 1)), _DEEPEST_CONTENTS)
        report(done, len(content.sections))
    stream = BytesIO()
    document.save(stream)
    return with_fixed_dates(stream.getvalue())


def _write(writer: Writer, section: Section, level: int, *, begins_page: bool = False) -> None:
    writer.heading(section.heading, level, section.key, begins_page=begins_page)
    for block in section.blocks:
        writer.block(block, section.title, level)
    for subsection in section.sections:
        _write(writer, subsection, level + 1)


def _headings(sections: Sequence[Section], level: int) -> Iterator[tuple[str, str, int]]:
    """Yield key, text and level of the headings that the contents list."""
    for section in sections:
        yield section.key, section.heading, level
        if level < _DEEPEST_CONTENTS:
            yield from _headings(section.sections, level + 1)


def _set_page(document: Any, content: ReportContent) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    head = page.header.paragraphs[0]
    head.style = document.styles["Header"]
    head.add_run(one_line(f"{content.organisation} · {content.round_name}"))
    foot = page.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    foot.add_run(f"{content.marking}  Page ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", "1")


def _set_properties(document: Any, content: ReportContent, written: datetime) -> None:
    known = document.core_properties
    known.title = one_line(content.title)
    known.author = one_line(content.organisation)
    known.subject = content.subject
    known.language = "en-GB"
    known.comments = ""
    known.last_modified_by = "Audit Desk"
    known.revision = 1
    known.created = known.modified = written.replace(tzinfo=None)
