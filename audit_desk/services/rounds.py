"""Rounds: creating one, finding one, seeing how far each is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from audit_desk.domain.audit import Audit, AuditState, FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.round import Round
from audit_desk.errors import UserError
from audit_desk.services.pack_slip import refuse_in_pack, slip_of
from audit_desk.services.tools import ToolService
from audit_desk.storage.audit_repo import AuditRepo, SealedPair
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import RoundRepo
from audit_desk.storage.rows import new_id

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a line: itself and how many of its audits are in each state."""

    round: Round
    tool_title: str
    counts: Mapping[AuditState, int]

    @property
    def total(self) -> int:
        """How many audits it has."""
        return sum(self.counts.values())


class RoundService:
    """The rounds of one register."""

    def __init__(self, register: Register, tools: ToolService) -> None:
        self._register = register
        self._tools = tools
        self._rounds = RoundRepo(register)
        self._audits = AuditRepo(register)
        self._in_pack = slip_of(register) is not None

    def create(self, name: str, *, by: str, tool_id: str | None = None, purpose: str = "") -> Round:
        """Create a round with the newest published version of a tool.

        Raises:
            UserError: The name is blank, too long or taken, there is no such tool, or the
                register is a pack.
        """
        refuse_in_pack(self._register, "Creating a round")
        name = " ".join(name.split())
        if not name:
            raise UserError("The round has no name.", "Type one, for example “Spring 2026”.")
        if len(name) > LONGEST_NAME:
            raise UserError(f"The round's name is longer than {LONGEST_NAME} characters.")
        if self._rounds.by_name(name):
            raise UserError(f"There is a round called {name} already.", "Choose another name.")
        tool = self._tools.newest(tool_id)
        round_ = Round(new_id(), name, purpose.strip(), tool.id, tool.version, datetime.now(UTC))
        with self._register.transaction():
            self._tools.keep(tool, by)
            self._rounds.add(round_)
            self._register.history.append(
                by,
                "created",
                ("round", round_.id),
                after={"name": name, "purpose": round_.purpose, "tool": tool.id},
            )
        return round_

    def lines(self) -> tuple[RoundLine, ...]:
        """Return all rounds, newest first, with their progress."""
        counts = self._audits.counts(every_reading=self._in_pack)
        return tuple(
            RoundLine(round_, self.tool_of(round_).title, counts.get(round_.id, {}))
            for round_ in self._rounds.all()
        )

    def unfinished(self) -> frozenset[str]:
        """Return the ids of the rounds of which a reading, first or further, is not submitted."""
        counts = self._audits.counts(every_reading=True)
        done = AuditState.SUBMITTED
        return frozenset(
            round_id for round_id, by_state in counts.items() if by_state.keys() - {done}
        )

    def by_name(self, name: str) -> Round:
        """Return the round of that name.

        Raises:
            UserError: There is none.
        """
        round_ = self._rounds.by_name(" ".join(name.split()))
        if round_ is None:
            known = ", ".join(each.name for each in self._rounds.all())
            raise UserError(
                f"There is no round called {name}.",
                f"There is: {known}." if known else "Create a round first.",
            )
        return round_

    def by_id(self, round_id: str) -> Round:
        """Return a round.

        Raises:
            UserError: It is not there.
        """
        round_ = self._rounds.by_id(round_id)
        if round_ is None:
            raise UserError("This round is not in the register.")
        return round_

    def tool_of(self, round_: Round) -> AuditTool:
        """Return the tool that a round is pinned to."""
        return self._tools.pinned(round_.tool_id, round_.tool_version)

    def audits(self, round_id: str) -> tuple[Audit, ...]:
        """Return a round's audits in drawing order: first readings, one a case.

        In a pack it is those of its person, which may be second readings.
        """
        return self.every_reading(round_id) if self._in_pack else self._first(round_id)

    def every_reading(self, round_id: str) -> tuple[Audit, ...]:
        """Return a round's audits in drawing order, further readings after the first."""
        return tuple(self._audits.every_reading(round_id))

    def sealed_pairs(self) -> Sequence[SealedPair]:
        """Return every first reading with each further one, where both are submitted."""
        return self._audits.sealed_pairs()

    def full_audits(self, round_id: str) -> tuple[FullAudit, ...]:
        """Return a round's audits with everything written in them, in drawing order."""
        return tuple(self._audits.full(self.audits(round_id)))

    def _first(self, round_id: str) -> tuple[Audit, ...]:
        return tuple(self._audits.of_round(round_id))
