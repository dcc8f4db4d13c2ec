"""What the audit page asks of the record of an audit: versions, submissions, the last place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from audit_desk.domain.last_place import LastPlace
from audit_desk.domain.submission import Content, Submission
from audit_desk.domain.version import Version


class HistoryPort(Protocol):
    """What stood in a place of an audit before."""

    def of_place(self, audit_id: str, theme_id: str, question_id: str) -> Sequence[Version]:
        """Return the versions of what stands at a place, newest first."""


class SubmissionsPort(Protocol):
    """What was submitted before an audit was opened again."""

    def of_audit(self, audit_id: str) -> Sequence[Submission]:
        """Return the kept submissions, oldest first.

        Raises:
            UserError: One of them cannot be read any more.
        """

    def now(self, audit_id: str) -> Content:
        """Return what stands in the audit at present."""


class PlacesPort(Protocol):
    """Where a person was in an audit."""

    def last(self, audit_id: str, person: str) -> LastPlace | None:
        """Return where a person left an audit; ``None`` where they never were in it."""

    def remember(self, audit_id: str, person: str, theme_id: str, question_id: str) -> None:
        """Keep where a person is.

        Raises:
            UserError: The register cannot be written.
        """


class NothingKept:
    """Stands in where no record is kept."""

    def of_place(self, _audit_id: str, _theme_id: str, _question_id: str) -> tuple[Version, ...]:
        """Return nothing."""
        return ()

    def of_audit(self, _audit_id: str) -> tuple[Submission, ...]:
        """Return nothing."""
        return ()

    def now(self, _audit_id: str) -> Content:
        """Return nothing."""
        return Content("")

    def last(self, _audit_id: str, _person: str) -> None:
        """Return nothing."""

    def remember(self, _audit_id: str, _person: str, _theme_id: str, _question_id: str) -> None:
        """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Records:
    """Versions, submissions and last places."""

    history: HistoryPort = field(default_factory=NothingKept)
    submissions: SubmissionsPort = field(default_factory=NothingKept)
    places: PlacesPort = field(default_factory=NothingKept)
