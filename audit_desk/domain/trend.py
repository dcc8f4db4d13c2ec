"""What may be said of a round beside those before it, and what may not.

No change is claimed where the intervals do not support it: they have to lie apart. Below ten
counted files on either side it is too few to say, and that is a finding too.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit_desk.domain.inference import LEAST_FOR_PERCENT, Share


class Change(StrEnum):
    """What two rounds say about practice beyond the files that were read."""

    BETTER = "better"
    WORSE = "worse"
    UNPROVEN = "no change is claimed"
    TOO_FEW = "too few to say"

    @property
    def is_claimed(self) -> bool:
        """Whether the intervals support that anything changed."""
        return self in {Change.BETTER, Change.WORSE}


class Measure(StrEnum):
    """What is compared."""

    OVERALL = "overall"
    THEME = "theme"
    CLOCK = "timeliness"
    QUESTION = "question"


def change_between(before: Share, now: Share) -> Change:
    """Say what two shares of samples support.

    Args:
        before: The earlier round's.
        now: The later round's.
    """
    if min(before.of, now.of) < LEAST_FOR_PERCENT:
        return Change.TOO_FEW
    if before.interval is None or now.interval is None:
        return Change.UNPROVEN
    if now.interval.low > before.interval.high:
        return Change.BETTER
    if now.interval.high < before.interval.low:
        return Change.WORSE
    return Change.UNPROVEN


@dataclass(frozen=True, slots=True)
class TrendRound:
    """One of the rounds that are compared.

    Attributes:
        name: Its name.
        on: The day of its draw.
        tool_version: The version of the tool that it was read with.
    """

    name: str
    on: date
    tool_version: int


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """What one round found."""

    round_name: str
    share: Share


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One thing that was looked at in several rounds.

    Attributes:
        measure: What sort of thing.
        key: The theme's, clock's or question's id.
        title: What it is called.
        points: At least two, oldest first; the last is this round's.
        note: What is to be known when reading it; may be empty.
    """

    measure: Measure
    key: str
    title: str
    points: tuple[TrendPoint, ...]
    note: str = ""

    @property
    def now(self) -> TrendPoint:
        """This round's."""
        return self.points[-1]

    @property
    def before(self) -> TrendPoint:
        """That of the last round before it that can be compared."""
        return self.points[-2]

    @property
    def change(self) -> Change:
        """What this round and the last before it support."""
        return change_between(self.before.share, self.now.share)


@dataclass(frozen=True, slots=True)
class NotCompared:
    """What cannot be compared with the round before, and why, in a clause."""

    measure: Measure
    key: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A round beside those before it.

    Attributes:
        rounds: Oldest first; the last is this one.
        lines: What is compared: overall, then themes, timeliness and questions in the tool's order.
        not_compared: What is not, because the tool changed.
    """

    rounds: tuple[TrendRound, ...]
    lines: tuple[TrendLine, ...]
    not_compared: tuple[NotCompared, ...] = ()

    def of(self, *measures: Measure) -> tuple[TrendLine, ...]:
        """Return the lines of some sorts."""
        return tuple(line for line in self.lines if line.measure in measures)

    def claimed(self, *measures: Measure) -> tuple[TrendLine, ...]:
        """Return the lines of some sorts in which a change is claimed."""
        return tuple(line for line in self.of(*measures) if line.change.is_claimed)
