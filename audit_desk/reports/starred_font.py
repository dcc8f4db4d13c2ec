"""The typeface with a star: the one sign of the product that Source Sans Pro does not have.

The star comes from the icons that the windows use too. It is asked for wherever a text has
one, so headings, table cells and charts need to know nothing of it, and it is named as the
star that it is, so a reader that copies or speaks the text gets a star.
"""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

STAR = "★"
_ICONS = "materialdesignicons6-webfont-*.ttf"
_STAR_ICON = 0xF04CE
"""Where the icons keep their star."""
_FIRST_ICON_SUBSET = 1 << 16
"""Subsets are numbered; those of the icons begin far above any that a report can need."""
_REMEMBERED = 20_000


class StarredFont(TTFont):  # type: ignore[misc] # the library is untyped
    """A typeface that sets its own characters, and stars from the icons."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file))
        # The same words come again and again, and measuring one letter by letter is slow.
        self.stringWidth = lru_cache(_REMEMBERED)(self._width)

    def splitString(  # noqa: N802 - the library's name
        self, text: str | bytes, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return the text in runs of one subset each."""
        text = text.decode(encoding) if isinstance(text, bytes) else text
        if STAR not in text:
            return list(super().splitString(text, doc))
        runs: list[tuple[int, bytes]] = []
        for position, part in enumerate(text.split(STAR)):
            if position:
                stars = star_font().splitString(STAR, doc)
                runs += [(_FIRST_ICON_SUBSET + subset, codes) for subset, codes in stars]
            runs += super().splitString(part, doc)
        return runs

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - as above
        """Return the name that a subset has inside the document."""
        if subset >= _FIRST_ICON_SUBSET:
            return str(star_font().getSubsetInternalName(subset - _FIRST_ICON_SUBSET, doc))
        return str(super().getSubsetInternalName(subset, doc))

    def _width(self, text: str, size: float, encoding: str = "utf8") -> float:
        stars = text.count(STAR)
        if not stars:
            return float(super().stringWidth(text, size, encoding))
        others = super().stringWidth(text.replace(STAR, ""), size, encoding)
        return float(others + star_font().stringWidth(STAR * stars, size))


@cache
def star_font() -> Any:
    """Return the typeface of the icons, knowing its star by the star's own code point."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="qtawesome")
    file = next((Path(package.origin).parent / "fonts").glob(_ICONS))
    font: Any = TTFont("Star", str(file))
    face = font.face
    face.charToGlyph[ord(STAR)] = face.charToGlyph[_STAR_ICON]
    face.charWidths[ord(STAR)] = face.charWidths[_STAR_ICON]
    return font
