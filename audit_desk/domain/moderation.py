"""Two readings of one file beside each other: where they differ and what was settled.

They are compared only when both are submitted and both seals hold, so that neither reader can
have written with the other's reading in view. The originals never change: what is settled is a
third thing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from audit_desk.domain.answer_check import possible_absences
from audit_desk.domain.audit import (
    Audit,
    AuditState,
)
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.second_reading import Further, Rule
from audit_desk.domain.settlement import (
    Feedback,
    Settled,
    Settlement,
)
from audit_desk.domain.standing import MAIN_ANSWERS

OVERALL_TITLE = "Overall"


class PairState(StrEnum):
    """How far two readings of a file are."""

    WAITING = "waiting"
    """At least one of them is not submitted."""
    BROKEN = "broken"
    """A reading is not as it was sealed."""
    DIFFERENT = "different"
    """Both are sealed, and something in which they differ is not settled."""
    SETTLED = "settled"
    """All in which they differ is settled."""
    ALIKE = "alike"
    """They differ in nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one reader gave: where the item stands, and the words that go with it."""

    standing: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that both readers were asked.

    Attributes:
        key: As in ``Settlement.item``.
        theme_id: The theme, or ``OVERALL``.
        theme_title: The theme's title.
        title: The question's number and words, or what a judgement is of.
        kind: What its main answer is.
        is_critical: Whether it is a ★ question.
        first: What the first reader gave.
        second: What the second reader gave.
        settled: What was settled; ``None`` where nothing was, or it no longer stands.
    """

    key: str
    theme_id: str
    theme_title: str
    title: str
    kind: AnswerKind
    is_critical: bool
    first: Side
    second: Side
    settled: Settlement | None = None

    @property
    def is_judgement(self) -> bool:
        """Whether it is a judgement of a theme or of the whole, and no answer."""
        return self.key.startswith("judgement/")

    @property
    def differs(self) -> bool:
        """Whether the two readers gave different things; an absence is a thing of its own."""
        return self.first.standing != self.second.standing

    @property
    def is_open(self) -> bool:
        """Whether somebody has to settle it."""
        return self.differs and self.settled is None

    @property
    def choices(self) -> tuple[str, ...]:
        """What it can be settled as, in the stored form, the best first."""
        return (*MAIN_ANSWERS[self.kind], *(each.value for each in possible_absences(self.kind)))


@dataclass(frozen=True, slots=True)
class Pair:
    """A file's first reading and one further reading.

    Attributes:
        first: The first reading.
        further: The further reading, with why it was made.
        state: How far they are.
        items: What was asked, in the tool's order with the overall judgement first; empty
            unless both are sealed.
        trouble: What is wrong with a seal, in a sentence; empty where nothing is.
        opened_late: Whether one of them was opened again after both had been sealed: its reader
            may have known the other one, so the pair says nothing of agreement any more.
    """

    first: Audit
    further: Further
    state: PairState
    items: tuple[Item, ...] = ()
    trouble: str = ""
    opened_late: bool = False

    @property
    def second(self) -> Audit:
        """The further reading itself."""
        return self.further.audit

    @property
    def differences(self) -> tuple[Item, ...]:
        """The items in which they differ."""
        return tuple(item for item in self.items if item.differs)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The items that somebody has to settle."""
        return tuple(item for item in self.items if item.is_open)

    @property
    def is_sealed(self) -> bool:
        """Whether both readings are submitted and as they were sealed."""
        return self.state not in {PairState.WAITING, PairState.BROKEN}


@dataclass(frozen=True, slots=True)
class RoundModeration:
    """All pairs of a round, with what was said to the auditors about their audits.

    Attributes:
        pairs: In drawing order.
        feedback: What moderators said of the audits.
        rule: Who is read twice; ``None`` where no rule was set.
        open_keys: What somebody has to settle, by the first reading's id and the item.
    """

    pairs: tuple[Pair, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    rule: Rule | None = None
    open_keys: frozenset[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        # A file that everyone reads has several pairs, and one thing to settle in all of them.
        found = frozenset(
            (pair.first.id, item.key) for pair in self.pairs for item in pair.open_items
        )
        object.__setattr__(self, "open_keys", found)

    @property
    def unresolved(self) -> int:
        """How many things somebody has to settle."""
        return len(self.open_keys)

    @property
    def settled(self) -> Settled:
        """What was settled and stands: it counts in the place of the first reading's."""
        # A file has several pairs where everyone reads it; what stands in one stands, however
        # far the others are.
        found: dict[str, dict[str, str]] = {}
        for pair in self.pairs:
            of_file = found.setdefault(pair.first.id, {})
            for key, made in settled_in([pair]).items():
                of_file[key] = made.standing
        return found

    @property
    def moments(self) -> tuple[datetime, ...]:
        """When the readings were submitted and things settled, UTC."""
        submitted = [
            pair.second.submitted_at for pair in self.pairs if pair.second.submitted_at is not None
        ]
        settled = [
            item.settled.settled_at for pair in self.pairs for item in pair.items if item.settled
        ]
        return (*submitted, *settled)

    def with_pair(self, changed: Pair) -> "RoundModeration":
        """Return the same with one pair as it stands now."""
        pairs = tuple(
            changed if each.second.id == changed.second.id else each for each in self.pairs
        )
        return RoundModeration(pairs, self.feedback, self.rule)


def settled_in(pairs: Iterable[Pair]) -> dict[str, Settlement]:
    """Return what was settled of one file and stands, by item."""
    items = (item for pair in pairs for item in pair.items)
    return {item.key: item.settled for item in items if item.settled is not None}


def stands(settlement: Settlement, seals: Iterable[str]) -> bool:
    """Whether a settlement still stands: the readings that it was made from are as they were."""
    return set(settlement.seals) <= set(seals)


def opened_late(
    sealed_at: Sequence[datetime], reopened: Sequence[Sequence[tuple[str, str]]]
) -> bool:
    """Whether a reading was opened again after both had been sealed for the first time.

    Args:
        sealed_at: When each of the two was last submitted, UTC.
        reopened: When each was submitted before and opened again, ISO UTC, the oldest first.
    """
    first_sealed = [
        datetime.fromisoformat(times[0][0]) if times else at
        for at, times in zip(sealed_at, reopened, strict=True)
    ]
    both = max(first_sealed)
    return any(datetime.fromisoformat(again) > both for times in reopened for _, again in times)


def waiting_words(first: Audit, second: Audit) -> str:
    """Return what two readings that are not both submitted wait for, in a sentence."""
    if first.state is not AuditState.SUBMITTED:
        return "The first reading is not submitted yet."
    if second.state is AuditState.NOT_STARTED and not second.auditor:
        return "Nobody has the second reading yet."
    return "The second reading is not submitted yet."
