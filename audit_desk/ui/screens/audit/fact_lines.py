"""A case's facts in words."""

from audit_desk.domain.case import Facts, FactValue
from audit_desk.domain.case_field import FieldKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.moments import format_moment, parse_moment


def fact_lines(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the case's facts as name and value, in the order in which a case is shown."""
    known = {field.key: field for field in CASE_FIELDS}
    lines = [
        (field.label, _in_words(facts[key], field.kind))
        for key, field in known.items()
        if key in facts
    ]
    others = [
        (key.replace("_", " ").capitalize(), str(value))
        for key, value in facts.items()
        if key not in known
    ]
    return (*lines, *others)


def _in_words(value: FactValue, kind: FieldKind) -> str:
    if kind is FieldKind.DATE:
        try:
            return format_moment(parse_moment(str(value)))
        except ValueError:
            return str(value)
    return str(value)
