"""Custody: an audit that was handed out in a pack is written there and nowhere else.

What happens where both sides worked after all, because an audit was taken back while its pack
went on, is for merging to find and for a person to choose.
"""

from collections.abc import Mapping, Sequence

from audit_desk.domain.custody import Custody
from audit_desk.errors import UserError
from audit_desk.storage.custody_repo import CustodyRepo
from audit_desk.storage.history import now
from audit_desk.storage.register import Register

__all__ = ["Custody", "CustodyService"]


class CustodyService:
    """Who has which audit of one register. In a pack nobody is out."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = CustodyRepo(register)

    def holder(self, audit_id: str) -> Custody | None:
        """Return who has an audit, or ``None`` where it is here."""
        return self._repo.of(audit_id)

    def of_round(self, round_id: str) -> Mapping[str, Custody]:
        """Return who has the audits of a round that are out, by the audit's id."""
        return {held.audit_id: held for held in self._repo.of_round(round_id)}

    def number_out(self) -> Mapping[str, int]:
        """Return how many audits are out, further readings too, by round."""
        return self._repo.number_out()

    def refuse_if_out(self, audit_id: str) -> None:
        """Refuse a change to an audit that is out.

        Raises:
            UserError: It is; the sentence says with whom and since when.
        """
        held = self._repo.of(audit_id)
        if held is not None:
            raise UserError(
                f"{held.reference} is {held.words}.",
                "It is changed in the pack. Take it back, with a reason, to change it here.",
            )

    def refuse_new_draw(self, round_id: str, name: str) -> None:
        """Refuse to draw a round again of which a file is out or ever was.

        Raises:
            UserError: One was: the audits that came back, or may come back, would be lost.
        """
        held = self._repo.of_round(round_id)
        if held:
            raise UserError(
                f"{held[0].reference} is {held[0].words}, so {name} cannot be drawn again.",
                "Nothing was changed. Create another round for another sample.",
            )
        if self._repo.handed_out(round_id):
            raise UserError(
                f"Files of {name} were handed out in a pack, so it cannot be drawn again.",
                "Nothing was changed. Create another round for another sample.",
            )

    def refuse_swap(self, round_id: str, audit_id: str, reference: str) -> None:
        """Refuse to swap a file that is out or ever was.

        Raises:
            UserError: It was.
        """
        hint = "Nothing was changed. Say in the audit what could not be read."
        held = self._repo.of(audit_id)
        if held is not None:
            raise UserError(f"{reference} is {held.words}, so it cannot be swapped.", hint)
        if reference in self._repo.handed_out(round_id):
            raise UserError(f"{reference} was handed out in a pack, so it cannot be swapped.", hint)

    def take_back(self, audit_ids: Sequence[str], reason: str, by: str) -> tuple[Custody, ...]:
        """Take audits back: they are written here again, whatever the pack goes on to say.

        Returns:
            Who had them.

        Raises:
            UserError: No reason is given, or one of them is not out; then none is taken.
        """
        if not reason.strip():
            raise UserError("No reason is given.", "Say why the files are taken back.")
        with self._register.transaction():
            held = [self._held(audit_id) for audit_id in dict.fromkeys(audit_ids)]
            self._repo.end([each.audit_id for each in held], by, now(), reason.strip())
            for each in held:
                self._register.history.append(
                    by,
                    "took back",
                    ("audit", each.audit_id),
                    before={"pack": each.pack_id, "person": each.person},
                    after={"reason": reason.strip()},
                )
        return tuple(held)

    def _held(self, audit_id: str) -> Custody:
        held = self._repo.of(audit_id)
        if held is None:
            raise UserError("One of these files is not out.", "Look again: it may have come back.")
        return held
