"""What all papers share: the page, head and foot, what the document says of itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from audit_desk.reports import fonts
from audit_desk.reports.fonts import Printable
from audit_desk.reports.pdf_canvas import ReportCanvas
from audit_desk.reports.pdf_styles import (
    BOTTOM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says of itself.

    Attributes:
        title: Its title.
        author: Whose it is.
        subject: What it is about.
        running_head: What stands at the head of each page but the first.
        marking: How it has to be handled, at the foot of each page.
        written: When the last thing was written that it rests on, UTC; the document's date,
            so that the same content gives the same bytes.
    """

    title: str
    author: str
    subject: str
    running_head: str
    marking: str
    written: datetime


def lay_out(story: list[Any], paper: Paper, progress: Progress | None = None) -> bytes:
    """Return the document that a story of flowables makes.

    Args:
        story: The flowables; the list is empty afterwards.
        paper: What the document says of itself.
        progress: Told page by page how many of the flowables are laid out, of how many.
    """
    stream = BytesIO()
    _Document(stream, paper, story, progress or (lambda _done, _whole: None)).write()
    return stream.getvalue()


class _Document(BaseDocTemplate):  # type: ignore[misc] # the library is untyped
    """The page with its furniture, reporting progress page by page."""

    def __init__(self, stream: BytesIO, paper: Paper, story: list[Any], progress: Progress) -> None:
        printable = Printable()
        self._paper = paper
        self._running_head = printable(paper.running_head)
        self._marking = printable(paper.marking)
        self._progress = progress
        self._pieces = max(len(story), 1)
        self._left: Sequence[Any] = story
        super().__init__(
            stream,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=fonts.one_line(paper.title),
            author=fonts.one_line(paper.author),
            subject=paper.subject,
            creator="Audit Desk",
            lang="en-GB",
            invariant=1,
            pageCompression=1,
            displayDocTitle=1,
            # The library begins each page with a typeface of its own, which is not embedded.
            initialFontName=fonts.REGULAR,
        )
        frame = Frame(SIDE, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, *[0] * 4)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._furnish))

    def write(self) -> None:
        """Lay out the story."""
        self.build(self._left, canvasmaker=self._canvas)

    def _furnish(self, canvas: Any, _document: Any) -> None:
        canvas.draw_furniture(self._running_head, self._marking)
        self._progress(self._pieces - min(len(self._left), self._pieces), self._pieces)

    def _canvas(self, *args: Any, **options: Any) -> ReportCanvas:
        stamp = self._paper.written.strftime("D:%Y%m%d%H%M%S+00'00'")
        canvas = ReportCanvas(*args, **options)
        canvas.setDateFormatter(lambda *_now: stamp)
        canvas.setProducer("Audit Desk, with ReportLab")
        canvas.showOutline()
        return canvas
