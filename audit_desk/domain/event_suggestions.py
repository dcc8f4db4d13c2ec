"""What lists say of the dates that a question asks for, "to be checked on file".

A list is what somebody once typed into a system: it saves the auditor's searching, and it is
not evidence. So a suggestion is shown, and is an answer only where the auditor takes it.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from audit_desk.domain.audit_tool import AuditTool, Part, PartKind
from audit_desk.domain.case import Facts
from audit_desk.domain.case_event import CaseEvent, ListKind
from audit_desk.domain.event_rows import write_rows
from audit_desk.domain.list_source import ListSource, read_source
from audit_desk.domain.moments import MONTHS, parse_moment

_DAY = 10
"""The characters of a stored moment that are its day."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a list says of one part of a question.

    Attributes:
        value: The date in the stored form that fits the part; the rows of a list of events.
        source: Which list says it, in words, to be read after "from".
    """

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class FromLists:
    """Everything that lists say for one audit.

    Attributes:
        events: The child's events, the latest first.
        suggestions: What is suggested, by question and part.
    """

    events: tuple[CaseEvent, ...] = ()
    suggestions: Mapping[tuple[str, str], Suggestion] = field(default_factory=dict)


def from_lists(
    tool: AuditTool, facts: Facts, events: Sequence[CaseEvent], today: date
) -> FromLists:
    """Return what lists say for an audit.

    Args:
        tool: The tool that the audit is pinned to.
        facts: The case's facts as they were when it was drawn.
        events: The child's events.
        today: The local date.
    """
    found = {
        (question.id, part.id): suggestion
        for question in tool.questions()
        for part in question.parts
        if (suggestion := suggest(part, facts, events, today)) is not None
    }
    newest = sorted(events, key=lambda event: event.happened, reverse=True)
    return FromLists(tuple(newest), found)


def suggest(
    part: Part, facts: Facts, events: Sequence[CaseEvent], today: date
) -> Suggestion | None:
    """Return what the lists say of a part, or ``None``.

    Where the child stands on a list of events, that list alone speaks for the part: the case
    list's last interview may belong to another episode than the one that the events end with.

    Args:
        part: The part, with its ``from_list``.
        facts: The case's facts.
        events: The child's events of every kind.
        today: The local date; what lies ahead of it is never suggested.
    """
    if part.kind is PartKind.EVENTS:
        return _suggest_rows(part, events, today)
    for source in _sources(part):
        if source.kind is ListKind.CASES:
            value, words = facts.get(source.field), "the case list"
        else:
            of_kind = [event for event in events if event.kind is source.kind]
            if not of_kind:
                continue
            event = _chosen(of_kind, source)
            if event is None:
                return None
            value, words = event.facts.get(source.field), _list_words(event)
        fitting = _fitting(value, part.kind, today)
        if fitting:
            return Suggestion(fitting, words)
        if source.kind is not ListKind.CASES:
            return None
    return None


def _suggest_rows(part: Part, events: Sequence[CaseEvent], today: date) -> Suggestion | None:
    """Return a row for each of the child's events on the list that the columns name."""
    fields = {column: source for column in part.columns for source in _sources(column)}
    kinds = {source.kind for source in fields.values()}
    listed = [event for event in events if event.kind in kinds]
    rows = [
        {
            column.id: _fitting(event.facts.get(source.field), column.kind, today)
            for column, source in fields.items()
        }
        for event in listed
    ]
    written = write_rows(part, rows)
    newest = max(listed, key=lambda event: event.imported_at, default=None)
    return Suggestion(written, _list_words(newest)) if written and newest is not None else None


def _sources(part: Part) -> Iterator[ListSource]:
    """Yield the places that this version knows; an older register's tool may name others."""
    for text in part.from_list:
        with contextlib.suppress(ValueError):
            yield read_source(text)


def _chosen(events: Sequence[CaseEvent], source: ListSource) -> CaseEvent | None:
    """Return the latest event, or the one before; of missing episodes, those that have ended."""
    ended = [event for event in events if event.facts.get("returned")]
    if source.kind is ListKind.MISSING and ended:
        events = ended
    newest = sorted(events, key=lambda event: event.happened, reverse=True)
    wanted = newest[1:] if source.previous else newest
    return wanted[0] if wanted else None


def _fitting(value: object, kind: PartKind, today: date) -> str:
    """Return a date as the part stores it; empty where it is none, or lies ahead."""
    try:
        moment = parse_moment(str(value))
    except ValueError:
        return ""
    if moment.day > today:
        return ""
    return moment.stored[:_DAY] if kind is PartKind.DATE else moment.stored


def _list_words(event: CaseEvent) -> str:
    words = f"the {event.kind.label.lower()} list"
    if not event.imported_at:
        return words
    day = datetime.fromisoformat(event.imported_at).astimezone().date()
    return f"{words}, brought in {day.day} {MONTHS[day.month - 1][:3]} {day.year}"
