"""Who has which audit, as the pages that show audits ask for it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from audit_desk.domain.custody import Custody


class CustodyPort(Protocol):
    """Who has which audit."""

    def holder(self, audit_id: str) -> Custody | None:
        """Return who has an audit, or ``None`` where it is here."""

    def of_round(self, round_id: str) -> Mapping[str, Custody]:
        """Return who has the audits of a round that are out, by the audit's id."""

    def take_back(self, audit_ids: Sequence[str], reason: str, by: str) -> object:
        """Take audits back.

        Raises:
            UserError: No reason is given, or one of them is not out.
        """


class NoCustody:
    """Stands in where nothing was ever handed out."""

    def holder(self, _audit_id: str) -> Custody | None:
        """Return nobody."""
        return None

    def of_round(self, _round_id: str) -> Mapping[str, Custody]:
        """Return nothing."""
        return {}

    def take_back(self, audit_ids: Sequence[str], _reason: str, _by: str) -> object:
        """Take nothing back."""
        return audit_ids
