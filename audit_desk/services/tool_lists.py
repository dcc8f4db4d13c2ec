"""Whether the lists of events in an audit tool make sense: their columns and their clocks."""

from collections.abc import Iterator

from audit_desk.domain.audit_tool import Clock, Part, PartKind
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.event_rows import DATED
from audit_desk.domain.list_source import read_source

_NO_COLUMN = (PartKind.EVENTS, PartKind.CHOICES)


def column_faults(part: Part) -> Iterator[str]:
    """Yield what is wrong with a list's columns as a whole; each is checked as a part besides."""
    if part.kind is not PartKind.EVENTS:
        if part.columns:
            yield f"columns are for lists of events, and this part is of kind {part.kind}"
        return
    if not any(column.kind in DATED for column in part.columns):
        yield "a list of events needs a column that is a moment or a date"
    for column in part.columns:
        if column.kind in _NO_COLUMN:
            yield f"column {column.id}: a column cannot be of kind {column.kind}"
    yield from _source_faults(part)


def list_clock_faults(clock: Clock) -> Iterator[str]:
    """Yield what is wrong between the ends of a clock, as far as lists go."""
    in_lists = [end.rpartition(".")[0] for end in (clock.start, clock.stop)]
    in_lists = [place if "." in place else "" for place in in_lists]
    if clock.times_gaps and not clock.list_place:
        yield f"start and stop are both {clock.start}"
    if len(set(in_lists)) > 1:
        yield "start and stop are columns of one list, or both stand in none"
    if clock.until and not (clock.times_gaps and clock.list_place):
        yield "until is for clocks that time the gaps of a list: their start is their stop"


def _source_faults(part: Part) -> Iterator[str]:
    kinds = set()
    for column in part.columns:
        for text in column.from_list:
            try:
                source = read_source(text)
            except ValueError:
                continue  # told beside the column
            if source.kind is ListKind.CASES or source.previous:
                yield f"column {column.id}: from_list: {text!r} is not a field of each event"
            kinds.add(source.kind)
    if len(kinds) > 1:
        yield f"from_list: the columns name more than one list: {', '.join(sorted(kinds))}"
