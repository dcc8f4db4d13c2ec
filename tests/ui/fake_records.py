"""The record of one audit, kept in memory."""

# ruff: noqa: ARG002 - a fake takes what the service takes

from dataclasses import dataclass, field
from datetime import timedelta

from audit_desk.domain.last_place import LastPlace
from audit_desk.domain.submission import Content, Submission
from audit_desk.domain.version import Version, Written
from audit_desk.errors import UserError
from audit_desk.ui.screens.audit.history.history_ports import Records
from tests.ui.fake_auditing import NOW

YESTERDAY = NOW - timedelta(days=1)


def versions_of(*written: tuple[str, Written]) -> tuple[Version, ...]:
    """Return versions, oldest first, an hour apart, each after the one before it."""
    return tuple(
        Version(
            number,
            YESTERDAY + timedelta(hours=number),
            who,
            written[number - 1][1] if number else None,
            item,
        )
        for number, (who, item) in enumerate(written)
    )


@dataclass
class FakeRecords:
    """Versions by place, submissions, and where somebody was."""

    versions: dict[tuple[str, str], tuple[Version, ...]] = field(default_factory=dict)
    kept: tuple[Submission, ...] = ()
    place: LastPlace | None = None
    standing: Content = field(default_factory=lambda: Content(""))
    fails: UserError | None = None

    def of_place(self, audit_id: str, theme_id: str, question_id: str) -> tuple[Version, ...]:
        return tuple(reversed(self.versions.get((theme_id, question_id), ())))

    def of_audit(self, audit_id: str) -> tuple[Submission, ...]:
        return self.kept

    def now(self, audit_id: str) -> Content:
        return self.standing

    def last(self, audit_id: str, person: str) -> LastPlace | None:
        return self.place

    def remember(self, audit_id: str, person: str, theme_id: str, question_id: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.place = LastPlace(theme_id, question_id, NOW)

    def records(self) -> Records:
        return Records(self, self, self)
