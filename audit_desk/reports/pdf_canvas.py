"""The report's canvas: running head and foot, and numbers that are known only at the end.

"Page x of y" and the page numbers in the contents are drawn as forms that are defined after
the last page, so the whole report is laid out once instead of once for each unknown.
"""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from audit_desk.reports import fonts
from audit_desk.reports.pdf_styles import (
    BOTTOM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RULE,
    SIDE,
    TEXT_WIDTH,
)

FOOT_SIZE = 8.4
CONTENTS_SIZE = 9.6
_TOTAL = "total-pages"
_FORM_WIDTH = 40.0


class ReportCanvas(Canvas):  # type: ignore[misc] # the library is untyped
    """A canvas that knows on which page each section starts.

    Attributes:
        section_pages: Page numbers by bookmark, filled as headings are drawn.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.section_pages: dict[str, int] = {}
        self._awaited: set[str] = set()

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
            self.drawString(SIDE, PAGE_HEIGHT - 40, fitted(running_head, TEXT_WIDTH, FOOT_SIZE))
        foot = BOTTOM - 26
        self.line(SIDE, foot + 13, PAGE_WIDTH - SIDE, foot + 13)
        number = f"Page {page} of "
        self.drawString(SIDE, foot, number)
        self._place(_TOTAL, SIDE + stringWidth(number, fonts.REGULAR, FOOT_SIZE), foot)
        self.drawRightString(PAGE_WIDTH - SIDE, foot, marking)
        self.restoreState()

    def save(self) -> None:
        """Define the numbers that the pages were waiting for, and write the file."""
        self._define(_TOTAL, str(self.getPageNumber() - 1), FOOT_SIZE, QUIET, right=False)
        for bookmark in sorted(self._awaited):
            page = str(self.section_pages.get(bookmark, ""))
            self._define(f"page-of-{bookmark}", page, CONTENTS_SIZE, QUIET, right=True)
        super().save()

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
