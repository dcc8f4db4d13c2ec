"""Two versions of one audit: looked at side by side, and one of them chosen with a reason.

The one that is not chosen stays readable for good; nothing is overwritten silently. Home only
counts them, so what compares two versions is loaded when somebody looks.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from audit_desk.domain.answer_check import text_faults
from audit_desk.errors import UserError
from audit_desk.services.custody import CustodyService
from audit_desk.services.rounds import RoundService
from audit_desk.storage.conflict_repo import Conflict, ConflictRepo
from audit_desk.storage.register import Register

if TYPE_CHECKING:
    from audit_desk.services.conflict_words import Versions

__all__ = ["Choice", "Conflict", "ConflictService"]


class Choice(StrEnum):
    """Which version stands from now on."""

    OURS = "ours"
    """The register's."""
    THEIRS = "theirs"
    """The pack's."""


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

    def versions(self, conflict: Conflict) -> "Versions":
        """Return both versions, and what differs in them.

        Until it is chosen, ours is what stands in the register now.
        """
        from audit_desk.services.conflict_words import compared

        kept, theirs = self._repo.versions(conflict)
        ours = kept if conflict.chosen else self._repo.now(conflict.audit_id)
        tool = self._rounds.tool_of(self._rounds.by_id(conflict.round_id))
        return compared(tool, ours, theirs)

    def choose(self, conflict: Conflict, choice: Choice, reason: str, by: str) -> None:
        """Let one version stand; the other is kept beside it.

        Raises:
            UserError: No reason is given, somebody has chosen already, or the audit is out.
        """
        from audit_desk.storage.merge_rows import MergeRows
        from audit_desk.storage.written_state import VOUCHED, digests

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
