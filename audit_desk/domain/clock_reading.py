"""What a clock says: five outcomes, never two, for one event or for each of a list.

``domain.clock_count`` reads one event, ``domain.event_clocks`` a list of them.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.clock_words import length
from audit_desk.domain.inference import Share


class Outcome(StrEnum):
    """What a clock can say; five answers, never two."""

    IN_TIME = "in_time"
    LATE = "late"
    CANNOT_CONFIRM = "cannot_confirm"
    NO_RECORD = "no_record"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The outcome in words."""
        return _LABELS[self]


_LABELS: Mapping[Outcome, str] = {
    Outcome.IN_TIME: "In time",
    Outcome.LATE: "Late",
    Outcome.CANNOT_CONFIRM: "Cannot confirm",
    Outcome.NO_RECORD: "No record",
    Outcome.NOT_APPLICABLE: "Not applicable or declined",
}


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What one clock says about one audit.

    Attributes:
        clock_id: The clock.
        outcome: One of the five.
        result: The outcome in words: "in time", "late by 15 h 20 min".
        working: The rule spelled out with the two moments, for the screen and the report.
        due: The last moment or day in words; empty where the file does not allow to tell.
        late_seconds: How late, for sorting. Whole calendar days where the clock counts in
            days or longer; the least it can be where a time is missing. 0 unless late.
            Of a list, that of its latest event.
        events: What it says of each event, where the clock reads a list. The outcome is then
            the worst of them, and the result says how many were in time.
    """

    clock_id: str
    outcome: Outcome
    result: str
    working: str
    due: str = ""
    late_seconds: int = 0
    events: "EventsReading | None" = None


@dataclass(frozen=True, slots=True)
class EventReading:
    """What a clock says of one row of a list, or of the gap that ends at it.

    Attributes:
        row: The number of the row that it stands beside, from 0, in the list's own order.
        reading: The outcome with its words.
        is_open: Whether it is the time from the last date on: a gap that nothing has ended yet.
        gap: How long the gap is; ``None`` where a wait is read, or the dates do not tell.
    """

    row: int
    reading: ClockReading
    is_open: bool = False
    gap: dt.timedelta | None = None

    @property
    def words(self) -> str:
        """The result with the gap that it is of: ``41 days since the one before: late by …``."""
        if self.gap is None:
            return self.reading.result
        since = "since then" if self.is_open else "since the one before"
        return f"{length(self.gap)} {since}: {self.reading.result}"


@dataclass(frozen=True, slots=True)
class EventsReading:
    """What a clock says of a list, event by event.

    Attributes:
        events: The readings, in the list's order.
        longest: The longest gap, or the longest wait from trigger to event; ``None`` where no
            two dates make one.
        is_gap: Whether gaps were read rather than waits.
    """

    events: tuple[EventReading, ...]
    longest: dt.timedelta | None = None
    is_gap: bool = False

    def count(self, outcome: Outcome) -> int:
        """Return how many events have an outcome."""
        return sum(each.reading.outcome is outcome for each in self.events)

    @property
    def in_time(self) -> Share:
        """In time, of in time and late: an unconfirmed or missing date proves neither."""
        met = self.count(Outcome.IN_TIME)
        return Share(met, met + self.count(Outcome.LATE))

    @property
    def worst(self) -> Outcome:
        """The worst outcome of all; not applicable where no event counts."""
        found = {each.reading.outcome for each in self.events}
        return next((outcome for outcome in _WORST if outcome in found), Outcome.NOT_APPLICABLE)

    @property
    def longest_words(self) -> str:
        """For example ``longest gap 41 days``; empty where there is none."""
        if self.longest is None:
            return ""
        return f"longest {'gap' if self.is_gap else 'wait'} {length(self.longest)}"

    @property
    def words(self) -> str:
        """For example ``3 of 4 in time, 1 with no record; longest gap 41 days``."""
        unsure = self.count(Outcome.CANNOT_CONFIRM)
        unrecorded = self.count(Outcome.NO_RECORD)
        running = any(
            each.is_open and each.reading.outcome is Outcome.NOT_APPLICABLE for each in self.events
        )
        left_out = self.count(Outcome.NOT_APPLICABLE) - running
        counts = [
            *([f"{self.in_time.text} in time"] if self.in_time.of else []),
            *([f"{unsure} cannot be confirmed"] if unsure else []),
            *([f"{unrecorded} with no record"] if unrecorded else []),
            *([f"{left_out} not counted"] if left_out else []),
            *(["the last still open"] if running else []),
        ]
        return "; ".join(filter(None, (", ".join(counts), self.longest_words)))


_WORST = (Outcome.LATE, Outcome.NO_RECORD, Outcome.CANNOT_CONFIRM, Outcome.IN_TIME)
