"""The report's typeface, embedded, and what becomes of characters that it does not have.

Source Sans Pro covers Latin, Greek and Cyrillic letters; the typefaces that come with the
PDF library cover less. The star is borrowed from the icons. A character of another script
cannot be set, so a mark takes its place and the report says so: a box that is explained is
better than a letter that vanishes.
"""

import unicodedata
from functools import cache
from pathlib import Path

REGULAR = "SourceSansPro"
ITALIC = "SourceSansPro-It"
SEMIBOLD = "SourceSansPro-Semibold"
BOLD = "SourceSansPro-Bold"

MISSING = "☐"
"""Stands for a character that the typeface does not have."""

_FILES = {
    REGULAR: "SourceSansPro-Regular.ttf",
    ITALIC: "SourceSansPro-It.ttf",
    SEMIBOLD: "SourceSansPro-Semibold.ttf",
    BOLD: "SourceSansPro-Bold.ttf",
}
_STAND_INS = str.maketrans(
    {
        "☆": "◊",
        "\t": " ",
        "\N{THIN SPACE}": " ",
        "\N{EN SPACE}": " ",
        "\N{EM SPACE}": " ",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{SOFT HYPHEN}": None,
    }
)
_INVISIBLE = {"Cc", "Cf", "Co", "Cs"}


@cache
def register() -> frozenset[int]:
    """Make the typeface known to the PDF library.

    Returns:
        The code points that regular, semibold and bold can all set, the star among them.
    """
    import font_source_sans_pro
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    from audit_desk.reports.starred_font import STAR, StarredFont

    # Streams as bytes, not as text a quarter longer: every reader takes them, and it is quicker.
    rl_config.useA85 = 0
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    known: list[set[int]] = []
    for name, file in _FILES.items():
        font = StarredFont(name, folder / file)
        pdfmetrics.registerFont(font)
        if name != ITALIC:
            known.append(set(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD
    )
    return frozenset(set.intersection(*known) | {ord(STAR)})


def one_line(text: str) -> str:
    """Return a text fit for the document's metadata, which needs no typeface."""
    kept = (" " if character.isspace() else character for character in text)
    plain = (each for each in kept if unicodedata.category(each) not in _INVISIBLE)
    return " ".join("".join(plain).split())


class Printable:
    """Turns texts into what the typeface can set, and remembers whether it had to give up.

    Args:
        mark: Stands for a character that cannot be set.

    Attributes:
        gave_up: Whether the mark stands anywhere in the texts so far.
    """

    def __init__(self, mark: str = MISSING) -> None:
        self._mark = mark
        self._known = register()
        self.gave_up = False

    def __call__(self, text: str) -> str:
        """Return the text with line feeds kept and everything in it printable."""
        if text.isascii() and text.isprintable():
            return text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = unicodedata.normalize("NFC", text).translate(_STAND_INS)
        if self._known.issuperset(map(ord, text.replace("\n", ""))):
            return text
        return "".join(self._character(character) for character in text)

    def _character(self, character: str) -> str:
        if character == "\n" or ord(character) in self._known:
            return character
        if unicodedata.category(character) in _INVISIBLE:
            return ""
        self.gave_up = True
        return self._mark
