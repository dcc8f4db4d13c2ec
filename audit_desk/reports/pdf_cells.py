"""The text of a table's cell, broken into lines that fit its column.

Plain lines are set many times faster than paragraphs, and a report has thousands of cells.
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth

CUT = "[…]"
"""Ends a cell that was cut; the whole text is in the register."""


def cell_lines(text: str, room: float, font: tuple[str, float], most: int) -> str:
    """Return a text with line feeds where its lines end.

    A word that is wider than the column is broken. A row cannot go over two pages, so a cell
    is cut before it outgrows one.

    Args:
        text: The text; its own line feeds are kept.
        room: The width of a line in points.
        font: The typeface's name and size.
        most: The most lines.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        for line in _broken(paragraph, room, font):
            lines.append(line)
            if len(lines) > most:
                return "\n".join([*lines[: most - 1], CUT])
    return "\n".join(lines)


def _broken(paragraph: str, room: float, font: tuple[str, float]) -> Iterator[str]:
    if stringWidth(paragraph, *font) <= room:
        yield paragraph
        return
    space = stringWidth(" ", *font)
    line: list[str] = []
    used = -space
    for word in _words(paragraph, room, font):
        extent = stringWidth(word, *font)
        if line and used + space + extent > room:
            yield " ".join(line)
            line, used = [], -space
        line.append(word)
        used += space + extent
    if line:
        yield " ".join(line)


def _words(paragraph: str, room: float, font: tuple[str, float]) -> Iterator[str]:
    """Yield the words, those wider than the column in pieces."""
    for word in paragraph.split(" "):
        if stringWidth(word, *font) <= room:
            if word:
                yield word
            continue
        piece, used = "", 0.0
        for character in word:
            extent = stringWidth(character, *font)
            if piece and used + extent > room:
                yield piece
                piece, used = "", 0.0
            piece += character
            used += extent
        yield piece
