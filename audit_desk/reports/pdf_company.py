"""Pieces that must not end a page: headings, and words that lead to what follows them.

How much room the next piece needs before it can begin is measured when its place on the page
is known, not guessed beforehand, so it holds for texts and tables of any size.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import CondPageBreak, Paragraph

from audit_desk.reports.pdf_styles import TEXT_HEIGHT

_HAIR = 0.01
_LINES_TO_BEGIN = 3


@dataclass(frozen=True, slots=True)
class Lead:
    """A piece that belongs to the beginning of the next one.

    Attributes:
        piece: What is laid out.
    """

    piece: Any


def in_company(pieces: Iterable[Any]) -> Iterator[Any]:
    """Yield the pieces with a place to break before every run of leads and what they lead to."""
    leads: list[Any] = []
    for piece in pieces:
        if isinstance(piece, Lead):
            leads.append(piece.piece)
            continue
        if leads:
            yield _BreakUnlessBegun(leads, piece)
            yield from leads
            leads = []
        yield piece
    yield from leads


class _BreakUnlessBegun(CondPageBreak):  # type: ignore[misc] # the library is untyped
    """Goes to the next page if the leads and the beginning of what follows do not fit on this."""

    def __init__(self, leads: Sequence[Any], follower: Any) -> None:
        super().__init__(0)
        self._leads = leads
        self._follower = follower

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room; break where there is not enough."""
        fits = height >= TEXT_HEIGHT - _HAIR or self._fits(width, height)
        self.height = 0 if fits else TEXT_HEIGHT
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def _fits(self, width: float, height: float) -> bool:
        after = 0.0
        for piece in self._leads:
            _, taken = piece.wrap(width, TEXT_HEIGHT)
            height -= max(piece.getSpaceBefore() - after, 0) + taken
            after = piece.getSpaceAfter()
            height -= after
        height -= max(self._follower.getSpaceBefore() - after, 0)
        return height > 0 and self._begins(width, height)

    def _begins(self, width: float, height: float) -> bool:
        """Whether the follower, or enough of it, fits into the height."""
        follower = self._follower
        # Two lines of a long paragraph go before a break, and one of three lines is kept whole.
        # That can be told without laying it out, which is slow.
        if isinstance(follower, Paragraph) and height >= _LINES_TO_BEGIN * follower.style.leading:
            return True
        _, taken = follower.wrap(width, height)
        return taken <= height or bool(follower.split(width, height))
