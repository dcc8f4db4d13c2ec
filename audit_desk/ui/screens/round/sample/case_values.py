"""Which values the cases have, field by field: what a sample can be divided or narrowed by."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.case import Case
from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS

_MOST_VALUES = 200


@dataclass(frozen=True, slots=True)
class FieldValues:
    """A field and the values that occur, commonest first, each with its number of cases."""

    field: CaseField
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CaseValues:
    """What the cases have.

    Attributes:
        total: How many cases there are.
        references: Their references.
        fields: The fields that group cases, in catalogue order, with at least one value.
    """

    total: int
    references: tuple[str, ...]
    fields: tuple[FieldValues, ...]

    def dividing(self) -> tuple[FieldValues, ...]:
        """Return the fields by which a sample can be divided: those that tell cases apart."""
        return tuple(
            each
            for each in self.fields
            if len(each.values) > 1 or sum(count for _, count in each.values) < self.total
        )


def case_values(cases: Sequence[Case]) -> CaseValues:
    """Count the values of every field that groups cases.

    A field with hundreds of values groups nothing and is left out.
    """
    fields = []
    for field in CASE_FIELDS:
        if not field.groups:
            continue
        counted = Counter(str(case.facts[field.key]) for case in cases if field.key in case.facts)
        if 0 < len(counted) <= _MOST_VALUES:
            values = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
            fields.append(FieldValues(field, tuple(values)))
    return CaseValues(len(cases), tuple(case.reference for case in cases), tuple(fields))
