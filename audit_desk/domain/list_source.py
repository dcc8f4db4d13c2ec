"""Where a part of a question may take its date from: the case list, or a list of events.

An audit tool writes it as ``case.FIELD``, ``missing.FIELD``, ``strategy.FIELD`` or
``supervision.FIELD``: the field of the child's latest event of that kind. With ``previous`` in
between, as in ``supervision.previous.held``, it is the event before the latest.
"""

from dataclasses import dataclass

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import Catalogue, FieldKind
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.event_fields import CATALOGUES

_CASE = "case"
_PREVIOUS = "previous"
_DAYS = frozenset({FieldKind.DATE, FieldKind.MOMENT})
_KINDS = {_CASE: ListKind.CASES, **{kind.value: kind for kind in CATALOGUES}}


@dataclass(frozen=True, slots=True)
class ListSource:
    """One place where a date may come from.

    Attributes:
        kind: The kind of list; ``CASES`` for the facts of the case.
        field: The field's key.
        previous: Whether it is the event before the latest.
    """

    kind: ListKind
    field: str
    previous: bool = False


def read_source(text: str) -> ListSource:
    """Read what an audit tool says of one place.

    Raises:
        ValueError: There is no such list, or it has no such date; the message says what there is.
    """
    name, *rest = text.split(".")
    kind = _KINDS.get(name)
    if kind is None:
        raise ValueError(f"{text!r} names no list; it begins with one of {', '.join(_KINDS)}")
    previous = kind is not ListKind.CASES and rest[:1] == [_PREVIOUS]
    key = ".".join(rest[1:] if previous else rest)
    fields = CASES if kind is ListKind.CASES else CATALOGUES[kind]
    if key not in _dates(fields):
        raise ValueError(f"{text!r}: {name} has no date {key!r}; {_choice(_dates(fields))}")
    return ListSource(kind, key, previous)


def _dates(fields: Catalogue) -> tuple[str, ...]:
    return tuple(field.key for field in fields.fields if field.kind in _DAYS)


def _choice(keys: tuple[str, ...]) -> str:
    return f"it may be any of {', '.join(keys)}"
