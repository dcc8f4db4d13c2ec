"""Who has which audit, as the pages that show audits ask for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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


class VersionsPort(Protocol):
    """The two versions of an audit that was changed here and in a pack."""

    def count(self, audit_id: str) -> tuple[int, int]:
        """Return how many wait for a choice, and how many are chosen."""

    def show(self, audit_id: str, changed: Callable[[], object]) -> object:
        """Show them side by side; calls back after a choice."""


class NoVersions:
    """Stands in where nothing ever came back."""

    def count(self, _audit_id: str) -> tuple[int, int]:
        """Return none."""
        return 0, 0

    def show(self, _audit_id: str, _changed: Callable[[], object]) -> object:
        """Show nothing."""
        return None


def _nothing(_changed: Callable[[], object]) -> None:
    """Do nothing: where no pack can come back."""


@dataclass(frozen=True)
class Returns:
    """What the page of a round needs for files that are out, and come back.

    Attributes:
        custody: Who has which audit.
        take_in: Takes in a pack; calls back when something came in.
        waiting: How many audits of a round have two versions, by the round's id.
        choose: Opens the choice between them; calls back after each.
    """

    custody: CustodyPort = field(default_factory=NoCustody)
    take_in: Callable[[Callable[[], object]], object] = _nothing
    waiting: Callable[[str], int] = lambda _round_id: 0
    choose: Callable[[Callable[[], object]], object] = _nothing
