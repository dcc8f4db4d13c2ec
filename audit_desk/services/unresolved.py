"""How many differences between two readings somebody has to settle, for Home.

Home asks whenever it is shown. Two sealed readings differ in the same things for as long as both
seals stand, so each pair is compared once; what was settled is looked up every time.
"""

from collections.abc import Mapping, Sequence

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.moderation import stands
from audit_desk.domain.round import Round
from audit_desk.services.moderation import ModerationService
from audit_desk.services.rounds import RoundService
from audit_desk.storage.audit_repo import AuditRepo
from audit_desk.storage.moderation_repo import ModerationRepo
from audit_desk.storage.register import Register

_Seals = tuple[str, str]


class UnresolvedService:
    """The differences of one register that wait for a moderator."""

    def __init__(
        self, register: Register, rounds: RoundService, moderation: ModerationService
    ) -> None:
        self._rounds = rounds
        self._moderation = moderation
        self._audits = AuditRepo(register)
        self._repo = ModerationRepo(register)
        self._differences: dict[_Seals, frozenset[str]] = {}

    def by_round(self) -> Mapping[str, int]:
        """Return how many things somebody has to settle, by round; rounds with none left out."""
        counts = {
            round_id: self._count(self._rounds.by_id(round_id))
            for round_id in self._audits.rounds_read_twice()
        }
        return {round_id: count for round_id, count in counts.items() if count}

    def _count(self, round_: Round) -> int:
        readings: dict[str, list[Audit]] = {}
        for audit in self._audits.every_reading(round_.id):
            if audit.state is AuditState.SUBMITTED:
                readings.setdefault(audit.case_id, []).append(audit)
        files = [each for each in readings.values() if len(each) > 1 and each[0].reading == 1]
        self._compare(round_, files)
        settled = self._repo.settlements(round_.id)
        open_keys: set[tuple[str, str]] = set()
        for first, *others in files:
            seals = {first.seal, *(each.seal for each in others)}
            done = {key for key, made in settled.get(first.id, {}).items() if stands(made, seals)}
            for other in others:
                differing = self._differences.get((first.seal, other.seal), frozenset())
                open_keys |= {(first.id, key) for key in differing - done}
        return len(open_keys)

    def _compare(self, round_: Round, files: Sequence[Sequence[Audit]]) -> None:
        """Compare the pairs that were not compared before."""
        unknown = [
            audit
            for first, *others in files
            if any((first.seal, each.seal) not in self._differences for each in others)
            for audit in (first, *others)
        ]
        for pair in self._moderation.pairs(round_, unknown):
            self._differences[pair.first.seal, pair.second.seal] = frozenset(
                item.key for item in pair.differences
            )
