"""Second readings in memory: the services' own rules, without storage behind them."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from audit_desk.domain.audit import Absence
from audit_desk.domain.moderation import Item, Pair, PairState, RoundModeration
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Choice, Further, How, Rule
from audit_desk.domain.settlement import Feedback, Settlement
from audit_desk.domain.standing import UNANSWERED
from audit_desk.errors import UserError

AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
Chosen = tuple[str, tuple[str, ...], str]


class FakeModeration:
    """Pairs that a test or a picture puts there."""

    def __init__(self) -> None:
        self.found = RoundModeration()
        self.would_add: Sequence[Choice] = ()
        self.applied: list[Rule] = []
        self.chosen: list[Chosen] = []
        self.given: list[tuple[tuple[str, ...], str]] = []
        self.removed: list[str] = []

    # Pairs

    def settle(
        self,
        round_: Round,
        further_id: str,
        item: str,
        standing: str,
        reason: str,
        moderator: str,
    ) -> Pair:
        return self._settle(further_id, {item: standing}, reason, moderator)

    def settle_rest(
        self, round_: Round, further_id: str, *, as_first: bool, reason: str, moderator: str
    ) -> Pair:
        wanted = {
            item.key: (item.first if as_first else item.second).standing
            for item in self._pair(further_id).open_items
        }
        wanted = {key: each for key, each in wanted.items() if each != UNANSWERED}
        return self._settle(further_id, wanted, reason, moderator)

    def withdraw(self, round_: Round, further_id: str, item: str, moderator: str) -> Pair:
        pair = self._pair(further_id)
        items = (replace(each, settled=None) if each.key == item else each for each in pair.items)
        return self._keep(pair, tuple(items))

    def give_feedback(self, given: Feedback) -> Feedback:
        if not any(given.answers) and not given.words:
            raise UserError("Nothing is said yet.", "Answer a question or write a sentence.")
        self.found = RoundModeration(
            self.found.pairs, (*self.found.feedback, given), self.found.rule
        )
        return given

    def _pair(self, further_id: str) -> Pair:
        return next(pair for pair in self.found.pairs if pair.second.id == further_id)

    def _settle(self, further_id: str, wanted: dict[str, str], reason: str, moderator: str) -> Pair:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why it is settled so.")
        pair = self._pair(further_id)

        def settled(item: Item) -> Item:
            standing = wanted.get(item.key)
            if standing is None:
                return item
            absent = standing in set(Absence)
            made = Settlement(
                pair.first.id,
                item.key,
                "" if absent else standing,
                Absence(standing) if absent else None,
                reason,
                moderator,
                AT,
                (),
            )
            return replace(item, settled=made)

        return self._keep(pair, tuple(map(settled, pair.items)))

    def _keep(self, pair: Pair, items: tuple[Item, ...]) -> Pair:
        is_open = any(item.is_open for item in items)
        state = PairState.DIFFERENT if is_open else PairState.SETTLED
        made = replace(pair, items=items, state=state)
        self.found = self.found.with_pair(made)
        return made

    # Who is read twice

    def rule(self, round_id: str) -> Rule:
        return self.found.rule or Rule(4711)

    def of_round(self, round_id: str) -> tuple[Further, ...]:
        return tuple(pair.further for pair in self.found.pairs)

    def preview(self, round_id: str, rule: Rule) -> tuple[Choice, ...]:
        return tuple(self.would_add) if rule.share_percent else ()

    def apply(self, round_id: str, rule: Rule, by: str) -> tuple[Further, ...]:
        self.applied.append(rule)
        return self.of_round(round_id)

    def choose(self, first_ids: Sequence[str], reason: str, by: str) -> None:
        if not reason.strip():
            raise UserError("No reason is given.", "Say why these files are to be read again.")
        self.chosen.append((How.HAND, tuple(first_ids), reason))

    def calibrate(
        self, first_id: str, readers: Sequence[str], reason: str, by: str, due: date | None = None
    ) -> tuple[str, ...]:
        self.chosen.append((How.CALIBRATION, (first_id, *readers), reason))
        return ()

    def against(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        readers = {pair.first.auditor for pair in self.found.pairs}
        return (f"{reader} makes another reading.",) if reader in readers else ()

    def reads(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        pairs = (pair for pair in self.found.pairs if pair.second.id in further_ids)
        return tuple(each.first.reference for each in pairs if each.first.auditor == reader)

    def assign(
        self,
        further_ids: Sequence[str],
        reader: str,
        due: date | None,
        by: str,
        *,
        override: str = "",
        begun_too: bool = False,
    ) -> object:
        self.given.append((tuple(further_ids), reader))
        return None

    def remove(self, further_id: str, by: str) -> None:
        self.removed.append(further_id)
