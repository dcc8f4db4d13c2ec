"""How wide the columns of a table are: as wide as what they hold, where there is room.

A column that needs less than its share of the width gives the rest to those that need more.
"""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from audit_desk.reports import fonts
from audit_desk.reports.blocks import Column
from audit_desk.reports.pdf_styles import CELL_SIZE, HEAD_SIZE

PAD = 4.0
"""Room on each side of a cell."""
_BETWEEN_NUMBERS = 5.0
"""More of it for figures, which stand at their column's edge."""
_HAIR = 0.5
_LONGEST_WHOLE_HEAD = 10
"""In characters; the longer head of a column of figures may be broken between words."""
_MOST_FOR_A_WORD = 0.3
"""Of the table's width; a longer word is broken."""


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], room: float
) -> list[float]:
    """Return the widths of a table's columns; together they take all the room.

    Args:
        columns: The columns; a column without any text keeps its share, to be written in.
        rows: The cells' texts, printable, without the head.
        room: The table's width in points.
    """
    cells = [[row[index] for row in rows] for index in range(len(columns))]
    widths: dict[int, float] = {}
    wanted = [
        room * column.share / sum(each.share for each in columns)
        if not any(texts)
        else _wanted(column, texts)
        for column, texts in zip(columns, cells, strict=True)
    ]
    least = [
        min(_longest_word(column, texts), want, room * _MOST_FOR_A_WORD)
        for column, texts, want in zip(columns, cells, wanted, strict=True)
    ]
    shares = [column.share for column in columns]
    while len(widths) < len(columns):
        left = room - sum(widths.values())
        offered = _shared(left, {i: s for i, s in enumerate(shares) if i not in widths})
        short = {index: least[index] for index, offer in offered.items() if offer < least[index]}
        content = {
            index: wanted[index] for index, offer in offered.items() if offer >= wanted[index]
        }
        widths |= short or content or offered
    return _filled([widths[index] for index in range(len(columns))], shares, room)


def _filled(widths: Sequence[float], shares: Sequence[float], room: float) -> list[float]:
    """Share out what is left over, or take from all alike what is too much."""
    spare = room - sum(widths)
    if spare < 0:
        return [width * room / sum(widths) for width in widths]
    more = _shared(spare, dict(enumerate(shares)))
    return [width + more[index] for index, width in enumerate(widths)]


def _shared(room: float, shares: dict[int, float]) -> dict[int, float]:
    total = sum(shares.values())
    return {index: room * share / total for index, share in shares.items()}


def _wanted(column: Column, texts: Sequence[str]) -> float:
    """Return the width in which no cell has to be broken; a head of figures may be."""
    lines = {line for text in texts for line in text.split("\n")}
    widest = max(stringWidth(line, fonts.REGULAR, CELL_SIZE) for line in lines)
    breaks = column.is_number and len(column.title) > _LONGEST_WHOLE_HEAD
    heads = column.title.split() if breaks else [column.title]
    head = max((stringWidth(each, fonts.SEMIBOLD, HEAD_SIZE) for each in heads), default=0.0)
    gap = _BETWEEN_NUMBERS if column.is_number else 0.0
    return float(max(widest, head) + 2 * PAD + gap + _HAIR)


def _longest_word(column: Column, texts: Sequence[str]) -> float:
    """Return the width in which no word has to be broken."""
    words = (word for text in texts for word in text.replace("\n", " ").split(" "))
    word = max(words, key=len, default="")
    widest = stringWidth(word, fonts.REGULAR, CELL_SIZE)
    head = max(
        (stringWidth(each, fonts.SEMIBOLD, HEAD_SIZE) for each in column.title.split()),
        default=0.0,
    )
    return float(max(widest, head) + 2 * PAD + _HAIR)
