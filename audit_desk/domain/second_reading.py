"""Who is read twice: the rule of a round, and the reason of each file in words.

By default every file judged Outstanding or Inadequate overall, because the ends of the scale are
where graders are wrong most dearly, and a quarter of the rest, because errors go both ways. The
quarter is ranked like a draw (``sha256-rank/1``) from a recorded seed, so that anyone can check
that no file was picked or spared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from audit_desk.domain.audit import Audit, AuditState, Grade, Selection
from audit_desk.domain.sampling import ALGORITHM, rank
from audit_desk.errors import UserError

ALWAYS_READ_TWICE = (Grade.OUTSTANDING, Grade.INADEQUATE)
"""The overall judgements that the default rule has read twice."""
SHARE_OF_THE_REST = 25
"""Of how many of the rest the default rule has a second reading, in per cent."""


class How(StrEnum):
    """How a further reading came about."""

    RULE = "rule"
    HAND = "hand"
    CALIBRATION = "calibration"
    """A file that everyone reads, to grade alike; kept out of the figures on agreement."""

    @property
    def label(self) -> str:
        """It in words, for a column."""
        return {"rule": "By the rule", "hand": "By hand", "calibration": "Calibration"}[self.value]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which submitted first readings are read again.

    Attributes:
        seed: What the rest is ranked from; any whole number.
        grades: Overall judgements of which every file is read twice.
        share_percent: How much of the rest, in per cent, rounded up to whole files.
    """

    seed: int
    grades: tuple[Grade, ...] = ALWAYS_READ_TWICE
    share_percent: int = SHARE_OF_THE_REST

    def __post_init__(self) -> None:
        if not 0 <= self.share_percent <= 100:  # noqa: PLR2004 - per cent
            raise UserError(f"{self.share_percent} % is no share.", "Type a number from 0 to 100.")

    @property
    def is_even(self) -> bool:
        """Whether a file is as likely to be read twice whatever its grade."""
        everything = self.share_percent == 100  # noqa: PLR2004 - per cent
        return everything or not set(self.grades) or set(self.grades) == set(Grade)

    @property
    def sentence(self) -> str:
        """The rule in a sentence, as it is printed."""
        named = " or ".join(grade.label for grade in sorted(self.grades))
        every = f"Every file judged {named} overall" if named else "No grade of itself"
        if not self.share_percent:
            return f"{every}; none of the rest."
        return (
            f"{every}; {self.share_percent} % of the rest, rounded up, by {ALGORITHM} with seed "
            f"{self.seed}."
        )


@dataclass(frozen=True, slots=True)
class FirstReading:
    """A submitted first reading, as far as the rule looks at it."""

    audit_id: str
    reference: str
    overall: Grade | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A file that the rule chooses, with the reason in words."""

    audit_id: str
    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class Further:
    """A further reading and why it is made.

    Attributes:
        audit: The reading itself.
        first_id: The first reading of the same file.
        how: How it came about.
        reason: Why, in words.
        chosen_by: Who chose the file.
        chosen_at: When, UTC.
    """

    audit: Audit
    first_id: str
    how: How
    reason: str
    chosen_by: str
    chosen_at: datetime

    @property
    def has_begun(self) -> bool:
        """Whether it can no longer be taken away."""
        return self.audit.state is not AuditState.NOT_STARTED

    @property
    def due_on(self) -> date | None:
        """By when it is to be read."""
        return self.audit.due_on


def choose(
    rule: Rule,
    submitted: Iterable[FirstReading],
    by_rule: frozenset[str] = frozenset(),
    otherwise: frozenset[str] = frozenset(),
) -> tuple[Choice, ...]:
    """Return what the rule adds to the files that are read twice already.

    Applied again after more are submitted it only adds. The share of the rest is filled up in the
    order of rank: what the rule chose before counts towards it and is never taken away; what was
    chosen by hand counts where its rank comes up, for it is read twice without a choice.

    Args:
        rule: The rule.
        submitted: The submitted first readings of the round.
        by_rule: The ids of those that the rule chose before.
        otherwise: The ids of those that are read again for another reason.

    Returns:
        The new choices by reference.
    """
    files = sorted(submitted, key=lambda file: file.reference)
    named = [file for file in files if file.overall in rule.grades]
    rest = [file for file in files if file.overall not in rule.grades]
    chosen = [
        Choice(file.audit_id, file.reference, f"Judged {file.overall.label} overall.")
        for file in named
        if file.overall is not None and file.audit_id not in by_rule | otherwise
    ]
    chosen += _from_the_rest(rule, rest, by_rule, otherwise)
    return tuple(sorted(chosen, key=lambda choice: choice.reference))


def _from_the_rest(
    rule: Rule, rest: Sequence[FirstReading], by_rule: frozenset[str], otherwise: frozenset[str]
) -> list[Choice]:
    wanted = -(-len(rest) * rule.share_percent // 100)
    taken = sum(file.audit_id in by_rule for file in rest)
    by_reference = {file.reference: file for file in rest}
    chosen = []
    for place, reference in enumerate(rank(by_reference, rule.seed), 1):
        file = by_reference[reference]
        if file.audit_id in by_rule:
            continue
        if taken >= wanted:
            break
        taken += 1
        if file.audit_id not in otherwise:
            reason = (
                f"Number {place} in rank of the {len(rest)} other submitted files, of which "
                f"{rule.share_percent} % are read twice."
            )
            chosen.append(Choice(file.audit_id, reference, reason))
    return chosen


def is_random(audit: Audit) -> bool:
    """Whether a file was drawn: only those count in a percentage or an interval."""
    return audit.selection is Selection.RANDOM
