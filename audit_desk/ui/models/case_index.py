"""All cases of a register with what finding, filtering and sorting them needs.

Built once for a list, away from the main thread; 100,000 cases answer to a keystroke within one
frame because words are looked for in each different value and not case by case.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any

from audit_desk.domain.case import Case, FactValue
from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.conditions import frame_test
from audit_desk.ui.models.case_words import fact_text
from audit_desk.ui.models.fact_column import FactColumn, Mask

REFERENCE = "reference"
"""Stands for a field's key where the case's reference is meant."""

Chosen = Mapping[str, Sequence[str]]
"""Conditions by field key, as ``domain.conditions`` writes them: values, ranges, not recorded.

A case is shown that meets one of them in each field.
"""

_WORDS_KEPT = 64


class CaseIndex:
    """Cases, their fields, and each field's values.

    Args:
        cases: The cases in their first order.
        report: Told about fields done of all; may raise to stop.
    """

    def __init__(
        self, cases: Sequence[Case] = (), report: Callable[[int, int], object] | None = None
    ) -> None:
        self.cases = tuple(cases)
        """The cases in their first order."""
        used = {key for case in self.cases for key in case.facts}
        self.fields = tuple(each for each in CASE_FIELDS if each.key in used)
        """The fields of which at least one case has a fact, in the order of the catalogue."""
        self._by_key = {each.key: each for each in self.fields}
        self._numbers = {case.id: number for number, case in enumerate(self.cases)}
        self._columns: dict[str, FactColumn] = {}
        for done, each in enumerate(self.fields):
            if report is not None:
                report(done, len(self.fields))
            values = [case.facts.get(each.key) for case in self.cases]
            self._columns[each.key] = FactColumn(values, partial(fact_text, each))
        # Last, because a search ends as soon as every case is found.
        references = [case.reference for case in self.cases]
        self._columns[REFERENCE] = FactColumn(references, str)
        self._words: dict[str, Mask] = {}
        self._sorted: dict[tuple[str, bool], list[int]] = {}
        flags = bytes(not case.closed_on for case in self.cases)
        self.closed = flags.count(0)
        """How many cases are closed: on no list any more."""
        self.open = int.from_bytes(flags, "little")
        """The cases that are not closed."""
        self.all = int.from_bytes(b"\1" * len(self.cases), "little")
        """All cases."""

    def find(self, words: Iterable[str]) -> Mask:
        """Return the cases in which each word occurs, in any fact.

        Args:
            words: The words, casefolded.
        """
        found = self.all
        for word in words:
            found &= self._with_word(word)
        return found

    def having(self, chosen: Chosen) -> Mask:
        """Return the cases that meet one of the conditions in each field."""
        found = self.all
        for key, values in chosen.items():
            meets = frame_test([(key, value) for value in values])
            column = self._columns[key]
            found &= column.where(lambda fact, k=key, m=meets: m({k: fact}))  # type: ignore[misc]
        return found

    def numbers(self, mask: Mask, order: Sequence[int]) -> list[int]:
        """Return those of the ordered cases, by number, that are in a mask."""
        if mask == self.all:
            return list(order)
        flags = mask.to_bytes(len(self.cases), "little")
        if isinstance(order, range):
            return list(compress(order, flags))
        return [number for number in order if flags[number]]

    def order(self, key: str, *, descending: bool) -> Sequence[int]:
        """Return all cases, by number, sorted by a field; unknown facts stand last either way."""
        known = self._sorted.get((key, descending))
        if known is None and key == REFERENCE:
            references = [case.reference for case in self.cases]
            numbers = range(len(references))
            known = sorted(numbers, key=references.__getitem__, reverse=descending)
            self._sorted[key, descending] = known
        if known is None:
            column = self._columns[key]
            values = [value for value in column.values if value is not None]
            words_alone = all(isinstance(value, str) for value in values)
            values.sort(key=str.casefold if words_alone else _rank, reverse=descending)  # type: ignore[arg-type]
            missing = [None] if len(values) < len(column.values) else []
            known = self._sorted[key, descending] = column.in_order_of([*values, *missing])
        return known

    def values(self, key: str) -> list[tuple[FactValue | None, int]]:
        """Return a field's values with how many cases have each; "not recorded" stands last."""
        counted = self._columns[key].counts()
        missing = counted.pop(None, 0)
        ordered = sorted(counted.items(), key=lambda pair: _rank(pair[0] or 0))
        return [*ordered, *([(None, missing)] if missing else [])]

    def distinct(self, key: str) -> tuple[FactValue | None, ...]:
        """Return a field's different values, in no order."""
        return self._columns[key].values

    def number_of(self, case_id: str) -> int | None:
        """Return a case's number, or ``None`` where it is not among them."""
        return self._numbers.get(case_id)

    def field(self, key: str) -> CaseField | None:
        """Return a field of which there are facts, or ``None``."""
        return self._by_key.get(key)

    def _with_word(self, word: str) -> Mask:
        known = self._words.get(word)
        if known is not None:
            return known
        found = 0
        for column in self._columns.values():
            found |= column.with_word(word)
            if found == self.all:
                break
        if len(self._words) >= _WORDS_KEPT:
            self._words.clear()
        self._words[word] = found
        return found


def _rank(value: FactValue) -> tuple[Any, ...]:
    # A field may hold numbers beside words: "5" counted and "not known" written.
    return (0, value, "") if isinstance(value, int) else (1, 0, value.casefold())
