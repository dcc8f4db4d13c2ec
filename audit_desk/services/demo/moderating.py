"""The moderation of the invented round: nearly all is settled, two things are left to look at."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from audit_desk.domain.audit import PARTLY, YES
from audit_desk.domain.moderation import Item, Pair
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import How
from audit_desk.domain.settlement import Feedback
from audit_desk.domain.standing import MAIN_ANSWERS
from audit_desk.services.demo.chance import chance
from audit_desk.services.demo.making import Making
from audit_desk.services.demo.staff import MODERATOR

_LEFT_OPEN = 2
_TOLD = 2
_SECOND_STANDS = 0.4
"""How often a difference is settled as the second reader has it."""


def moderate(making: Making, round_: Round, progress: Callable[[int, int], None]) -> None:
    """Settle where two readings of a round differ, and tell two auditors how their audits are.

    Args:
        making: The register.
        round_: The round.
        progress: Told how many pairs are dealt with, of how many.
    """
    sealed = [pair for pair in making.desk.moderation.of_round(round_).pairs if pair.is_sealed]
    moderator = _Moderator(making, round_)
    spare = min(
        (pair for pair in sealed if _can_wait(pair)),
        key=lambda pair: len(pair.open_items),
        default=None,
    )
    for number, pair in enumerate(sealed):
        moderator.settle(pair, whole=pair is not spare)
        progress(number + 1, len(sealed))
    moderator.give_feedback(sealed)


class _Moderator:
    """Whoever settles, with the words to say why."""

    def __init__(self, making: Making, round_: Round) -> None:
        self._moderation = making.desk.moderation
        self._round = round_
        self._lines = making.library.lines
        self._source = chance(making.seed, "moderation")

    def settle(self, pair: Pair, *, whole: bool) -> None:
        """Settle a pair: its judgements one by one, the rest at once, or all but two answers."""
        if pair.further.how is How.CALIBRATION:  # another reader's pair may have settled some of it
            pair = self._moderation.pair(self._round, pair.second.id)
        answers = [item for item in pair.open_items if not item.is_judgement]
        kept = set() if whole else {item.key for item in answers[-_LEFT_OPEN:]}
        for item in pair.open_items:
            if item.key not in kept and (item.is_judgement or not whole):
                self._settle(pair, item)
        if whole and answers:
            self._settle_rest(pair, as_first=self._as_first())

    def give_feedback(self, pairs: Iterable[Pair]) -> None:
        """Tell the first readers of two files how their audits are."""
        audits = {pair.first.auditor: pair.first for pair in pairs}
        words = self._lines("moderation", "feedback")
        for audit, text in zip(list(audits.values())[:_TOLD], words, strict=False):
            given = Feedback(audit.id, MODERATOR, YES, YES, PARTLY, text, datetime.now(UTC))
            self._moderation.give_feedback(given)

    def _settle(self, pair: Pair, item: Item) -> None:
        as_first = self._as_first()
        sides = (item.first.standing, item.second.standing)
        standing, other = sides if as_first else sides[::-1]
        self._moderation.settle(
            self._round,
            pair.second.id,
            item.key,
            standing,
            self._why(item, standing, other),
            MODERATOR,
        )

    def _why(self, item: Item, standing: str, other: str) -> str:
        values = MAIN_ANSWERS[item.kind]
        if standing not in values or other not in values:
            return self._one_of("absent")
        tone = "better" if values.index(standing) < values.index(other) else "weaker"
        return self._one_of(f"judgement_{tone}" if item.is_judgement else tone)

    def _one_of(self, name: str) -> str:
        return self._source.choice(self._lines("moderation", name))

    def _settle_rest(self, pair: Pair, *, as_first: bool) -> None:
        reason = self._one_of("rest_first" if as_first else "rest_second")
        left = self._moderation.settle_rest(
            self._round, pair.second.id, as_first=as_first, reason=reason, moderator=MODERATOR
        )
        if left.open_items and len(left.open_items) < len(pair.open_items):
            self._settle_rest(left, as_first=not as_first)  # where the one gave no answer

    def _as_first(self) -> bool:
        return self._source.random() >= _SECOND_STANDS


def _can_wait(pair: Pair) -> bool:
    """Whether two of a pair's answers may stay open, and something of it is settled."""
    open_answers = sum(not item.is_judgement for item in pair.open_items)
    return pair.further.how is not How.CALIBRATION and open_answers > _LEFT_OPEN
