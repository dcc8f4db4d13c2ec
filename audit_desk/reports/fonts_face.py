"""The report's typeface, and those that it asks for what it does not have.

The star comes from the icons that the windows use too, letters of other scripts from the
machine's typefaces. They are asked for wherever a text has one, so headings, table cells and
charts need to know nothing of it.
"""

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

STAR = "★"
_ICONS = "materialdesignicons6-webfont-*.ttf"
_STAR_ICON = 0xF04CE
"""Where the icons keep their star."""
_SUBSETS = 1 << 16
"""Subsets are numbered; those of each helper begin far above any that one can need."""
_REMEMBERED = 20_000
_NOTHING = "\N{ZERO WIDTH SPACE}"
_EM = 1000
FIRST_GLYPH = 0xF0000
"""Code points that no character has: a glyph is asked for by its number above this one."""


class HelperFont(TTFont):  # type: ignore[misc] # the library is untyped
    """A typeface that sets what the report's own does not have.

    Args:
        number: Unique among the helpers.
        file: Where it is.
    """

    def __init__(self, number: int, file: Path) -> None:
        super().__init__(f"Helper{number}", str(file))
        self.number = number
        self._said: dict[int, str] = {}

    @cached_property
    def outline(self) -> Any:
        """The typeface as HarfBuzz has it."""
        import uharfbuzz

        return uharfbuzz.Font(self.hbFace)

    def take(self, glyph: int, said: str) -> int:
        """Let a glyph be set by a code point of no character, and return that.

        Args:
            glyph: Its number.
            said: The text that it stands for, first where it is met.
        """
        code = FIRST_GLYPH + glyph
        face = self.face
        self._said.setdefault(code, said)
        if code not in face.charToGlyph:
            face.charToGlyph[code] = glyph
            scale = _EM / self.hbFace.upem
            face.charWidths[code] = round(self.outline.get_glyph_h_advance(glyph) * scale)
        return code

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the library's name
        """Write the typeface into a document, with what its glyphs stand for.

        The library knows no characters above the first 65,536.
        """
        subsets = list(self.state[doc].subsets)
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = doc.idToObject["BasicFonts"].dict[self._internal(doc, number)].BaseFont
            stream = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = _meanings([self._meaning(code) for code in subset])

    def _internal(self, doc: Any, subset: int) -> str:
        return f"{doc.fontMapping[self.fontName][1:]}+{subset}"

    def _meaning(self, code: int) -> str:
        """Return the text that a code point stands for, in hexadecimal figures."""
        said = self._said.get(code, chr(code)) or _NOTHING
        return said.encode("utf-16-be").hex()


class ReportFont(TTFont):  # type: ignore[misc] # the library is untyped
    """A typeface that sets its own characters, and has others set by helpers."""

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file))
        self.own = frozenset(self.face.charToGlyph)
        # The same words come again and again, and measuring one letter by letter is slow.
        self.stringWidth = lru_cache(_REMEMBERED)(self._width)

    def helper(self, character: str) -> Any:
        """Return the typeface that sets a character, or ``None`` where this one does."""
        if ord(character) in self.own:
            return None
        if character == STAR:
            return star_font()
        from audit_desk.reports.fonts_system import helper_for

        return helper_for(character)

    def first_subset(self, doc: Any) -> str:
        """Return the name of the subset in which plain letters have their own codes."""
        self._assignState(doc)
        return str(super().getSubsetInternalName(0, doc))

    def splitString(  # noqa: N802 - the library's name
        self, text: str | bytes, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return the text in runs of one subset each."""
        text = text.decode(encoding) if isinstance(text, bytes) else text
        if text.isascii() or self.own.issuperset(map(ord, text)):
            return list(super().splitString(text, doc))
        return list(self._runs(text, doc))

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - as above
        """Return the name that a subset has inside the document."""
        number, subset = divmod(subset, _SUBSETS)
        if number:
            return str(_helper(number).getSubsetInternalName(subset, doc))
        return str(super().getSubsetInternalName(subset, doc))

    def _runs(self, text: str, doc: Any) -> Iterator[tuple[int, bytes]]:
        helpers = getattr(text, "helpers", None) or [self.helper(each) for each in text]
        for helper, run in groupby(zip(text, helpers, strict=True), key=lambda each: each[1]):
            part = "".join(character for character, _ in run)
            if helper is None:
                yield from super().splitString(part, doc)
                continue
            for subset, codes in helper.splitString(part, doc):
                yield helper.number * _SUBSETS + subset, codes

    def _width(self, text: str, size: float, encoding: str = "utf8") -> float:
        if text.isascii() or self.own.issuperset(map(ord, text)):
            return float(super().stringWidth(text, size, encoding))
        from audit_desk.reports.fonts_shaping import shaped_width

        return shaped_width(text, self) * size / 1000


@cache
def star_font() -> Any:
    """Return the typeface of the icons, knowing its star by the star's own code point."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="qtawesome")
    file = next((Path(package.origin).parent / "fonts").glob(_ICONS))
    font = HelperFont(_STARS, file)
    face = font.face
    face.charToGlyph[ord(STAR)] = face.charToGlyph[_STAR_ICON]
    face.charWidths[ord(STAR)] = face.charWidths[_STAR_ICON]
    return font


_STARS = 1 << 10


def _helper(number: int) -> Any:
    from audit_desk.reports.fonts_system import helper_of_number

    return star_font() if number == _STARS else helper_of_number(number)


def _meanings(characters: list[str]) -> str:
    """Return a table from a subset's codes to characters, as the file's format has it."""
    lines = [f"<{code:02X}> <{character}>" for code, character in enumerate(characters)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(characters) - 1:02X}>",
            "endcodespacerange",
            f"{len(lines)} beginbfchar",
            *lines,
            "endbfchar",
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
