"""Sharing files out among auditors: evenly, and nobody gets a file that they may not read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from audit_desk.domain.people import person_key


@dataclass(frozen=True, slots=True)
class Portion:
    """What one auditor gets.

    Attributes:
        auditor: Their name.
        holds: How many files they have to read already.
        gets: The files that come to them, in the order given.
    """

    auditor: str
    holds: int
    gets: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many files they have to read then."""
        return self.holds + len(self.gets)


@dataclass(frozen=True, slots=True)
class Spread:
    """How files are shared out.

    Attributes:
        portions: What each auditor gets, by name.
        nobody: The files that none of these auditors may read.
    """

    portions: tuple[Portion, ...]
    nobody: tuple[str, ...] = ()


def spread(
    files: Sequence[str],
    auditors: Sequence[str],
    load: Mapping[str, int],
    barred: Mapping[str, Collection[str]] | None = None,
) -> Spread:
    """Share files out so that every auditor ends with as equal a number as conflicts allow.

    Each file goes to whoever has least, ties to the earlier name. Where the ones with least
    may not read it, files that were dealt before change hands instead, so that no conflict
    leaves one auditor with more than need be: no other sharing out has a smaller largest
    portion, and without conflicts no two totals differ by more than 1 unless somebody began
    with more. The same input always gives the same portions.

    Args:
        files: The files' ids, in drawing order.
        auditors: Who may be given files; names as they are to stand on record.
        load: How many files each has already; absent is none.
        barred: By file, the auditors who may not read it.
    """
    names = sorted(set(auditors), key=lambda name: (person_key(name), name))
    refused = barred or {}
    dealing = _Dealing(names, load)
    nobody = []
    for file in files:
        allowed = [name for name in names if name not in refused.get(file, ())]
        if allowed:
            dealing.deal(file, allowed)
        else:
            nobody.append(file)
    order = {file: place for place, file in enumerate(files)}
    portions = tuple(
        Portion(name, load.get(name, 0), tuple(sorted(dealing.held[name], key=order.__getitem__)))
        for name in names
    )
    return Spread(portions, tuple(nobody))


class _Dealing:
    """Files dealt so far; each new one keeps the whole as level as it can be."""

    def __init__(self, names: Sequence[str], load: Mapping[str, int]) -> None:
        self.held: dict[str, list[str]] = {name: [] for name in names}
        self._place = {name: place for place, name in enumerate(names)}
        self._total = {name: load.get(name, 0) for name in names}
        self._allowed: dict[str, list[str]] = {}

    def deal(self, file: str, allowed: list[str]) -> None:
        """Give a file to somebody, passing others on where that levels the portions."""
        self._allowed[file] = allowed
        came_from = self._reachable(allowed)
        last = min(came_from, key=self._weight)
        self._total[last] += 1
        step = came_from[last]
        while step is not None:
            giver, given = step
            self.held[giver].remove(given)
            self.held[last].append(given)
            last, step = giver, came_from[giver]
        self.held[last].append(file)

    def _reachable(self, allowed: list[str]) -> dict[str, tuple[str, str] | None]:
        """Return whom one more file can reach, with who passes which file on to them."""
        found: dict[str, tuple[str, str] | None] = dict.fromkeys(allowed)
        least = min(self._total.values())
        waiting = list(allowed)
        if any(self._total[name] == least for name in allowed):
            return found  # nobody has less: no file need change hands
        while waiting:
            giver = waiting.pop(0)
            for given in self.held[giver]:
                for name in self._allowed[given]:
                    if name not in found:
                        found[name] = (giver, given)
                        waiting.append(name)
        return found

    def _weight(self, name: str) -> tuple[int, int]:
        return self._total[name], self._place[name]
