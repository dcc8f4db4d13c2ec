"""The whole document: title block, contents, sections, page furniture, metadata."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
)

from audit_desk.reports import fonts
from audit_desk.reports.blocks import Pairs, ReportContent, Section
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_blocks import section_flowables
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_company import in_company
from audit_desk.reports.pdf_flowables import Contents, Entry
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
    story = _story(content, report)
    stream = BytesIO()
    document = _Document(stream, content, report, len(story))
    document.build(story, canvasmaker=_canvas_maker(written))
    report(_WHOLE, _WHOLE)
    return stream.getvalue()


def _story(content: ReportContent, report: Progress) -> list[Any]:
    printable = Printable()
    entries = list(_entries(content.sections, 0, printable))
    for position, entry in enumerate(entries):
        entries[position] = Entry(f"s{position}", entry.number, entry.title, entry.level)
    story: list[Any] = [*_title_block(content, printable)]
    remaining = iter(entries)
    for position, section in enumerate(content.sections, start=1):
        story.extend(in_company(section_flowables(section, remaining, printable)))
        if position == 1:
            # Who reads no further than the first page has read what was found.
            story.append(Contents(entries))
        report(_PREPARED * position // len(content.sections), _WHOLE)
    if printable.gave_up:
        note = (
            f"{fonts.MISSING} stands for a character that the typeface of this report does not "
            "have. The register holds the text as it was written."
        )
        story.append(TaggedText(note, styles().note))
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


class _Document(BaseDocTemplate):  # type: ignore[misc] # the library is untyped
    """The page template with its furniture, reporting progress page by page."""

    def __init__(
        self, stream: BytesIO, content: ReportContent, report: Progress, pieces: int
    ) -> None:
        printable = Printable()
        self._running_head = printable(f"{content.organisation} · {content.round_name}")
        self._marking = printable(content.marking)
        self._report = report
        self._pieces = max(pieces, 1)
        self._left: Sequence[Any] = ()
        super().__init__(
            stream,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=fonts.one_line(content.title),
            author=fonts.one_line(content.organisation),
            subject="Dip sample of children's files",
            creator="Audit Desk",
            lang="en-GB",
            invariant=1,
            pageCompression=1,
            displayDocTitle=1,
        )
        frame = Frame(
            SIDE,
            BOTTOM,
            TEXT_WIDTH,
            TEXT_HEIGHT,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._furnish))

    def build(self, story: list[Any], **options: Any) -> None:
        """Lay out the story; what is left of it tells the progress."""
        self._left = story
        super().build(story, **options)

    def _furnish(self, canvas: Any, _document: Any) -> None:
        canvas.draw_furniture(self._running_head, self._marking)
        done = self._pieces - min(len(self._left), self._pieces)
        self._report(_PREPARED + (_WHOLE - _PREPARED) * done // self._pieces, _WHOLE)


def _canvas_maker(written: datetime) -> Callable[..., ReportCanvas]:
    """Return a maker of canvases whose document bears the date of its findings."""
    stamp = written.strftime("D:%Y%m%d%H%M%S+00'00'")

    def make(*args: Any, **options: Any) -> ReportCanvas:
        canvas = ReportCanvas(*args, **options)
        canvas.setDateFormatter(lambda *_now: stamp)
        canvas.setProducer("Audit Desk, with ReportLab")
        canvas.showOutline()
        return canvas

    return make
