"""What a round found on timeliness, standard by standard, as plain figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_desk.domain.clocks import Outcome
from audit_desk.domain.inference import Share


@dataclass(frozen=True, slots=True)
class LateCase:
    """One audit in which a clock ran out, with the result in words ("late by 15 h 20 min")."""

    reference: str
    result: str


@dataclass(frozen=True, slots=True)
class EventFindings:
    """What the lists of a round say event by event, where a clock reads lists.

    Attributes:
        counts: Events by outcome, all five present.
        in_time: In time, of in time + late. Shown as counts only: the events of one child hang
            together, so neither a percentage nor an interval could be defended.
        longest: The longest gap or wait of all, in words; empty where there is none.
        longest_in: The reference of the file that has it.
    """

    counts: Mapping[Outcome, int]
    in_time: Share
    longest: str = ""
    longest_in: str = ""

    @property
    def listed(self) -> int:
        """How many events were listed, a gap that is still open among them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ClockFindings:
    """How often one standard was met.

    Attributes:
        clock_id: The clock.
        title: What is timed.
        theme_title: The theme that it belongs to.
        standard: The rule in words, with its day-0 or day-1 convention.
        local: Whether the figure is a local setting.
        counts: Audits by outcome, all five present.
        in_time: In time, of in time + late (an unconfirmed or missing date proves neither).
        late: The late ones, worst first.
        events: The same event by event, where the clock reads a list; a child's audit then
            stands in the counts with the worst of its outcomes. ``None`` for other clocks.
    """

    clock_id: str
    title: str
    theme_title: str
    standard: str
    local: bool
    counts: Mapping[Outcome, int]
    in_time: Share
    late: tuple[LateCase, ...] = ()
    events: EventFindings | None = None

    @property
    def is_used(self) -> bool:
        """Whether anything was counted: a list that nobody has filled in is no finding."""
        return sum(self.counts.values()) > 0 and (self.events is None or self.events.listed > 0)
