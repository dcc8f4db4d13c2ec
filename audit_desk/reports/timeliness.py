"""Timeliness: each standard with its five outcomes, and the files in which it ran out."""

from collections.abc import Sequence

from audit_desk.domain.clocks import Outcome
from audit_desk.domain.findings import Findings
from audit_desk.domain.findings_clocks import ClockFindings, EventFindings
from audit_desk.reports.blocks import (
    Block,
    Column,
    Passage,
    Passages,
    Role,
    Section,
    Table,
    Text,
)
from audit_desk.reports.words import counted, plural

_ORDER = (
    Outcome.IN_TIME,
    Outcome.LATE,
    Outcome.CANNOT_CONFIRM,
    Outcome.NO_RECORD,
    Outcome.NOT_APPLICABLE,
)
_FIVE = (
    "Auditors read two moments from each file; the application counts between them. There are "
    "five outcomes, and a date that is missing or has no time where hours count is never taken "
    "as in time."
)
_KEY = (
    "The last column leaves out files in which the record does not show whether the standard "
    "was met, and files to which it does not apply."
)

_LISTS = (
    "Where auditors listed every event, a file stands in the table with the worst of them. Event "
    "by event, each counts by itself. The events of one child hang together, so they are counts "
    "only."
)


def timeliness_section(number: str, findings: Findings) -> Section:
    """Say how often each standard was met, by how much it was missed, and what it is."""
    title = "Timeliness"
    clocks = [clock for clock in findings.clocks if clock.is_used]
    if not clocks:
        reason = (
            "The audit tool times nothing."
            if not findings.clocks
            else "No audit of a sampled file was submitted, so nothing was timed."
        )
        return Section("timeliness", number, title, (Text(reason),))
    blocks: list[Block] = [
        Text(_FIVE),
        Text(_KEY, Role.NOTE),
        Table(
            (
                Column("What is timed", 26),
                *(Column(outcome.label, 12, is_number=True) for outcome in _ORDER),
                Column("In time, of those known", 19, is_number=True),
            ),
            tuple(_row(clock) for clock in clocks),
        ),
        *_event_by_event(clocks),
        Passages("The standards", tuple(_standard(clock) for clock in clocks)),
    ]
    late = tuple(_late(clock) for clock in clocks if clock.late)
    blocks.append(
        Passages("Late, longest first", late)
        if late
        else Text("No file was found late against any standard.")
    )
    return Section("timeliness", number, title, tuple(blocks))


def _row(clock: ClockFindings) -> tuple[str, ...]:
    counts = clock.counts
    fits = sum(counts.values()) - counts[Outcome.NOT_APPLICABLE]
    unknown = "none is known" if fits else "applies to no file"
    known = counted(clock.in_time) if clock.in_time.of else unknown
    return (clock.title, *(str(counts[outcome]) for outcome in _ORDER), known)


def _event_by_event(clocks: Sequence[ClockFindings]) -> tuple[Block, ...]:
    lists = [(clock.title, clock.events) for clock in clocks if clock.events is not None]
    if not lists:
        return ()
    passages = tuple(Passage(title, _events(found)) for title, found in lists)
    return (Text(_LISTS, Role.NOTE), Passages("Event by event", passages))


def _events(found: EventFindings) -> str:
    unsure = found.counts[Outcome.CANNOT_CONFIRM]
    unrecorded = found.counts[Outcome.NO_RECORD]
    known = (
        f"{found.in_time.text} in time"
        if found.in_time.of
        else "No event has the dates that it takes"
    )
    others = [
        *([f"{unsure} cannot be confirmed"] if unsure else []),
        *([f"{unrecorded} with no record"] if unrecorded else []),
    ]
    longest = f"; {found.longest} ({found.longest_in})" if found.longest else ""
    return f"{', '.join((known, *others))}{longest}."


def _standard(clock: ClockFindings) -> Passage:
    local = " A local figure, not a national rule." if clock.local else ""
    return Passage(clock.title, f"{clock.standard}{local}")


def _late(clock: ClockFindings) -> Passage:
    files = "; ".join(f"{case.reference} {case.result}" for case in clock.late)
    return Passage(f"{clock.title} ({plural(len(clock.late), 'file')})", f"{files}.")
