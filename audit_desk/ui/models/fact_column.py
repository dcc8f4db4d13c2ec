"""One field of all cases, kept so that each of its values is looked at once and not case by case.

A hundred thousand cases have a handful of teams and some thousand dates. To find the cases with
a word in the field, the word is looked for in each different value; which cases have one of the
values found is then read off a table of bytes, at the speed of copying it.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence

from audit_desk.domain.case import FactValue

_PAGE = 255
"""So many values fit into a byte a case beside "another page"."""
_MOST_PAGES = 24
"""Columns with more values than fit keep a number a case and are read more slowly."""

Mask = int
"""Cases as one number: the byte at a case's place is 1 where the case is among them."""


class FactColumn:
    """The values of one field, case by case.

    Args:
        values: Each case's value; ``None`` where it is not recorded.
        write: Returns a value as it is shown.
    """

    def __init__(
        self, values: Sequence[FactValue | None], write: Callable[[FactValue], str]
    ) -> None:
        ids: dict[FactValue | None, int] = {}
        self._ids = array("L", [ids.setdefault(value, len(ids)) for value in values])
        self.values = tuple(ids)
        """Each different value once, ``None`` among them where a case has none."""
        self._texts = ["" if v is None else write(v).casefold() for v in self.values]
        self._joined = "\n".join(self._texts)
        self._all_differ = len(self.values) == len(self._ids)
        self._pages = self._make_pages()

    def with_word(self, word: str) -> Mask:
        """Return the cases in whose value a word occurs."""
        if word not in self._joined:
            return 0
        return self._mask([word in text for text in self._texts])

    def where(self, wanted: Callable[[FactValue | None], bool]) -> Mask:
        """Return the cases whose value is wanted; each different value is asked for once."""
        return self._mask([wanted(value) for value in self.values])

    def counts(self) -> dict[FactValue | None, int]:
        """Return how many cases have each value."""
        counted = Counter(self._ids)
        return {value: counted[number] for number, value in enumerate(self.values)}

    def in_order_of(self, ordered: Sequence[FactValue | None]) -> list[int]:
        """Return all cases, by number, in the order of their values; equals stay as they are."""
        if self._all_differ:
            places = {value: number for number, value in enumerate(self.values)}
            return [places[value] for value in ordered]
        piles: dict[FactValue | None, list[int]] = {value: [] for value in ordered}
        by_id = [piles[value] for value in self.values]
        for number, each in enumerate(self._ids):
            by_id[each].append(number)
        return [number for pile in piles.values() for number in pile]

    def _make_pages(self) -> list[bytes]:
        if len(self.values) > _PAGE * _MOST_PAGES:
            return []
        if len(self.values) <= _PAGE:
            return [bytes(self._ids.tolist())]
        pages = [bytearray(b"\xff") * len(self._ids) for _ in range(0, len(self.values), _PAGE)]
        for number, each in enumerate(self._ids):
            page, code = divmod(each, _PAGE)
            pages[page][number] = code
        return [bytes(page) for page in pages]

    def _mask(self, flags: list[bool]) -> Mask:
        if not any(flags):
            return 0
        if not self._pages:
            table = bytes(flags)
            if self._all_differ:
                return _number(table)
            return _number(bytes(map(table.__getitem__, self._ids)))
        mask = 0
        for start, page in zip(range(0, len(flags), _PAGE), self._pages, strict=True):
            part = flags[start : start + _PAGE]
            if any(part):
                mask |= _number(page.translate(bytes(part).ljust(256, b"\0")))
        return mask


def _number(places: bytes) -> Mask:
    return int.from_bytes(places, "little")
