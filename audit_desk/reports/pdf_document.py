"""The whole report: title block, contents, sections."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import PageBreak

from audit_desk.reports.blocks import Pairs, ReportContent, Section
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_blocks import section_flowables
from audit_desk.reports.pdf_company import in_company
from audit_desk.reports.pdf_flowables import Contents, Entry
from audit_desk.reports.pdf_paper import Paper, lay_out
from audit_desk.reports.pdf_styles import RULE, TEXT_WIDTH, styles
from audit_desk.reports.pdf_tables import paper_pairs
from audit_desk.reports.pdf_tags.flowables import Rule, TaggedText
from audit_desk.reports.pdf_tags.structure import Element

Progress = Callable[[int, int], None]
_WHOLE = 100
_PREPARED = 40
"""Percent of the work that preparing takes; laying out the pages is the rest."""


def render(content: ReportContent, written: datetime, progress: Progress | None) -> bytes:
    """Return the report as a PDF document.

    Args:
        content: What it says.
        written: When the last thing was written that it rests on, UTC; the document's date,
            so that the same findings give the same bytes.
        progress: Told percents as the work goes on; whatever it raises ends the work.
    """
    report = progress or (lambda _done, _whole: None)
    report(0, _WHOLE)
    paper = Paper(
        title=content.title,
        author=content.organisation,
        subject=content.subject,
        running_head=f"{content.organisation} · {content.round_name}",
        marking=content.marking,
        written=written,
    )
    story = _story(content, report)

    def laid_out(done: int, whole: int) -> None:
        report(_PREPARED + (_WHOLE - _PREPARED) * done // whole, _WHOLE)

    document = lay_out(story, paper, laid_out)
    report(_WHOLE, _WHOLE)
    return document


def _story(content: ReportContent, report: Progress) -> list[Any]:
    printable = Printable()
    entries = list(_entries(content.sections, 0, printable))
    for position, entry in enumerate(entries):
        entries[position] = Entry(f"s{position}", entry.number, entry.title, entry.level)
    story: list[Any] = [*_title_block(content, printable)]
    remaining = iter(entries)
    for position, section in enumerate(content.sections, start=1):
        if content.page_each and position > 1:
            story.append(PageBreak())
        story.extend(in_company(section_flowables(section, remaining, printable)))
        if position == 1 and content.has_contents:
            # Who reads no further than the first page has read what was found.
            story.append(Contents(entries))
        report(_PREPARED * position // len(content.sections), _WHOLE)
    if printable.note:
        story.append(TaggedText(escape(printable.note), styles().note))
    return story


def _entries(sections: Sequence[Section], level: int, printable: Printable) -> Iterator[Entry]:
    for section in sections:
        title = " ".join(printable(section.title).split())
        yield Entry("", section.number, title, level)
        yield from _entries(section.sections, level + 1, printable)


def _title_block(content: ReportContent, printable: Printable) -> Iterator[Any]:
    kind = f"{content.organisation} · {content.kind}"
    yield TaggedText(escape(printable(kind)), styles().organisation)
    yield TaggedText(escape(printable(content.round_name)), styles().title, Element("H1"))
    yield paper_pairs(Pairs(content.about), printable)
    yield Rule(width=TEXT_WIDTH, thickness=0.8, color=RULE, spaceBefore=2, spaceAfter=0)
