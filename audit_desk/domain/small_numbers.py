"""Which counts may be shown where readers could know the children.

A count of one to four may point to a child. It is withheld (primary suppression), and so is
whatever would give it back by subtraction (secondary suppression), as the disclosure control
guidance of the Office for National Statistics and the Department for Education's statistics on
looked-after children ask of tables of counts. Of the two remedies that the guidance names, joining
categories comes first here, because it keeps a true figure: "30 of the 60 files read" says less
than the four grades and nothing wrong. Only where no joining is safe is a row withheld whole.

Three rules make it hold against whoever knows them:

* every part of a total that is shown is nought or at least five, the part that is left over too;
* every two totals that are shown in one report differ by nought or at least five, so that tables
  with different totals cannot be subtracted from each other;
* a withheld count has at least two possible values, whatever else is shown.

Nought is shown. That a thing never happened in the files read singles nobody out among them, and
"none of the twelve" about the service's own work is what a reader most needs to hear.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

LEAST = 5
"""The smallest count, but for nought, that is shown."""
WITHHELD = "[c]"
"""Stands in a table for a count that is withheld: the sign of government statistics for
confidential figures."""

Group = tuple[str, ...]
"""Cells of a row that are joined, by their names."""


def is_safe(count: int) -> bool:
    """Whether a count may be shown: nought, or at least five."""
    return count == 0 or count >= LEAST


def primary(count: int) -> int | None:
    """Return a count that is part of no total that is shown; ``None`` where it is withheld."""
    return count if is_safe(count) else None


@dataclass(frozen=True, slots=True)
class Joining:
    """One way to join the cells of a row.

    Attributes:
        groups: The cells that are joined; each cell of the row stands in one of them.
        totals: The sums of cells that a reader learns beside the groups themselves, by their
            cells: what other rows may show a total of as well.
    """

    groups: tuple[Group, ...]
    totals: tuple[Group, ...] = ()


@dataclass
class Totals:
    """The totals that one report shows; any two differ by nought or at least five."""

    shown: set[int] = field(default_factory=set)

    def takes(self, totals: Iterable[int]) -> bool:
        """Whether these may be shown too, beside each other and all that is shown."""
        every = [*self.shown, *totals]
        return all(is_safe(abs(one - other)) for one in every for other in every)

    def add(self, totals: Iterable[int]) -> None:
        """Remember what is shown."""
        self.shown.update(totals)


def joined(
    cells: Mapping[str, int], joinings: Sequence[Joining], totals: Totals
) -> Mapping[Group, int]:
    """Return a row's counts in the first way of joining that gives no small count away.

    Args:
        cells: The row's counts by name; they add up to a total that is shown.
        joinings: The ways to join them, the most telling first.
        totals: What the report shows already; what this row shows is added.

    Returns:
        The count of each group; nothing where no way is safe.
    """
    for joining in joinings:
        found = {group: sum(cells[name] for name in group) for group in joining.groups}
        sums = [sum(cells[name] for name in group) for group in joining.totals]
        if all(is_safe(count) for count in (*found.values(), *sums)) and totals.takes(sums):
            totals.add(sums)
            return found
    return {}


def merged(rows: Sequence[tuple[str, int, int]], other: str) -> tuple[tuple[str, int, int], ...]:
    """Return the rows of a table of a whole beside a part of it, small rows joined to one.

    Both columns' totals are shown. A row is small where its whole, its part or the rest of it is
    one to four. The small rows become one; while that one is small itself, or stands for a
    single row, the smallest of the others joins it.

    Args:
        rows: Name, whole, part.
        other: The name of the joined row; it stands last.

    Returns:
        The rows; none where but one would be left of several.
    """
    kept = [row for row in rows if _is_open(row)]
    small = [row for row in rows if not _is_open(row)]
    if not small:
        return tuple(rows)
    while kept and (len(small) < 2 or not _is_open(_sum(small, other))):  # noqa: PLR2004 - one is no group
        smallest = min(kept, key=lambda row: row[1])
        kept.remove(smallest)
        small.append(smallest)
    joined_row = _sum(small, other)
    return (*kept, joined_row) if kept and _is_open(joined_row) else ()


def _is_open(row: tuple[str, int, int]) -> bool:
    _, whole, part = row
    return is_safe(whole) and is_safe(part) and is_safe(whole - part)


def _sum(rows: Sequence[tuple[str, int, int]], name: str) -> tuple[str, int, int]:
    return name, sum(row[1] for row in rows), sum(row[2] for row in rows)
