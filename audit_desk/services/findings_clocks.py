"""Timeliness across a round: each standard's five outcomes, never two."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_desk.domain.audit_tool import AuditTool, Clock, ClockUnit
from audit_desk.domain.clock_words import rule
from audit_desk.domain.clocks import ClockReading, Outcome
from audit_desk.domain.findings_clocks import ClockFindings, EventFindings, LateCase
from audit_desk.domain.inference import share

_HOLIDAYS = "Working days are Monday to Friday without England's bank holidays."


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock's reading with the reference of the file it was read from."""

    reference: str
    reading: ClockReading


def clock_findings(
    tool: AuditTool, readings: Sequence[Reading], population: int | None
) -> tuple[ClockFindings, ...]:
    """Return what the round found on each clock of the tool, in the tool's order."""
    return tuple(
        _one(
            tool,
            clock,
            [each for each in readings if each.reading.clock_id == clock.id],
            population,
        )
        for clock in tool.clocks
    )


def _one(
    tool: AuditTool, clock: Clock, readings: Sequence[Reading], population: int | None
) -> ClockFindings:
    outcomes = [each.reading.outcome for each in readings]
    counts = {outcome: outcomes.count(outcome) for outcome in Outcome}
    decided = counts[Outcome.IN_TIME] + counts[Outcome.LATE]
    late = [each for each in readings if each.reading.outcome is Outcome.LATE]
    late.sort(key=lambda each: (-each.reading.late_seconds, each.reference))
    return ClockFindings(
        clock_id=clock.id,
        title=clock.title,
        theme_title=tool.theme(clock.theme).title,
        standard=_standard(clock),
        local=clock.local,
        counts=counts,
        in_time=share(counts[Outcome.IN_TIME], decided, population if decided else None),
        late=tuple(LateCase(each.reference, each.reading.result) for each in late),
        events=_events(readings) if clock.list_place else None,
    )


def _events(readings: Sequence[Reading]) -> EventFindings:
    """Count the events of all lists together; the longest comes with its file."""
    lists = [
        (each.reference, each.reading.events)
        for each in readings
        if each.reading.events is not None
    ]
    counts = {outcome: sum(found.count(outcome) for _, found in lists) for outcome in Outcome}
    met = counts[Outcome.IN_TIME]
    timed = [(found.longest, reference, found) for reference, found in lists if found.longest]
    longest = max(timed, key=lambda each: each[0], default=None)
    return EventFindings(
        counts,
        share(met, met + counts[Outcome.LATE], None),
        longest[2].longest_words if longest else "",
        longest[1] if longest else "",
    )


def _standard(clock: Clock) -> str:
    """Return the standard in words with how it is counted."""
    words = clock.standard.strip()
    stop = "" if words.endswith((".", "!", "?")) else "."
    holidays = f" {_HOLIDAYS}" if clock.unit is ClockUnit.WORKING_DAYS else ""
    return f"{words}{stop} Counted as {rule(clock)}.{holidays}"
