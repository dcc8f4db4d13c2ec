"""The tables of clocks: what each says of each audit, and of each event of a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import Clock
from audit_desk.domain.clock_reading import ClockReading, EventReading, Outcome
from audit_desk.domain.round_record import RoundRecord
from audit_desk.reports.tables.model import YES_NO, Cell, Column, DataTable, Kind, table, yes_no
from audit_desk.reports.tables.shared import audit_columns

_OUTCOMES = ", ".join(outcome.label for outcome in Outcome)
_SECONDS_AN_HOUR = 3600
_HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class _Read:
    """What a clock says of an audit, or of one event of its list."""

    full: FullAudit
    clock: Clock
    theme: str
    reading: ClockReading
    event: EventReading | None = None


def clocks_table(record: RoundRecord) -> DataTable:
    """Return one row a clock and audit."""
    columns: tuple[Column[_Read], ...] = (
        *audit_columns(_audit_of),
        *_clock_columns(),
        *_reading_columns(),
        Column(
            "events_in_time",
            "Events in time",
            "Of a list: events in time. Empty for other clocks.",
            lambda read: read.reading.events.in_time.n if read.reading.events else None,
            Kind.NUMBER,
            unit="events",
            width=10,
        ),
        Column(
            "events_decided",
            "Events decided",
            "Of a list: events in time or late, the N to which events in time belong.",
            lambda read: read.reading.events.in_time.of if read.reading.events else None,
            Kind.NUMBER,
            unit="events",
            width=10,
        ),
        Column(
            "working",
            "Working",
            "How it was counted: the rule, the two moments, and when it was due.",
            lambda read: read.reading.working,
            width=60,
        ),
        Column(
            "standard",
            "Standard",
            "The standard that the tool names.",
            lambda read: read.clock.standard,
            width=60,
        ),
    )
    about = "One row a clock and audit. A clock of a list says the worst of its events."
    return table("clocks", "Clocks", about, columns, _readings(record))


def events_table(record: RoundRecord) -> DataTable:
    """Return one row an event that a clock reads in a list."""
    columns: tuple[Column[_Read], ...] = (
        *audit_columns(_audit_of),
        *_clock_columns(),
        Column(
            "event",
            "Event",
            "The event's number in the list, from 1, as in the table of facts.",
            lambda read: read.event.row + 1 if read.event else None,
            Kind.NUMBER,
            width=8,
        ),
        *_reading_columns(),
        Column(
            "gap_days",
            "Gap",
            "How long the gap to the date before is, where gaps are timed.",
            _gap,
            Kind.NUMBER,
            unit="days",
            width=10,
        ),
        Column(
            "open",
            "Open",
            "Whether it is the time from the last date on, which nothing has ended yet.",
            lambda read: yes_no(read.event is not None and read.event.is_open),
            values=YES_NO,
            width=8,
        ),
    )
    about = "One row an event of a list that a clock reads, or the gap that ends at it."
    return table("clock_events", "Clock events", about, columns, _events(record))


def _audit_of(read: _Read) -> FullAudit:
    return read.full


def _clock_columns() -> tuple[Column[_Read], ...]:
    return (
        Column("clock_id", "Clock ID", "The clock's stable id.", lambda read: read.clock.id),
        Column("clock", "Clock", "What is timed.", lambda read: read.clock.title, width=34),
        Column("theme", "Theme", "Its theme.", lambda read: read.theme, width=26),
    )


def _reading_columns() -> tuple[Column[_Read], ...]:
    return (
        Column(
            "outcome",
            "Outcome",
            "One of five outcomes. Only in time and late count in the share that was in time.",
            lambda read: read.reading.outcome.label,
            values=_OUTCOMES,
            width=18,
        ),
        Column(
            "outcome_stored",
            "Outcome stored",
            "The outcome as the register names it.",
            lambda read: read.reading.outcome.value,
            values=", ".join(outcome.value for outcome in Outcome),
        ),
        Column(
            "result", "Result", "The outcome in words.", lambda read: read.reading.result, width=40
        ),
        Column(
            "due",
            "Due",
            "The last moment or day in words; empty where the file does not tell.",
            lambda read: read.reading.due,
            width=24,
        ),
        Column(
            "late_hours",
            "Late by",
            "How late at the least; 0 unless late. Whole days of 24 hours where days are counted.",
            _late,
            Kind.NUMBER,
            unit="hours",
            width=10,
        ),
    )


def _late(read: _Read) -> Cell:
    return round(read.reading.late_seconds / _SECONDS_AN_HOUR, 2)


def _gap(read: _Read) -> Cell:
    if read.event is None or read.event.gap is None:
        return None
    return round(read.event.gap.total_seconds() / _SECONDS_AN_HOUR / _HOURS_A_DAY, 2)


def _readings(record: RoundRecord) -> Iterator[_Read]:
    clocks = {clock.id: clock for clock in record.tool.clocks}
    titles = {theme.id: theme.title for theme in record.tool.themes}
    for full in record.audits:
        for reading in record.clocks.get(full.audit.id, ()):
            clock = clocks[reading.clock_id]
            yield _Read(full, clock, titles[clock.theme], reading)


def _events(record: RoundRecord) -> Iterator[_Read]:
    for read in _readings(record):
        for event in read.reading.events.events if read.reading.events else ():
            yield _Read(read.full, read.clock, read.theme, event.reading, event)
