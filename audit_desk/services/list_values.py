"""The different values of a list's columns that have few, and what each is read as.

A council has codes and team numbers of its own. A person who sees them all beside what they are
read as translates them once, and the register remembers it.
"""

from collections import Counter
from collections.abc import Mapping

from audit_desk.domain.case_field import CaseField, FieldKind
from audit_desk.domain.case_values import Reader
from audit_desk.domain.cells import ValueFault
from audit_desk.services.case_preview import FieldValues, ListValue
from audit_desk.services.translations import translation_key
from audit_desk.services.value_counter import MOST


def field_values(
    field: CaseField, counts: Counter[str], read: Reader, translated: Mapping[str, str]
) -> FieldValues:
    """Return a column's values and what they are read as; what may identify a child is not shown.

    Args:
        field: The column's field.
        counts: How often each value stands in the column.
        read: Reads a cell, translations included.
        translated: What was said of values, by ``translation_key``.
    """
    own = {choice.value for choice in field.choices}
    if field.kind is FieldKind.YES_NO:
        own = {"Yes", "No"}
    values = []
    for text, count in counts.most_common(MOST):
        fact = read(text)
        if isinstance(fact, ValueFault) and not fact.show_value:
            continue
        read_as = "" if fact is None or isinstance(fact, ValueFault) else str(fact)
        known = translation_key(text) in translated or _is_known(field, fact, own)
        values.append(ListValue(text, count, read_as, known))
    possible = own or {value.read_as for value in values if value.known and value.read_as}
    return FieldValues(field.key, field.label, tuple(values), tuple(sorted(possible)))


def _is_known(field: CaseField, fact: object, own: set[str]) -> bool:
    """Return whether a value speaks for itself: one of the field's own, or a name in letters."""
    if isinstance(fact, ValueFault):
        return False
    if field.kind is FieldKind.YES_NO or fact is None:
        return True
    if own:
        return fact in own
    return any(character.isalpha() for character in str(fact))
