"""Text as it is drawn: what is not set letter after letter is shaped."""

from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.textobject import PDFTextObject

from audit_desk.reports.fonts_face import STAR, ReportFont
from audit_desk.reports.fonts_scripts import is_from_the_right
from audit_desk.reports.fonts_shaping import shape

_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class ReadableText(PDFTextObject):  # type: ignore[misc] # the library is untyped
    """Text of any script, which can be searched and copied.

    Glyphs that stand for more than a letter bear the text that they were made from. Not so
    where a line reads from the right: every reader turns such glyphs round by itself.
    """

    _curSubset: int  # noqa: N815 - the library's name

    def _formatText(self, text: Any) -> str:  # noqa: N802 - the library's name
        font = getFont(self._fontname)
        if text.isascii() and text.isprintable() and isinstance(font, ReportFont):
            return self._ascii(text, font)
        if not _needs_help(text, font):
            return str(super()._formatText(text))
        drawn = super()._formatText(shape(text, font))
        if is_from_the_right(text):
            return str(drawn)
        read = text.encode("utf-16-be").hex()
        return f"/Span<</ActualText<feff{read}>>>BDC {drawn} EMC"

    def _ascii(self, text: str, font: ReportFont) -> str:
        """Return plain text as the library would; its own way goes letter by letter."""
        if not text:
            return ""
        shown = f"({text.translate(_ESCAPED)}) Tj"
        if self._curSubset == 0:
            return shown
        self._curSubset = 0
        name = font.first_subset(self._canvas._doc)  # noqa: SLF001 - as the library does
        return f"{name} {_sizes(self._fontsize, self._leading)} {shown}"


def plain_code(canvas: Any, x: float, y: float, text: str) -> str | None:
    """Return what draws a line of plain text; ``None`` where it is not plain."""
    if not (text.isascii() and text.isprintable()):
        return None
    name = canvas.plain_font(canvas._fontname)  # noqa: SLF001 - as the library does
    if not name:
        return None
    sizes = _sizes(canvas._fontsize, canvas._leading)  # noqa: SLF001
    return f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {name} {sizes} ({text.translate(_ESCAPED)}) Tj T* ET"


@lru_cache(1000)
def _sizes(size: float, leading: float) -> str:
    return f"{fp_str(size)} Tf {fp_str(leading)} TL"


def _needs_help(text: str, font: Any) -> bool:
    return isinstance(font, ReportFont) and not font.own.issuperset(
        map(ord, text.replace(STAR, ""))
    )
