"""The text of a table's cell, broken into lines that fit its column.

Plain lines are set many times faster than paragraphs, and a report has thousands of cells.
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth

CUT = "[…]"
"""Ends a cell that was cut; the whole text is in the register."""


def cell_lines(
    text: str, room: float, font: tuple[str, float], most: int, *, to_the_right: bool = False
) -> str:
    """Return a text with line feeds where its lines end.

    The space between two words stays where a line ends between them, for readers who do not
    see that it ended: at its end, or at the beginning of the next in a cell set to the right.

    A word that is wider than the column is broken. A row cannot go over two pages, so a cell
    is cut before it outgrows one.

    Args:
        text: The text; its own line feeds are kept.
        room: The width of a line in points.
        font: The typeface's name and size.
        most: The most lines.
        to_the_right: Whether the cell's lines end under each other.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        for line in _broken(paragraph, room, font):
            lines.append(line)
            if len(lines) > most:
                return _joined([*lines[: most - 1], CUT], to_the_right=to_the_right)
    return _joined(lines, to_the_right=to_the_right)


def _joined(lines: list[str], *, to_the_right: bool) -> str:
    text = "\n".join(lines).rstrip(" ")
    return text.replace(" \n", "\n ") if to_the_right else text


def _broken(paragraph: str, room: float, font: tuple[str, float]) -> Iterator[str]:
    """Yield the lines of a paragraph, with a space after each that ends between two words."""
    if stringWidth(paragraph, *font) <= room:
        yield f"{paragraph.rstrip(' ')} "
        return
    space = stringWidth(" ", *font)
    line: list[str] = []
    used = -space
    for word, goes_on in _words(paragraph, room, font):
        extent = stringWidth(word, *font)
        if line and used + space + extent > room:
            yield " ".join(line) if goes_on else f"{' '.join(line)} "
            line, used = [], -space
        line.append(word)
        used += space + extent
    if line:
        yield f"{' '.join(line)} "


def _words(paragraph: str, room: float, font: tuple[str, float]) -> Iterator[tuple[str, bool]]:
    """Yield the words, those wider than the column in pieces, and whether a piece goes on one."""
    for word in paragraph.split(" "):
        if stringWidth(word, *font) <= room:
            if word:
                yield word, False
            continue
        piece, used, goes_on = "", 0.0, False
        for character in word:
            extent = stringWidth(character, *font)
            if piece and used + extent > room:
                yield piece, goes_on
                piece, used, goes_on = "", 0.0, True
            piece += character
            used += extent
        yield piece, goes_on
