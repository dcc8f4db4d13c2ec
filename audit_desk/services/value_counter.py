"""Counts the different values of a column, block by block, however long the list is."""

from collections import Counter
from collections.abc import Sequence

from audit_desk.domain.cells import Cell, is_absent, number_text

MOST = 500
"""So many different values of a column are listed; a person translates no more."""

_COUNTED = 2_000
"""Once a column has more different cells than this, only its most frequent are counted on."""


class ValueCounter:
    """Counts the cells of one column, block by block."""

    def __init__(self) -> None:
        self._counts: Counter[Cell] = Counter()
        self._is_full = False

    def add(self, cells: Sequence[Cell]) -> None:
        """Count the cells of a block."""
        if self._is_full:
            counted = Counter(cells)
            for cell in self._counts:
                self._counts[cell] += counted[cell]
            return
        self._counts.update(cells)
        if len(self._counts) > _COUNTED:
            self._counts = Counter(dict(self._counts.most_common(MOST)))
            self._is_full = True

    def texts(self) -> Counter[str]:
        """Return how often each value stands in the column, by its text; blanks do not count."""
        found: Counter[str] = Counter()
        for cell, count in self._counts.items():
            text = number_text(cell)
            if not is_absent(text):
                found[text] += count
        return found
