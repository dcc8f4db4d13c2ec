"""Finds the row of headings under whatever title a report puts above it."""

from collections.abc import Sequence

from audit_desk.domain.column_recognition import ColumnRole, count_recognised, recognise
from audit_desk.services.case_table import MAX_COLUMNS

TextRow = Sequence[str]

_CHILD_ID = 3
"""A heading for the child's ID weighs as much as so many others more."""


def find_heading_row(rows: Sequence[TextRow]) -> int:
    """Return the index of the row of headings.

    It is the one with most headings that mean something, before all the child's ID: a row of
    the list may speak of schools and addresses too. Where none means anything, it is the first
    row that is about as full as the fullest. A title, which fills one cell alone, is neither.

    Args:
        rows: The first rows of a list, as text.
    """
    score, at = best_heading_row(rows)
    if score:
        return at
    filled = [sum(map(bool, row)) for row in rows]
    fullest = max(filled, default=0)
    return next((index for index, cells in enumerate(filled) if cells * 2 >= fullest > 0), 0)


def best_heading_row(rows: Sequence[TextRow]) -> tuple[int, int]:
    """Return how much the headings mean in the row where they mean most, and its index.

    The search ends with a row that nobody would doubt: further down is the list itself.
    """
    filled = [sum(map(bool, row)) for row in rows]
    fewest = min(2, max(filled, default=0))
    best, at = 0, 0
    for index, cells in enumerate(filled):
        score = _score(headings_at(rows, index)[:MAX_COLUMNS]) if cells >= fewest else 0
        if score > best:
            best, at = score, index
        if cells and score >= _CHILD_ID + cells / 2:
            break
    return best, at


def _score(headings: TextRow) -> int:
    return count_recognised(headings) + (_CHILD_ID if has_child_id(headings) else 0)


def headings_at(rows: Sequence[TextRow], index: int) -> tuple[str, ...]:
    """Return the headings in a row, with those above where a heading is split over two rows.

    Args:
        rows: The first rows of a list, as text.
        index: The row of headings; of two, the lower.
    """
    lower = tuple(rows[index])
    if not index or any(character.isdigit() for text in lower for character in text):
        return lower
    upper = (*rows[index - 1], *[""] * len(lower))[: len(lower)]
    joined = tuple(f"{above} {below}".strip() for above, below in zip(upper, lower, strict=True))
    better = count_recognised(joined[:MAX_COLUMNS]) > max(
        count_recognised(lower[:MAX_COLUMNS]), count_recognised(upper[:MAX_COLUMNS])
    )
    return joined if better else lower


def has_child_id(headings: TextRow) -> bool:
    """Return whether a column has the child's ID in the council's system."""
    return any(match.role is ColumnRole.SYSTEM_ID for match in recognise(headings))
