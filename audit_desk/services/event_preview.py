"""What a list of events would change, in the shapes of an import's preview."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.case_field import Catalogue, FieldKind
from audit_desk.domain.case_values import reader
from audit_desk.domain.cells import ValueFault, is_absent, number_text
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole, recognise
from audit_desk.domain.event_fields import catalogue
from audit_desk.domain.moments import format_moment, parse_moment
from audit_desk.services.case_preview import CaseChange, FieldValues, ListColumn, ListValue
from audit_desk.services.case_table import Table
from audit_desk.services.event_preparation import PreparedEvent

Translations = Mapping[str, Mapping[str, str]]
"""By field key: the list's own value, as shown, and what it is read as."""

KEPT = frozenset({ColumnRole.FIELD, ColumnRole.SYSTEM_ID, ColumnRole.REFERENCE})
DROPPED = frozenset({ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE})
UNKNOWN = frozenset({ColumnRole.UNKNOWN})
_MOST_VALUES = 500


@dataclass(frozen=True, slots=True)
class Compared:
    """A list's events beside those that the register has.

    Attributes:
        new: Events that it does not have.
        changed: Events that it has, as they were and as they would be.
        unchanged: How many it has just so.
    """

    new: tuple[PreparedEvent, ...]
    changed: tuple[tuple[CaseEvent, CaseEvent], ...]
    unchanged: int


def changes(
    kind: ListKind, compared: Compared, events: Iterable[PreparedEvent]
) -> Iterator[CaseChange]:
    """Yield each fact of a known event that the list says anew."""
    references = {event.case_id: event.reference for event in events}
    for before, after in compared.changed:
        day = format_moment(parse_moment(before.happened[:10]))
        for field in catalogue(kind).fields:
            was, is_now = before.facts.get(field.key, ""), after.facts.get(field.key, "")
            if was != is_now:
                label = f"{field.label} (event of {day})"
                yield CaseChange(references[before.case_id], label, was, is_now)


def coded_values(
    table: Table,
    columns: Sequence[ColumnMatch],
    fields: Catalogue,
    today: date,
    translations: Translations,
) -> tuple[FieldValues, ...]:
    """Return what the codes of a list are read as, for a person to translate."""
    coded = {
        column.index: field
        for column in columns
        if column.role is ColumnRole.FIELD
        and (field := fields.field(column.field_key)).kind is FieldKind.CODE
    }
    counts: dict[int, Counter[str]] = {index: Counter() for index in coded}
    for _, rows in table.blocks():
        for index, counter in counts.items():
            counter.update(number_text(row[index]) for row in rows if index < len(row))
    found = []
    for index, field in coded.items():
        read, own = reader(field, today), {choice.value for choice in field.choices}
        translated = translations.get(field.key, {})
        values = []
        for text, count in counts[index].most_common(_MOST_VALUES):
            if is_absent(text):
                continue
            read_as = read(translated.get(text, text))
            shown = "" if read_as is None or isinstance(read_as, ValueFault) else str(read_as)
            values.append(ListValue(text, count, shown, shown in own or text in translated))
        possible = tuple(choice.value for choice in field.choices)
        found.append(FieldValues(field.key, field.label, tuple(values), possible))
    return tuple(found)


def listed(
    columns: Sequence[ColumnMatch], roles: frozenset[ColumnRole], fields: Catalogue
) -> tuple[ListColumn, ...]:
    """Return the columns of some roles, described."""
    return tuple(_describe(column, fields) for column in columns if column.role in roles)


def _describe(column: ColumnMatch, fields: Catalogue) -> ListColumn:
    target, note = "", column.reason
    if column.role is ColumnRole.FIELD:
        target, note = column.field_key, fields.field(column.field_key).label
    elif column.role is ColumnRole.SYSTEM_ID:
        target, note = column.role.value, "The child's ID, to find the child by; not kept"
    elif column.role is ColumnRole.REFERENCE:
        target, note = column.role.value, "The audit reference, to find the child by"
    elif column.role is ColumnRole.BIRTH_DATE:
        note = "A date of birth, which Audit Desk never keeps."
    elif not note and recognise([column.header])[0].role is ColumnRole.FIELD:
        note = "A fact of the case: it comes with the case list, not with this one."
    return ListColumn(column.index, column.header, target, note)
