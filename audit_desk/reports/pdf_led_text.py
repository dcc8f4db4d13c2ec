"""A paragraph that begins with a few words in bolder letters, which say whom it is about.

The library sets two weights in a paragraph at three times the price of one, and a report has
hundreds of such passages. So the words are drawn into an indent of the first line.
"""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.reports import fonts
from audit_desk.reports.fonts_scripts import is_from_the_right
from audit_desk.reports.pdf_lines import plain_fragment
from audit_desk.reports.pdf_styles import TEXT_WIDTH
from audit_desk.reports.pdf_tags.flowables import TaggedText

_GAP = "\N{NO-BREAK SPACE} "
_WIDEST = 0.6
"""Of the text's width; a longer beginning is broken into lines like any text."""


def led_text(lead: str, text: str, style: Any) -> Any:
    """Return a paragraph with its first words in bold; ``None`` where they fill a line.

    Args:
        lead: The first words, printable.
        text: The others, printable and without line feeds.
        style: Of the paragraph.
    """
    lead = " ".join(lead.split()) + _GAP
    indent = stringWidth(lead, fonts.SEMIBOLD, style.fontSize)
    fragments = plain_fragment(text, style)
    if indent > TEXT_WIDTH * _WIDEST or fragments is None:
        return None
    indented = ParagraphStyle(style.name, parent=style, firstLineIndent=indent)
    made = _LedText(None, indented, frags=fragments)
    made.lead = lead
    if is_from_the_right(lead + text):
        made.tag.actual = " ".join(f"{lead}{text}".split())
    return made


class _LedText(TaggedText):
    """Such a paragraph, over however many pages it goes."""

    lead = ""

    def split(self, width: float, height: float) -> list[Any]:
        """Return the parts before and after a break; only the first has the first words."""
        parts: list[Any] = super().split(width, height)
        if parts:
            parts[0].lead = self.lead
        return parts

    def draw_text(self) -> None:
        """Draw the first words, then the others."""
        if self.lead:
            style, canvas = self.style, self.canv
            canvas.setFont(fonts.SEMIBOLD, style.fontSize)
            canvas.setFillColor(style.textColor)
            canvas.drawString(style.leftIndent, self.height - style.fontSize, self.lead)
        super().draw_text()
