"""How many differences between two readings somebody has to settle, for Home.

Home asks whenever it is shown. Two sealed readings differ in the same things for as long as both
seals stand, so each pair is compared once, beside the window's own work; what was settled is
looked up every time.
"""

from collections.abc import Callable, Mapping
from itertools import groupby

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.comparison import differing
from audit_desk.domain.moderation import stands
from audit_desk.services.rounds import RoundService
from audit_desk.services.seal import seal_of
from audit_desk.storage.audit_repo import AuditRepo, SealedPair
from audit_desk.storage.moderation_repo import ModerationRepo
from audit_desk.storage.register import Register

Differences = dict[tuple[str, str], frozenset[str]]
"""What two readings differ in, by their seals: true wherever it was found out."""


class UnresolvedService:
    """The differences of one register that wait for a moderator.

    Args:
        register: The register, on the connection of the thread that asks.
        rounds: Its rounds.
        known: What was compared before; what is compared here is added.
    """

    def __init__(self, register: Register, rounds: RoundService, known: Differences) -> None:
        self._rounds = rounds
        self._known = known
        self._audits = AuditRepo(register)
        self._repo = ModerationRepo(register)
        self._history = register.history

    def compare(self, progress: Callable[[int, int, str], None]) -> None:
        """Compare the pairs that were not compared before.

        Args:
            progress: Told how many pairs are done of how many; it may raise to end the work,
                and what was compared by then stays known.
        """
        unknown = self._unknown()
        done = 0
        for round_id, of_round in groupby(unknown, key=lambda pair: pair.round_id):
            tool = self._rounds.tool_of(self._rounds.by_id(round_id))
            pairs = list(of_round)
            head = self._history.head()
            full = self._full(round_id, pairs)
            if self._history.head() != head:
                continue  # somebody wrote while it was read: it is compared the next time
            for pair in pairs:
                progress(done, len(unknown), "Comparing second readings")
                self._known[pair.seals] = _differing(tool, pair, full)
                done += 1

    def by_round(self) -> Mapping[str, int]:
        """Return how many things somebody has to settle, by round; rounds with none left out.

        A pair that was not compared yet counts for nothing.
        """
        seals: dict[str, set[str]] = {}
        pairs = self._rounds.sealed_pairs()
        for pair in pairs:
            seals.setdefault(pair.first_id, set()).update(pair.seals)
        pairs = [pair for pair in pairs if self._known.get(pair.seals)]
        settled = {
            first_id: {key for key, made in of_file.items() if stands(made, seals[first_id])}
            for round_id in {pair.round_id for pair in pairs}
            for first_id, of_file in self._repo.settlements(round_id).items()
            if first_id in seals
        }
        # A file that everyone reads has several pairs, and one thing to settle in all of them.
        open_keys: dict[str, set[tuple[str, str]]] = {}
        for pair in pairs:
            for key in self._known[pair.seals] - settled.get(pair.first_id, set()):
                open_keys.setdefault(pair.round_id, set()).add((pair.first_id, key))
        return {round_id: len(keys) for round_id, keys in open_keys.items()}

    def _unknown(self) -> list[SealedPair]:
        found = [each for each in self._rounds.sealed_pairs() if each.seals not in self._known]
        return sorted(found, key=lambda pair: pair.round_id)

    def _full(self, round_id: str, pairs: list[SealedPair]) -> Mapping[str, FullAudit]:
        wanted = {audit_id for pair in pairs for audit_id in (pair.first_id, pair.further_id)}
        audits = [each for each in self._audits.every_reading(round_id) if each.id in wanted]
        return {full.audit.id: full for full in self._audits.full(audits)}


def _differing(tool: AuditTool, pair: SealedPair, full: Mapping[str, FullAudit]) -> frozenset[str]:
    """Compare a pair; one that is not as it was sealed is not compared, as in moderation."""
    first, further = full[pair.first_id], full[pair.further_id]
    if (seal_of(first), seal_of(further)) != pair.seals:
        return frozenset()
    return differing(tool, first, further)
