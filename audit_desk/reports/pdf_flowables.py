"""The two pieces that know where they land: a heading with its bookmark, and the contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable

from audit_desk.reports import fonts
from audit_desk.reports.pdf_canvas import CONTENTS_SIZE, fitted
from audit_desk.reports.pdf_styles import ACCENT, INK, RULE, TEXT_HEIGHT, TEXT_WIDTH, styles
from audit_desk.reports.pdf_tags.flowables import TaggedText
from audit_desk.reports.pdf_tags.marking import Furniture
from audit_desk.reports.pdf_tags.structure import Element

_LINE, _TIGHT_LINE = 13.6, 11.6
_ABOVE = 10.0
_COLUMN_GAP = 26.0
_INDENT = 12.0
_NUMBER_WIDTH = 24.0
_MOST_LINES = 44
_NAME, _NAME_SIZE, _NAME_ROOM = "Contents", 12.5, 24.0
"""Stands above contents that begin a page, where nothing else says what they are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents.

    Attributes:
        bookmark: Unique in the document.
        number: The section's number.
        title: Its title, printable.
        level: 0 for a section, 1 for a subsection.
    """

    bookmark: str
    number: str
    title: str
    level: int

    def named(self, gap: str) -> str:
        """Return number and title with a gap between them; a short document has no numbers."""
        return f"{self.number}{gap}{self.title}" if self.number else self.title


def heading_kind(level: int) -> str:
    """Return the type of a heading: the title is the first, a section's the second."""
    return f"H{min(level + 2, 6)}"


class Heading(TaggedText):
    """A heading that enters the outline and tells the canvas its page when it is drawn."""

    def __init__(self, entry: Entry) -> None:
        style = styles().heading if entry.level == 0 else styles().subheading
        super().__init__(
            escape(entry.named("\N{NO-BREAK SPACE} ")),
            style,
            Element(heading_kind(entry.level)),
        )
        self._entry = entry

    def draw(self) -> None:
        """Draw the heading with a bookmark at its top."""
        entry = self._entry
        canvas: Any = self.canv
        canvas.bookmarkHorizontal(entry.bookmark, 0, self.height + 12)
        title = entry.named("  ")
        canvas.addOutlineEntry(title, entry.bookmark, entry.level, closed=entry.level == 0)
        canvas.section_pages.setdefault(entry.bookmark, canvas.getPageNumber())
        super().draw()


class Contents(Flowable):  # type: ignore[misc] # the library is untyped
    """The table of contents under a rule, in two columns, every line a link.

    Where they begin a page they have their name in the rule's place. The parts of an annex are
    left out, and all subsections where there is no room for them on the page; the outline has
    them all.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        lines = [entry for entry in entries if entry.level == 0 or entry.number[0].isdigit()]
        self._sections = [entry for entry in lines if entry.level == 0]
        self._lines = lines if len(lines) <= _MOST_LINES else self._sections
        self._height = 0.0
        self._above = _ABOVE
        self._line = _LINE
        self._tag = Element("TOC")
        self.spaceBefore = 14

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size that the contents take, the sections alone where that must do."""
        if _height(self._lines) > height >= _height(self._sections, _TIGHT_LINE):
            self._lines = self._sections
            self._line = min(_LINE, (height - _ABOVE) / _rows(self._lines))
        self._above = _NAME_ROOM if height > TEXT_HEIGHT - _ABOVE else _ABOVE
        self._height = _height(self._lines, self._line) - _ABOVE + self._above
        return width, self._height

    def draw(self) -> None:
        """Draw the lines; page numbers are filled in when the document is complete."""
        self._draw_top()
        column_width = (TEXT_WIDTH - _COLUMN_GAP) / 2
        rows = _rows(self._lines)
        for index, column in enumerate((self._lines[:rows], self._lines[rows:])):
            left = index * (column_width + _COLUMN_GAP)
            for line, entry in enumerate(column):
                baseline = self._height - self._above - (line + 0.7) * self._line
                self._draw_line(entry, left, baseline, column_width)

    def _draw_top(self) -> None:
        canvas: Any = self.canv
        if self._above == _NAME_ROOM:
            with canvas.marker.content(Element("Caption", self._tag)):
                canvas.setFillColor(ACCENT)
                canvas.setFont(fonts.SEMIBOLD, _NAME_SIZE)
                canvas.drawString(0, self._height - _NAME_SIZE, f"{_NAME} ")
            return
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.8)
        with canvas.marker.furniture(Furniture.LAYOUT):
            canvas.line(0, self._height, TEXT_WIDTH, self._height)

    def _draw_line(self, entry: Entry, left: float, baseline: float, width: float) -> None:
        canvas: Any = self.canv
        font = fonts.SEMIBOLD if entry.level == 0 else fonts.REGULAR
        start = left + entry.level * _INDENT
        text = start + _NUMBER_WIDTH
        room = left + width - text - _NUMBER_WIDTH
        tag = Element("Link", Element("Reference", Element("TOCI", self._tag)))
        with canvas.marker.content(tag):
            canvas.setFillColor(ACCENT if entry.level == 0 else INK)
            canvas.setFont(font, CONTENTS_SIZE)
            canvas.drawString(start, baseline, f"{entry.number} ")
            title = fitted(entry.title, room, CONTENTS_SIZE, font)
            canvas.drawString(text, baseline, f"{title} ")
            canvas.draw_page_of(entry.bookmark, left + width, baseline)
        box = (start, baseline - 3, left + width, baseline + CONTENTS_SIZE)
        canvas.link(tag, f"{entry.number} {entry.title}", entry.bookmark, box)


def _rows(lines: Sequence[Entry]) -> int:
    return -(-len(lines) // 2)


def _height(lines: Sequence[Entry], line: float = _LINE) -> float:
    """Return the height of the contents with these lines in two columns."""
    return _rows(lines) * line + _ABOVE
