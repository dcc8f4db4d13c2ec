"""What the home of a pack asks of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from audit_desk.domain.pack import PackSlip
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.ui.screens.home.ports import AuditLine, ConcernPort


@dataclass(frozen=True, slots=True)
class PackAudit:
    """One of the pack's audits.

    Attributes:
        line: The audit.
        submitted: Whether it is submitted.
        given_back: Whether its person gave it back, having had a part in the case.
    """

    line: AuditLine
    submitted: bool
    given_back: bool = False

    @property
    def left(self) -> bool:
        """Whether it is still to be read."""
        return not self.submitted and not self.given_back


class PackHomePort(ConcernPort, Protocol):
    """What the home of a pack shows and records."""

    def slip(self) -> PackSlip:
        """Return what lies on top of the pack."""

    def due(self) -> str:
        """Return by when it is wanted, and how near that is; empty where nobody said."""

    def feedback(self) -> Sequence[PackFeedback]:
        """Return what moderators said of the audits that its person made before, newest first."""

    def every_audit(self) -> Sequence[PackAudit]:
        """Return the pack's audits: those to go on with first, submitted ones last."""


@dataclass(frozen=True, slots=True)
class PackWays:
    """Where the home of a pack leads.

    Attributes:
        open_audit: Opens an audit by its id.
        hand_back: Closes the pack for good and shows where it lies.
    """

    open_audit: Callable[[str], object]
    hand_back: Callable[[], object]
