"""Reads what a scratch file holds, a page at a time, for whoever shows a list of any length."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from audit_desk.storage.staging import Staging

_T = TypeVar("_T")
_PAGE = 500
_BLOCK = 20_000
"""So many are read at once by who goes through all; nothing is left open in between."""

ROWS = (
    "SELECT rows.row, rows.system_id, coalesce(known.reference, rows.reference, ''), rows.facts"
    " FROM rows LEFT JOIN known ON known.row = rows.row ORDER BY rows.row"
)
"""The rows that can be saved: number, the council's number, reference, facts as JSON."""
FAULTS = "SELECT row, heading, value, reason FROM faults ORDER BY row, number"
"""The faults of the rows that are left out."""
CHANGES = (
    "SELECT known.reference, field, before, after FROM changes"
    " CROSS JOIN known ON known.row = changes.row ORDER BY number"
)
"""What is said anew of known children: reference, field's key, before, after."""
LEAVING = "SELECT reference, closes FROM leaving ORDER BY number"
"""Who is on the last edition and not on this one: reference, and whether the case closes."""


class Pages(Sequence[_T]):
    """A sequence over a query of the scratch file.

    Args:
        staging: The scratch file; it stays as long as something of it can be read.
        query: The query, with an order.
        count: How many rows it has.
        make: Makes an element from a row.
    """

    def __init__(self, staging: Staging, query: str, count: int, make: Callable[..., _T]) -> None:
        self._staging = staging
        self._query = query
        self._count = count
        self._make = make
        self._page: tuple[int, list[_T]] = (-1, [])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_T]:
        for start in range(0, self._count, _BLOCK):
            yield from self._read(start, _BLOCK)

    @overload
    def __getitem__(self, place: int) -> _T: ...

    @overload
    def __getitem__(self, place: slice) -> list[_T]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._count)
            return (
                self._read(start, max(0, stop - start))[::step] if step > 0 else list(self)[place]
            )
        index = place + self._count if place < 0 else place
        if not 0 <= index < self._count:
            raise IndexError(place)
        page, offset = divmod(index, _PAGE)
        if self._page[0] != page:
            self._page = (page, self._read(page * _PAGE, _PAGE))
        return self._page[1][offset]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _read(self, start: int, count: int) -> list[_T]:
        rows = self._staging.read(f"{self._query} LIMIT ? OFFSET ?", (count, start))
        return [self._make(*row) for row in rows]
