"""What of one row of counts may be shown: as much detail as gives no small number away.

A row says of all files read how many did well, how many did not, in how many there was no answer,
and how many it does not fit. Its detail is given up step by step: first single grades, then why
there was no answer, then whom it does not fit. What stays is always true.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from audit_desk.domain.inference import Share
from audit_desk.domain.small_numbers import Group, Joining, Totals, is_safe, joined

NOT_APPLICABLE = "not_applicable"
"""The cell of files that the row does not fit."""


class Base(Enum):
    """Of which files a share is."""

    DECIDED = auto()
    """Those with a grade or an answer, as in the full report."""
    FITTING = auto()
    """Those that it fits; whether some of them had no answer is withheld."""
    READ = auto()
    """All files read; how many it does not fit is withheld."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A row's counts.

    Attributes:
        favourable: Done well, by answer.
        others: Other answers.
        absent: Files that it fits and that have no answer, by reason, no record first.
        not_applicable: Files that it does not fit.
        share: The favourable of all answers, with its interval; ``None`` has no interval.
        totals: Further cells whose sum another row may show as a total.
    """

    favourable: Mapping[str, int]
    others: Mapping[str, int]
    absent: Mapping[str, int]
    not_applicable: int
    share: Share | None = None
    totals: tuple[Group, ...] = ()

    @property
    def cells(self) -> Mapping[str, int]:
        """All counts by name."""
        kept = {NOT_APPLICABLE: self.not_applicable}
        return {**self.favourable, **self.others, **self.absent, **kept}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What may be shown of a row.

    Attributes:
        groups: The counts that are shown, each of one cell or of several that are joined.
        share: The favourable of the files that ``base`` names; ``None`` where it is withheld.
        base: Of which files the share is.
        cells: The names of all its counts, of those that are withheld too.
    """

    groups: Mapping[Group, int]
    share: Share | None
    base: Base
    cells: Group = ()

    def count(self, name: str) -> int | None:
        """Return the count of a cell; ``None`` where it is withheld or joined to others."""
        return self.groups.get((name,))

    def counts(self, names: Group) -> Mapping[str, int] | None:
        """Return the counts of several cells; ``None`` unless each of them is shown."""
        if any((name,) not in self.groups for name in names):
            return None
        return {name: self.groups[name,] for name in names}


def shown(parts: Parts, totals: Totals) -> ShownRow:
    """Return what may be shown of a row.

    Args:
        parts: Its counts.
        totals: What the report shows already; the number of files read is among it.
    """
    groups = joined(parts.cells, tuple(_joinings(parts, totals)), totals)
    share, base = _share(parts, groups)
    return ShownRow(groups, share, base, tuple(parts.cells))


def _share(parts: Parts, groups: Mapping[Group, int]) -> tuple[Share | None, Base]:
    """Return the favourable of the smallest number of files that may be shown."""
    favourable = tuple(parts.favourable)
    good = _sum(groups, favourable)
    if good is None:
        return None, Base.READ
    others = _sum(groups, tuple(parts.others))
    if others is not None:
        whole = Share(good, good + others)
        return parts.share or whole, Base.DECIDED
    every = sum(groups.values())
    unfit = groups.get((NOT_APPLICABLE,))
    if unfit is None:
        return Share(good, every), Base.READ
    return Share(good, every - unfit), Base.FITTING


def _sum(groups: Mapping[Group, int], names: Group) -> int | None:
    """Return the sum of cells where it can be told from what is shown."""
    if not names:
        return 0 if groups else None
    if names in groups:
        return groups[names]
    if all((name,) in groups for name in names):
        return sum(groups[name,] for name in names)
    return None


def _joinings(parts: Parts, totals: Totals) -> Iterator[Joining]:
    """Yield the ways to join a row's cells, each joining groups of the one before.

    That each is coarser than the last matters: of a way that is shown, readers then learn no more
    than that the one before was not safe.
    """
    good, others, absent = tuple(parts.favourable), tuple(parts.others), tuple(parts.absent)
    unfit = (NOT_APPLICABLE,)
    decided, fitting = (*good, *others), (*good, *others, *absent)
    every, fewer = (decided, fitting, *parts.totals), (fitting, *parts.totals)
    yield _way((*_apart(good), *_apart(others), *_apart(absent), unfit), *every)
    yield _way((good, others, *_apart(absent), unfit), *every)
    yield _way((good, others, absent, unfit), *every)
    yield _way((good, (*others, *absent), unfit), *fewer)
    # Where another row may show whom this one does not fit, that is no cover for a small rest.
    total = sum(parts.cells[name] for name in fitting)
    if not is_safe(parts.not_applicable) or not totals.takes([total]):
        yield _way((good, (*others, *absent, *unfit)), *parts.totals)


def _way(groups: tuple[Group, ...], *totals: Group) -> Joining:
    return Joining(tuple(group for group in groups if group), totals)


def _apart(names: Group) -> Iterator[Group]:
    return ((name,) for name in names)
