"""The report's canvas: running head and foot, and numbers that are known only at the end.

"Page x of y" and the page numbers in the contents are drawn as forms that are defined after
the last page, so the whole report is laid out once instead of once for each unknown.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from audit_desk.reports import fonts
from audit_desk.reports.fonts_face import ReportFont
from audit_desk.reports.pdf_styles import (
    BOTTOM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RULE,
    SIDE,
    TEXT_WIDTH,
)
from audit_desk.reports.pdf_tags.marking import Furniture, Marker
from audit_desk.reports.pdf_tags.metadata import write_metadata
from audit_desk.reports.pdf_tags.objects import write_structure
from audit_desk.reports.pdf_tags.structure import Element
from audit_desk.reports.pdf_text import ReadableText, plain_code

FOOT_SIZE = 8.4
CONTENTS_SIZE = 9.6
_TOTAL = "total-pages"
_FORM_WIDTH = 40.0
_VERSION = (1, 7)
"""Of the file's format: the one whose tags are described in ISO 32000-1."""


class _Link(LinkAnnotation):  # type: ignore[misc] # the library is untyped
    """A link that knows its element."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class ReportCanvas(Canvas):  # type: ignore[misc] # the library is untyped
    """A canvas that knows on which page each section starts.

    Attributes:
        section_pages: Page numbers by bookmark, filled as headings are drawn.
        marker: Told what each thing is that is drawn.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options, pdfVersion=_VERSION)
        self.marker = Marker(self)
        self.section_pages: dict[str, int] = {}
        self._awaited: set[str] = set()
        self._links = 0
        self._plain_fonts: dict[str, str] = {}

    def beginText(  # noqa: N802 - the library's name
        self, x: float = 0, y: float = 0, direction: Any = None
    ) -> ReadableText:
        """Return a text that can be of any script."""
        return ReadableText(self, x, y, direction=direction)

    def drawString(self, x: float, y: float, text: str, *more: Any, **options: Any) -> None:  # noqa: N802 - as above
        """Draw a line of text; plain ones need no object of their own."""
        code = None if more or options else plain_code(self, x, y, text)
        if code is None:
            super().drawString(x, y, text, *more, **options)
        else:
            self._code.append(code)

    def drawRightString(self, x: float, y: float, text: str, *more: Any, **options: Any) -> None:  # noqa: N802 - as above
        """Draw a line of text that ends at a place."""
        code = None
        if not more and not options:
            width = self.stringWidth(text, self._fontname, self._fontsize)
            code = plain_code(self, x - width, y, text)
        if code is None:
            super().drawRightString(x, y, text, *more, **options)
        else:
            self._code.append(code)

    def plain_font(self, name: str) -> str:
        """Return what a typeface is called here for plain letters; empty where it is not ours."""
        if name not in self._plain_fonts:
            font = getFont(name)
            ours = isinstance(font, ReportFont)
            self._plain_fonts[name] = font.first_subset(self._doc) if ours else ""
        return self._plain_fonts[name]

    def draw_page_of(self, bookmark: str, right: float, baseline: float) -> None:
        """Draw the page number of a section, which may come later, ending at ``right``."""
        self._awaited.add(bookmark)
        self._place(f"page-of-{bookmark}", right - _FORM_WIDTH, baseline)

    def draw_furniture(self, running_head: str, marking: str) -> None:
        """Draw head and foot of the current page; the first page has no head."""
        page = self.getPageNumber()
        self.saveState()
        self.setFont(fonts.REGULAR, FOOT_SIZE)
        self.setFillColor(QUIET)
        self.setStrokeColor(RULE)
        self.setLineWidth(0.5)
        if page > 1:
            head = fitted(running_head, TEXT_WIDTH, FOOT_SIZE)
            with self.marker.furniture(Furniture.HEADER):
                self.drawString(SIDE, PAGE_HEIGHT - 40, head)
        with self.marker.furniture(Furniture.FOOTER):
            self._draw_foot(f"Page {page} of ", marking, BOTTOM - 26)
        self.restoreState()

    def link(
        self, tag: Element, title: str, bookmark: str, box: tuple[float, float, float, float]
    ) -> None:
        """Lay a link to a section over what is drawn in a box, as a part of an element.

        Args:
            tag: The element.
            title: Where the link leads, for whoever hears it.
            bookmark: The section's.
            box: Left, lower, right and upper edge in points, from where drawing now begins.
        """
        self._links += 1
        name = f"link{self._links}"
        annotation = _Link(
            Rect=self._absRect(box, relative=1),
            Contents=title,
            Destination=self._bookmarkReference(bookmark),
            Border="[0 0 0]",
            StructParent=self.marker.tree.annotate(tag, self.getPageNumber(), name),
        )
        self._addAnnotation(annotation, name)

    def save(self) -> None:
        """Define the numbers that the pages were waiting for, and write the file."""
        self._define(_TOTAL, str(self.getPageNumber() - 1), FOOT_SIZE, QUIET, right=False)
        for bookmark in sorted(self._awaited):
            page = str(self.section_pages.get(bookmark, ""))
            self._define(f"page-of-{bookmark}", page, CONTENTS_SIZE, QUIET, right=True)
        write_structure(self.marker.tree, self._doc)
        write_metadata(self._doc, self._doc.Catalog.Lang.s)
        super().save()

    def _draw_foot(self, number: str, marking: str, foot: float) -> None:
        self.line(SIDE, foot + 13, PAGE_WIDTH - SIDE, foot + 13)
        self.drawString(SIDE, foot, number)
        self._place(_TOTAL, SIDE + stringWidth(number, fonts.REGULAR, FOOT_SIZE), foot)
        self.drawRightString(PAGE_WIDTH - SIDE, foot, marking)

    def _place(self, form: str, x: float, y: float) -> None:
        self.saveState()
        self.translate(x, y)
        self.doForm(form)
        self.restoreState()

    def _define(self, form: str, text: str, size: float, colour: Any, *, right: bool) -> None:
        self.beginForm(form, 0, -4, _FORM_WIDTH, size + 2)
        self.setFont(fonts.REGULAR, size)
        self.setFillColor(colour)
        if right:
            self.drawRightString(_FORM_WIDTH, 0, text)
        else:
            self.drawString(0, 0, text)
        self.endForm()


def fitted(text: str, width: float, size: float, font: str = fonts.REGULAR) -> str:
    """Return the text on one line, or as much of its beginning as fits with an ellipsis."""
    text = " ".join(text.split())
    if stringWidth(text, font, size) <= width:
        return text
    shown, used = [], stringWidth("…", font, size)
    for character in text:
        used += stringWidth(character, font, size)
        if used > width:
            break
        shown.append(character)
    return f"{''.join(shown).rstrip()}…"
