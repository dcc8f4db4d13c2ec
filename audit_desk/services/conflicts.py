"""Two versions of one audit: looked at side by side, and one of them chosen with a reason.

The one that is not chosen stays readable for good; nothing is overwritten silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from audit_desk.domain.answer_check import text_faults
from audit_desk.domain.audit import AuditState
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.content_changes import PlaceChanges, content_changes
from audit_desk.domain.written_words import Change
from audit_desk.errors import UserError
from audit_desk.services.custody import CustodyService
from audit_desk.services.rounds import RoundService
from audit_desk.storage.conflict_repo import Conflict, ConflictRepo
from audit_desk.storage.content_reading import follow_ups_in, written_in
from audit_desk.storage.merge_rows import MergeRows
from audit_desk.storage.register import Register
from audit_desk.storage.travelling import Content
from audit_desk.storage.written_state import VOUCHED, digests

__all__ = ["Choice", "Conflict", "ConflictService", "Versions"]


class Choice(StrEnum):
    """Which version stands from now on."""

    OURS = "ours"
    """The register's."""
    THEIRS = "theirs"
    """The pack's."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions of one audit.

    Attributes:
        ours: How far the register's is, and whose.
        theirs: How far the pack's is, and whose.
        places: What differs: before is the register's, after the pack's.
    """

    ours: str
    theirs: str
    places: tuple[PlaceChanges, ...]


class ConflictService:
    """The audits of one register of which there are two versions."""

    def __init__(self, register: Register, rounds: RoundService) -> None:
        self._register = register
        self._rounds = rounds
        self._repo = ConflictRepo(register)
        self._custody = CustodyService(register)

    def waiting(self) -> tuple[Conflict, ...]:
        """Return those that wait for a choice, oldest first."""
        return tuple(self._repo.waiting())

    def of_audit(self, audit_id: str) -> tuple[Conflict, ...]:
        """Return those of one audit, also those that are chosen, oldest first."""
        return tuple(self._repo.of_audit(audit_id))

    def versions(self, conflict: Conflict) -> Versions:
        """Return both versions, and what differs in them.

        Until it is chosen, ours is what stands in the register now.
        """
        kept, theirs = self._repo.versions(conflict)
        ours = kept if conflict.chosen else self._repo.now(conflict.audit_id)
        tool = self._rounds.tool_of(self._rounds.by_id(conflict.round_id))
        changes = (
            *content_changes(tool, written_in(ours), written_in(theirs)),
            *_follow_up_changes(tool, ours, theirs),
        )
        return Versions(_standing(ours), _standing(theirs), changes)

    def choose(self, conflict: Conflict, choice: Choice, reason: str, by: str) -> None:
        """Let one version stand; the other is kept beside it.

        Raises:
            UserError: No reason is given, somebody has chosen already, or the audit is out.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why this version is to stand.")
        for fault in text_faults(reason):
            raise UserError(f"In the reason, {fault}", "Nothing was chosen.")
        with self._register.transaction():
            if conflict.key not in {each.key for each in self._repo.waiting()}:
                raise UserError(
                    f"For {conflict.reference} nothing is to be chosen any more.", "Look again."
                )
            self._custody.refuse_if_out(conflict.audit_id)
            _, theirs = self._repo.versions(conflict)
            self._repo.choose(conflict, choice.value, by, reason.strip())
            after = {
                "pack": conflict.pack_id,
                "head": conflict.head,
                "chosen": choice.value,
                "reason": reason.strip(),
            }
            vouched = {}
            if choice is Choice.THEIRS:
                MergeRows(self._register).take({conflict.audit_id: theirs})
                vouched = {VOUCHED: digests(self._register.db, [conflict.audit_id])}
            self._register.history.append(
                by, "chose", ("audit", conflict.audit_id), after={**after, **vouched}
            )


def _standing(content: Content) -> str:
    row = content["audits"][0]
    state = AuditState(row["state"]).label
    return f"{state}, read by {row['auditor']}" if row["auditor"] else state


def _follow_up_changes(tool: AuditTool, ours: Content, theirs: Content) -> Iterator[PlaceChanges]:
    before, after = follow_ups_in(ours), follow_ups_in(theirs)
    for question in tool.questions():
        old, new = before.get(question.id, ""), after.get(question.id, "")
        if old != new:
            title = f"{question.id}: what follows from the answer"
            yield PlaceChanges(title, (Change("Action", old, new, prose=True),))
