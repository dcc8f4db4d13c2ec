"""The report's typeface, embedded, and what becomes of characters that it does not have.

Source Sans Pro covers Latin, Greek and Cyrillic letters. Other scripts and signs are set in
the machine's own typefaces, where it has one. Where none has a script, the report says in the
text's place which one it is, and at its end that the register holds the text: a statement is
better than a box or a letter that vanishes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

REGULAR = "SourceSansPro"
ITALIC = "SourceSansPro-It"
SEMIBOLD = "SourceSansPro-Semibold"
BOLD = "SourceSansPro-Bold"

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
        "\N{LINE SEPARATOR}": "\n",
        "\N{PARAGRAPH SEPARATOR}": "\n",
        "\N{THIN SPACE}": " ",
        "\N{EN SPACE}": " ",
        "\N{EM SPACE}": " ",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{SOFT HYPHEN}": None,
        "\N{VARIATION SELECTOR-15}": None,
        "\N{VARIATION SELECTOR-16}": None,
    }
    | dict.fromkeys(map(chr, range(0x1F3FB, 0x1F400)))  # colours of skin
)
_INVISIBLE = {"Cc", "Cf", "Co", "Cs"}
_AGAIN = re.compile(r"(\[text in \w+ script\])(?:(?:(?!\[)[\W\d_])*\1)+")


@cache
def register() -> frozenset[int]:
    """Make the typeface known to the PDF library.

    Returns:
        The code points that regular, semibold and bold can all set, the star among them.
    """
    import font_source_sans_pro
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    from audit_desk.reports.fonts_face import STAR, ReportFont

    # Streams as bytes, not as text a quarter longer: every reader takes them, and it is quicker.
    rl_config.useA85 = 0
    # Each attribute of each shape of a chart would be looked at.
    rl_config.shapeChecking = 0
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    known: list[frozenset[int]] = []
    for name, file in _FILES.items():
        font = ReportFont(name, folder / file)
        pdfmetrics.registerFont(font)
        if name != ITALIC:
            known.append(font.own)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD
    )
    return frozenset.intersection(*known) | {ord(STAR)}


def one_line(text: str) -> str:
    """Return a text fit for the document's metadata, which needs no typeface."""
    kept = (" " if character.isspace() else character for character in text)
    plain = (each for each in kept if unicodedata.category(each) not in _INVISIBLE)
    return " ".join("".join(plain).split())


class Printable:
    """Turns texts into what can be set, and remembers what it had to give up.

    Args:
        helped: Whether the machine's typefaces may help; a picture has only the report's own.
    """

    def __init__(self, *, helped: bool = True) -> None:
        self._helped = helped
        self._known = register()
        self._missing: set[str] = set()

    def __call__(self, text: str) -> str:
        """Return the text with line feeds kept and everything in it printable."""
        if text.isascii() and text.isprintable():
            return text
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = unicodedata.normalize("NFC", text).translate(_STAND_INS)
        if self._known.issuperset(map(ord, text.replace("\n", ""))):
            return text
        return _AGAIN.sub(r"\1", "".join(self._pieces(text)))

    @property
    def note(self) -> str:
        """What could not be set, as a sentence for the end of the document; else empty."""
        if not self._missing:
            return ""
        return (
            "This computer has no typeface for what stands in square brackets:"
            f" {', '.join(sorted(self._missing))}. The register holds it as it was written."
        )

    def _pieces(self, text: str) -> Iterator[str]:
        """Yield the text in pieces: words that have to be set as a whole, other characters.

        A script is set everywhere in a text or nowhere, for half a sentence says another thing.
        """
        from audit_desk.reports.fonts_scripts import joined_words
        from audit_desk.reports.fonts_shaping import helper_of_word
        from audit_desk.reports.fonts_system import helper_for

        places = [(found.start(), found.end()) for found in joined_words(text)]
        letters: dict[str, str] = {}
        for start, end in places:
            script = _name(text[start:end])
            letters[script] = letters.get(script, "") + text[start:end]
        helpers = {script: helper_of_word(words) for script, words in letters.items()}
        done = 0
        for start, end in places:
            yield from self._characters(text[done:start], helper_for)
            yield self._settable(text[start:end], lambda word: helpers[_name(word)])
            done = end
        yield from self._characters(text[done:], helper_for)

    def _characters(self, text: str, helper: Callable[[str], object]) -> Iterator[str]:
        for character in text:
            if character == "\n" or ord(character) in self._known:
                yield character
            elif unicodedata.category(character) not in _INVISIBLE:
                yield self._settable(character, helper)

    def _settable(self, text: str, helper: Callable[[str], object]) -> str:
        if self._helped and helper(text) is not None:
            return text
        self._missing.add(_name(text))
        return f"[{_name(text)}]"


def _name(text: str) -> str:
    """Return what a text is that cannot be set: its letters' script, or a sign's name."""
    character = next((each for each in text if each.isalpha()), text[0])
    name = unicodedata.name(character, "")
    if not name:
        return f"character U+{ord(character):04X}"
    if unicodedata.category(character)[0] in "LMN":
        script = name.split()[0]
        return f"text in {'Chinese' if script == 'CJK' else script.capitalize()} script"
    return name.casefold()
