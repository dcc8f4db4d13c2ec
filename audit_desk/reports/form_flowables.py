"""What is written on by hand: empty lines, and boxes for dates and numbers."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus.tables import TableRenderCB

from audit_desk.reports import fonts
from audit_desk.reports.pdf_styles import QUIET, STRONG_RULE, TEXT_WIDTH
from audit_desk.reports.pdf_tags.marking import Furniture

LINE = 20.0
"""From one empty line to the next, in points."""
_BOX = 12.0
_BOX_GAP = 1.5
DAY = ((2, "/"), (2, "/"), (4, ""))
MOMENT = (*DAY, (2, ":"), (2, ""))
NUMBER = ((4, ""),)


class Lines(Flowable):  # type: ignore[misc] # the library is untyped
    """Empty lines to write on."""

    def __init__(self, count: int, width: float = TEXT_WIDTH) -> None:
        super().__init__()
        self._count = count
        self.width = width
        self.height = count * LINE

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        del height
        self.width = min(self.width, width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(STRONG_RULE)
        self.canv.setLineWidth(0.5)
        with self.canv.marker.furniture(Furniture.LAYOUT):
            for number in range(self._count):
                self.canv.line(0, number * LINE + 2, self.width, number * LINE + 2)


class Boxes(Flowable):  # type: ignore[misc] # the library is untyped
    """Boxes for figures: a day, with its time where one is asked for, or a number."""

    def __init__(self, groups: Sequence[tuple[int, str]]) -> None:
        """Take the boxes.

        Args:
            groups: How many boxes stand together, and what is printed after them.
        """
        super().__init__()
        self._groups = groups
        boxes = sum(count for count, _ in groups)
        self.width = boxes * (_BOX + _BOX_GAP) + len(groups) * 12
        self.height = _BOX + 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        del width, height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes."""
        canvas = self.canv
        canvas.setStrokeColor(STRONG_RULE)
        canvas.setLineWidth(0.6)
        canvas.setFillColor(QUIET)
        canvas.setFont(fonts.REGULAR, 8.4)
        left = 0.0
        with canvas.marker.furniture(Furniture.LAYOUT):
            for count, after in self._groups:
                for _ in range(count):
                    canvas.rect(left, 1, _BOX, _BOX)
                    left += _BOX + _BOX_GAP
                canvas.drawString(left + 2, 4, after)
                left += 12


class UnreadLines(TableRenderCB):  # type: ignore[misc] # the library is untyped
    """Told by a table what it draws: its rules are not read, its cells mark themselves."""

    def __call__(self, table: Any, part: str, *_where: Any) -> None:
        """Mark the rules; the library calls this for every part."""
        if part == "startLines":
            table.canv.marker.begin_furniture(Furniture.LAYOUT)
        elif part == "endLines":
            table.canv.marker.end()
