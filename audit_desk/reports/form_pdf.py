"""A form as a PDF to print: blank to write on, or with what was answered."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import PageBreak

from audit_desk.domain.audit_form import AuditForm
from audit_desk.reports.blocks import Pairs
from audit_desk.reports.fonts import Printable
from audit_desk.reports.form_blocks import FormContent, Group
from audit_desk.reports.form_content import MARKING, build_form
from audit_desk.reports.form_pieces import Pieces
from audit_desk.reports.pdf_paper import Paper, lay_out
from audit_desk.reports.pdf_styles import RULE, TEXT_WIDTH, styles
from audit_desk.reports.pdf_tables import paper_pairs
from audit_desk.reports.pdf_tags.flowables import Rule, TaggedItem, TaggedText
from audit_desk.reports.pdf_tags.structure import Element


def write_form_pdf(form: AuditForm) -> bytes:
    """Return a form as a PDF document; the same form gives the same bytes."""
    content = build_form(form)
    paper = Paper(
        title=content.running_head,
        author=form.organisation,
        subject="Audit of a child's file",
        running_head=content.running_head,
        marking=MARKING,
        written=form.written_at,
    )
    return lay_out(list(_story(content, Printable())), paper)


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
    if printable.note:
        yield TaggedText(escape(printable.note), styles().note)


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
