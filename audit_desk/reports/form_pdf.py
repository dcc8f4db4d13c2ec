"""A form as a PDF to print: blank to write on, or with what was answered."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
)

from audit_desk.domain.audit_form import AuditForm
from audit_desk.reports import fonts
from audit_desk.reports.blocks import Pairs
from audit_desk.reports.fonts import Printable
from audit_desk.reports.form_blocks import FormContent, Group
from audit_desk.reports.form_content import MARKING, build_form
from audit_desk.reports.form_pieces import Pieces
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_styles import (
    BOTTOM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SIDE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    styles,
)
from audit_desk.reports.pdf_tables import paper_pairs
from audit_desk.reports.pdf_tags.flowables import Rule, TaggedItem, TaggedText
from audit_desk.reports.pdf_tags.structure import Element

_CANNOT_SET = "■"
"""Stands for a character that the typeface lacks: the report's own mark is a box to tick here."""


def write_form_pdf(form: AuditForm) -> bytes:
    """Return a form as a PDF document; the same form gives the same bytes."""
    content = build_form(form)
    stream = BytesIO()
    printable = Printable(_CANNOT_SET)
    document = BaseDocTemplate(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=fonts.one_line(content.running_head),
        author=fonts.one_line(form.organisation),
        subject="Audit of a child's file",
        creator="Audit Desk",
        lang="en-GB",
        invariant=1,
        pageCompression=1,
        displayDocTitle=1,
    )
    frame = Frame(SIDE, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, *[0] * 4)
    head, marking = printable(content.running_head), printable(MARKING)

    def furnish(canvas: Any, _document: Any) -> None:
        canvas.draw_furniture(head, marking)

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=furnish))
    document.build(list(_story(content, printable)), canvasmaker=_canvas_maker(form.written_at))
    return stream.getvalue()


def _story(content: FormContent, printable: Printable) -> Iterator[Any]:
    pieces = Pieces(printable, filled=content.filled)
    yield TaggedText(escape(printable(content.organisation)), styles().organisation)
    yield TaggedText(escape(printable(content.title)), styles().title, Element("H1"))
    yield (
        pieces.form_lines(content.about)
        if _any_empty(content)
        else paper_pairs(Pairs(content.about), printable)
    )
    yield Rule(width=TEXT_WIDTH, thickness=0.8, color=RULE, spaceBefore=2, spaceAfter=6)
    yield TaggedText(escape(content.stops), styles().action)
    listed = Element("L")
    for line in content.how_to:
        yield TaggedItem(escape(line), styles().bullet, listed)
    yield TaggedText(escape(content.keeping), styles().body)
    for number, group in enumerate(content.groups):
        if number:
            yield PageBreak()
        yield from _group(group, pieces)
    if printable.gave_up:
        note = (
            f"{_CANNOT_SET} stands for a character that the typeface of this form does not have."
            " The register holds the text as it was written."
        )
        yield TaggedText(note, styles().note)


def _any_empty(content: FormContent) -> bool:
    return any(not text for _, text in content.about)


def _group(group: Group, pieces: Pieces) -> Iterator[Any]:
    yield pieces.heading(group.title)
    if group.about:
        yield pieces.note(group.about)
    for question in group.questions:
        yield from pieces.question(question)
    if group.standards:
        yield from pieces.standards(group.standards)
    for title, facts in group.judgements:
        yield from pieces.judgement(title, facts)


def _canvas_maker(written: datetime) -> Any:
    """Return a maker of canvases whose document bears the date of its form."""
    stamp = written.strftime("D:%Y%m%d%H%M%S+00'00'")

    def make(*args: Any, **options: Any) -> ReportCanvas:
        canvas = ReportCanvas(*args, **options)
        canvas.setDateFormatter(lambda *_now: stamp)
        canvas.setProducer("Audit Desk, with ReportLab")
        canvas.showOutline()
        return canvas

    return make
