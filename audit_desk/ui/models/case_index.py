"""All cases of a register with what finding, filtering and sorting them needs.

Built once for a list, away from the main thread; 100,000 cases answer to a keystroke within one
frame or two because each has its text ready, and because the order is computed when it is asked
for and not when the text changes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from audit_desk.domain.case import Case, FactValue
from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.ui.models.case_words import fact_text

REFERENCE = "reference"
"""Stands for a field's key where the case's reference is meant."""

Chosen = Mapping[str, frozenset[FactValue | None]]
"""Chosen values by field key; ``None`` is "not recorded". A field without any is not filtered."""

_BLOCK = 2_000


class CaseIndex:
    """Cases, their texts and their fields.

    Args:
        cases: The cases in their first order.
        report: Told about cases done of all; may raise to stop.
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
        self._texts = self._write_texts(report)
        self.groups = {each.key: self.values(each.key) for each in self.fields if each.groups}
        """The values of the fields that have few, with how many cases have each."""

    def _write_texts(self, report: Callable[[int, int], object] | None) -> list[str]:
        ready: dict[tuple[str, FactValue], str] = {}
        texts: list[str] = []
        for number, case in enumerate(self.cases):
            if report is not None and number % _BLOCK == 0:
                report(number, len(self.cases))
            parts = [case.reference.casefold()]
            parts += [ready.get(item) or self._ready(item, ready) for item in case.facts.items()]
            texts.append("\n".join(parts))
        return texts

    def _ready(self, item: tuple[str, FactValue], ready: dict[tuple[str, FactValue], str]) -> str:
        # A register of a later version may hold facts that this catalogue does not know.
        known = self._by_key.get(item[0])
        ready[item] = fact_text(known, item[1]).casefold() if known else ""
        return ready[item]

    def find(self, numbers: Sequence[int], words: Iterable[str]) -> list[int]:
        """Return those of the cases, by number, in which each word occurs, in any fact.

        Args:
            numbers: The cases to look among.
            words: The words, casefolded.
        """
        found = list(numbers)
        texts = self._texts
        for word in words:
            found = [number for number in found if word in texts[number]]
        return found

    def having(self, chosen: Chosen, numbers: Sequence[int]) -> list[int]:
        """Return those of the cases, by number, that have one chosen value in each field."""
        found = list(numbers)
        cases = self.cases
        for key, values in chosen.items():
            if values:
                found = [number for number in found if cases[number].facts.get(key) in values]
        return found

    def order(self, key: str, *, descending: bool) -> list[int]:
        """Return all cases, by number, sorted by a field; unknown facts stand last either way."""
        if key == REFERENCE:
            return sorted(
                range(len(self.cases)),
                key=lambda number: self.cases[number].reference,
                reverse=descending,
            )
        known: list[tuple[Any, int]] = []
        unknown: list[int] = []
        for number, case in enumerate(self.cases):
            value = case.facts.get(key)
            if value is None:
                unknown.append(number)
            else:
                known.append((_rank(value), number))
        known.sort(key=lambda pair: pair[0], reverse=descending)
        return [number for _, number in known] + unknown

    def values(self, key: str) -> list[tuple[FactValue | None, int]]:
        """Return a field's values with how many cases have each; "not recorded" stands last."""
        counted = Counter(case.facts.get(key) for case in self.cases)
        missing = counted.pop(None, 0)
        ordered = sorted(counted.items(), key=lambda pair: _rank(pair[0] or 0))
        return [*ordered, *([(None, missing)] if missing else [])]

    def number_of(self, case_id: str) -> int | None:
        """Return a case's number, or ``None`` where it is not among them."""
        return self._numbers.get(case_id)

    def field(self, key: str) -> CaseField | None:
        """Return a field of which there are facts, or ``None``."""
        return self._by_key.get(key)


def _rank(value: FactValue) -> tuple[int, int, str]:
    # A field may hold numbers beside words: "5" counted and "not known" written.
    return (0, value, "") if isinstance(value, int) else (1, 0, value.casefold())
