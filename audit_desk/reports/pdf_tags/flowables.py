"""Pieces that mark themselves as they are drawn: texts, items of lists, figures, rules."""

import re
from functools import cache
from typing import Any
from xml.sax.saxutils import unescape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph
from reportlab.platypus.paragraph import _SplitWord, _SplitWordEnd

from audit_desk.reports.chart_paper import draw_chart
from audit_desk.reports.fonts_scripts import is_from_the_right, is_mostly_from_the_right
from audit_desk.reports.pdf_lines import broken_lines, is_plain, plain_fragment
from audit_desk.reports.pdf_tags.marking import Furniture
from audit_desk.reports.pdf_tags.structure import Element

_BULLET = "•"
_MARKS = re.compile("<[^>]*>")


@cache
def _from_the_right(style: Any) -> Any:
    return ParagraphStyle(style.name, parent=style, alignment=TA_RIGHT)


class TaggedText(Paragraph):  # type: ignore[misc] # the library is untyped
    """A paragraph that is one element, over however many pages it goes."""

    def __init__(
        self, text: str | None, style: Any, tag: Element | None = None, **options: Any
    ) -> None:
        if text and is_mostly_from_the_right(text):
            style = _from_the_right(style)
        if text and is_plain(text):
            options["frags"] = plain_fragment(text, style)
        super().__init__(text, style, **options)
        self.tag = tag or Element("P")
        self._broken_for: float | None = None
        said = text or ""
        if is_from_the_right(said):
            self.tag.actual = " ".join(unescape(_MARKS.sub("", said)).split())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size; lines are broken once for a width, however often it is asked."""
        if self._broken_for == width and hasattr(self, "blPara"):
            return width, self.height
        self._broken_for = width
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def breakLines(self, width: Any) -> Any:  # noqa: N802 - the library's name
        """Return the lines, by the short way where the text is plain."""
        widths = width if isinstance(width, list | tuple) else [width]
        lines = broken_lines(self.frags, widths)
        return super().breakLines(width) if lines is None else lines

    def split(self, width: float, height: float) -> list[Any]:
        """Return the parts before and after a break; both are pieces of the same element."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.tag = self.tag
        return parts

    def draw(self) -> None:
        """Draw the text, marked."""
        _part_words(self.blPara.lines)
        with self.canv.marker.content(self.tag):
            self.draw_text()

    def draw_text(self) -> None:
        """Draw what the mark stands around."""
        super().draw()


class TaggedItem(TaggedText):
    """An item of a list, with its bullet.

    The bullet is set in the text's own typeface, where the library would take one that is
    not embedded.
    """

    def __init__(
        self, text: str | None, style: Any, tag: Element | None = None, **options: Any
    ) -> None:
        item = Element("LI", tag or Element("L"))
        super().__init__(text, style, Element("LBody", item), **options)
        self._label: Element | None = Element("Lbl", item)

    def split(self, width: float, height: float) -> list[Any]:
        """Return the parts before and after a break; only the first has the bullet."""
        first, *rest = super().split(width, height) or [None]
        if first is None:
            return []
        first._label = self._label  # noqa: SLF001 - another of the same class
        for part in rest:
            part._label = None  # noqa: SLF001
        return [first, *rest]

    def draw(self) -> None:
        """Draw the bullet, then the text."""
        if self._label:
            style = self.style
            with self.canv.marker.content(self._label):
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.setFillColor(style.textColor)
                self.canv.drawString(style.bulletIndent, self.height - style.fontSize, _BULLET)
        super().draw()


class Figure(Flowable):  # type: ignore[misc] # the library is untyped
    """A drawing with what it shows in words, for whoever cannot see it."""

    def __init__(self, drawing: Any, alternative: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._tag = Element("Figure", alternative=alternative)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the drawing's size."""
        self.width, self.height = self._drawing.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the drawing, marked as a whole."""
        left, bottom = self.canv.absolutePosition(0, 0)
        right, top = self.canv.absolutePosition(self.width, self.height)
        box = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}"
        self._tag.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        with self.canv.marker.content(self._tag):
            draw_chart(self._drawing, self.canv)


class Rule(HRFlowable):  # type: ignore[misc] # the library is untyped
    """A line across the page; nobody needs to hear of it."""

    def draw(self) -> None:
        """Draw the line as furniture."""
        with self.canv.marker.furniture(Furniture.LAYOUT):
            super().draw()


def _part_words(lines: list[Any]) -> None:
    """End each line with a space, unless it ends inside a word.

    The library drops the space at which it breaks a line, so who reads by the marks alone
    would take the last word of a line and the first of the next for one.
    """
    for place, line in enumerate(lines):
        if isinstance(line, tuple | list):
            room, words = line
            if words and not _goes_on(words[-1]):
                lines[place] = (room, [*words, ""])
        elif line.words and not line.words[-1].text.endswith(" "):
            line.words[-1].text += " "


def _goes_on(word: str) -> bool:
    return isinstance(word, _SplitWord) and not isinstance(word, _SplitWordEnd)
