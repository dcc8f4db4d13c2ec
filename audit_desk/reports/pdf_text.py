"""Text as it is drawn: what is not set letter after letter is shaped."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.textobject import PDFTextObject

from audit_desk.reports.fonts_face import STAR, ReportFont
from audit_desk.reports.fonts_shaping import is_from_the_right, shape


class ReadableText(PDFTextObject):  # type: ignore[misc] # the library is untyped
    """Text of any script, which can be searched and copied.

    Glyphs that stand for more than a letter bear the text that they were made from. Not so
    where a line reads from the right: every reader turns such glyphs round by itself.
    """

    def _formatText(self, text: Any) -> str:  # noqa: N802 - the library's name
        font = getFont(self._fontname)
        if text.isascii() or not _needs_help(text, font):
            return str(super()._formatText(text))
        drawn = super()._formatText(shape(text, font))
        if is_from_the_right(text):
            return str(drawn)
        read = text.encode("utf-16-be").hex()
        return f"/Span<</ActualText<feff{read}>>>BDC {drawn} EMC"


def _needs_help(text: str, font: Any) -> bool:
    return isinstance(font, ReportFont) and not font.own.issuperset(
        map(ord, text.replace(STAR, ""))
    )
