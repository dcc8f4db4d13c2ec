"""Breaking plain text into lines, and making text plain: what a report has most of.

The library parses every paragraph as mark-up and breaks it by a way that knows hyphens, images
and shrinking spaces. Nine of ten paragraphs are words in one typeface, which need none of that.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont
from reportlab.platypus.paragraph import _SplitWord, split
from reportlab.platypus.paraparser import ParaParser

_LINED = frozenset("\n\N{SOFT HYPHEN}")
_MARKED = _LINED | set("<&")


def is_plain(markup: str | None) -> bool:
    """Whether a text has nothing in it that mark-up would say otherwise."""
    return bool(markup) and _MARKED.isdisjoint(markup or "")


def plain_fragment(text: str, style: Any) -> list[Any] | None:
    """Return what parsing would make of a text in one typeface; ``None`` where it has lines."""
    if not text.strip() or not _LINED.isdisjoint(text):
        return None
    return [_pattern(style).clone(text=text.strip())]


@cache
def _pattern(style: Any) -> Any:
    _, fragments, _ = ParaParser().parse("x", style)
    return fragments[0]


def broken_lines(fragments: Sequence[Any], widths: Sequence[float]) -> Any:
    """Return a paragraph's lines as the library would.

    Args:
        fragments: What the paragraph is made of.
        widths: The room of the first line, and that of the others.

    Returns:
        The lines; ``None`` where it is not plain, or a word is wider than a line.
    """
    if len(fragments) != 1:
        return None
    fragment = fragments[0]
    words = split(fragment.text) if hasattr(fragment, "text") else fragment.words
    lines = _filled(words, fragment, widths)
    if lines is None:
        return None
    ascent, descent = getAscentDescent(fragment.fontName, fragment.fontSize)
    size = fragment.fontSize
    return fragment.clone(kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=size)


def _filled(
    words: Sequence[str], fragment: Any, widths: Sequence[float]
) -> list[tuple[float, list[str]]] | None:
    measure, size = getFont(fragment.fontName).stringWidth, fragment.fontSize
    space = measure(" ", size)
    lines: list[tuple[float, list[str]]] = []
    room, line, used = widths[0], list[str](), -space
    for word in words:
        extent = measure(word, size)
        if extent > room or isinstance(word, _SplitWord):
            return None
        if line and used + space + extent > room:
            lines.append((room - used, line))
            room, line, used = widths[-1], [], -space
            if extent > room:
                return None
        line.append(word)
        used += space + extent
    if line:
        lines.append((room - used, line))
    return lines
