"""Which values the open cases have, field by field: what a sample can be narrowed or divided by."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.case import Case
from audit_desk.domain.case_field import CaseField
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.conditions import NOT_RECORDED, has_ranges

_MOST_VALUES = 500
_MOST_STRATA = 200


@dataclass(frozen=True, slots=True)
class FieldValues:
    """A field and what the open cases have in it.

    Attributes:
        field: The field.
        values: The values that occur, commonest first, each with its number of cases; for
            dates, ages and counts the lowest and the highest alone.
        distinct: How many values occur.
        missing: How many cases have no value.
    """

    field: CaseField
    values: tuple[tuple[str, int], ...]
    distinct: int
    missing: int

    @property
    def with_missing(self) -> tuple[tuple[str | None, int], ...]:
        """The values and, as ``None``, "not recorded" where some cases have none."""
        return (*self.values, *(((None, self.missing),) if self.missing else ()))

    @property
    def has_range(self) -> bool:
        """Whether a condition on it is from one value to another."""
        return has_ranges(self.field)

    @property
    def divides(self) -> bool:
        """Whether it tells cases apart and has few enough values for strata."""
        if not self.field.groups or self.field.names_staff or self.distinct > _MOST_STRATA:
            return False
        return self.distinct > 1 or self.missing > 0


@dataclass(frozen=True, slots=True)
class CaseValues:
    """What the open cases have.

    Attributes:
        total: How many there are.
        closed: How many cases are closed, and so never drawn.
        references: Their references.
        fields: The fields with at least one value, in catalogue order.
        staff: The names of workers, managers and chairs.
    """

    total: int
    closed: int
    references: tuple[str, ...]
    fields: tuple[FieldValues, ...]
    staff: tuple[str, ...] = ()

    def dividing(self) -> tuple[FieldValues, ...]:
        """Return the fields by which a sample can be divided."""
        return tuple(each for each in self.fields if each.divides)

    def narrowing(self) -> tuple[FieldValues, ...]:
        """Return the fields that a condition can name: all but those with a value a case."""
        return tuple(each for each in self.fields if len(each.values) <= _MOST_VALUES)


def case_values(cases: Sequence[Case]) -> CaseValues:
    """Count the values of every field that open cases have."""
    cases_open = [case for case in cases if not case.closed_on]
    fields = [
        found for field in CASE_FIELDS if (found := _field_values(field, cases_open)) is not None
    ]
    return CaseValues(
        total=len(cases_open),
        closed=len(cases) - len(cases_open),
        references=tuple(case.reference for case in cases_open),
        fields=tuple(fields),
        staff=_staff(fields),
    )


def _field_values(field: CaseField, cases: Sequence[Case]) -> FieldValues | None:
    facts = [case.facts[field.key] for case in cases if field.key in case.facts]
    if not facts:
        return None
    missing = len(cases) - len(facts)
    counted = Counter(facts)
    if has_ranges(field):
        numbers = all(isinstance(value, int) for value in counted)
        ends = sorted(counted) if numbers else sorted(counted, key=str)
        lowest_highest = [ends[0], ends[-1]] if len(ends) > 1 else ends
        found = [(str(value), counted[value]) for value in lowest_highest]
    else:
        texts = [(str(value), number) for value, number in counted.items()]
        found = sorted(texts, key=lambda pair: (-pair[1], pair[0].casefold()))
    return FieldValues(field, tuple(found), len(counted), missing)


def _staff(fields: Sequence[FieldValues]) -> tuple[str, ...]:
    names = {value for each in fields if each.field.names_staff for value, _ in each.values}
    return tuple(sorted(names - {NOT_RECORDED}, key=str.casefold))
