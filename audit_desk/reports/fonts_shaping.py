"""Text that is not set letter after letter: from the right, or with letters that join.

Lines are broken in the order in which they are read. When one is drawn, its parts are put in
the order in which they stand (the Unicode bidirectional algorithm), and each word of a script
that joins or reorders its letters becomes glyphs of a typeface that has it (HarfBuzz).
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from audit_desk.reports.fonts_scripts import (
    JOINERS,
    is_from_the_right,
    is_mostly_from_the_right,
    joined_words,
)
from audit_desk.reports.fonts_system import helper_for

_EM = 1000


class Shaped(ShapedStr):  # type: ignore[misc] # the library is untyped
    """Glyphs in the order in which they stand, each with its typeface.

    Attributes:
        helpers: The typeface of each; ``None`` for the report's own.
    """

    helpers: tuple[Any, ...]


def helper_of_word(word: str) -> Any:
    """Return a typeface that has every letter of a word, or ``None``."""
    return helper_for("".join(each for each in word if each not in JOINERS))


@lru_cache(20_000)
def shape(text: str, font: Any) -> Shaped:
    """Return a line as it stands.

    Args:
        text: The line as it is read; every character can be set.
        font: The report's typeface, for whatever is not of such a script.
    """
    from bidi.algorithm import get_display

    way = "R" if is_mostly_from_the_right(text) else "L"
    standing = get_display(text, base_dir=way) if is_from_the_right(text) else text
    glyphs: list[tuple[str, Any, Any]] = []
    done = 0
    for found in joined_words(standing):
        glyphs += _plain(standing[done : found.start()], font)
        glyphs += _word(standing[found.start() : found.end()])
        done = found.end()
    glyphs += _plain(standing[done:], font)
    shaped = Shaped("".join(glyph for glyph, _, _ in glyphs), [data for _, data, _ in glyphs])
    shaped.helpers = tuple(helper for _, _, helper in glyphs)
    return shaped


def shaped_width(text: str, font: Any) -> float:
    """Return the width of a line in thousandths of the size of its letters."""
    return float(sum(each.x_advance for each in shape(text, font).__shapeData__))


def _plain(text: str, font: Any) -> Iterator[tuple[str, Any, Any]]:
    for character in text:
        if character in JOINERS:
            continue
        helper = font.helper(character)
        width = (helper or font).face.getCharWidth(ord(character))
        yield character, ShapeData(0, width, 0, 0, 0, width), helper


def _word(standing: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the glyphs of a word, from left to right."""
    import uharfbuzz

    from_the_right = is_from_the_right(standing)
    word = standing[::-1] if from_the_right else standing
    helper = helper_of_word(word)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_the_right else "ltr"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    uharfbuzz.shape(helper.outline, buffer)
    scale = _EM / helper.hbFace.upem
    said = _said(word, {info.cluster for info in buffer.glyph_infos})
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = helper.take(info.codepoint, said.pop(info.cluster, ""))
        sizes = (place.x_advance, place.y_advance, place.x_offset, place.y_offset)
        width = helper.face.getCharWidth(code)
        yield chr(code), ShapeData(0, *(each * scale for each in sizes), width), helper


def _said(word: str, starts: set[int]) -> dict[int, str]:
    """Return which part of a word begins at each place where glyphs for it begin."""
    places = sorted(starts)
    return dict(zip(places, (word[a:b] for a, b in pairwise([*places, len(word)])), strict=True))
