"""What the audit page asks of the rest of the application.

The page never reaches for a service: it is handed these, and a test hands it others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from audit_desk.domain.action import Action
from audit_desk.domain.audit import Answer, Audit, FullAudit, Judgement
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clocks import BankHolidays
from audit_desk.domain.concern import Concern
from audit_desk.domain.contribution import Contribution
from audit_desk.domain.event_suggestions import FromLists
from audit_desk.domain.follow_up import FollowUp, FollowUps
from audit_desk.domain.independence import Record, Statement
from audit_desk.domain.settings import EscalationContact
from audit_desk.ui.dialogs.take_in.custody_ports import (
    CustodyPort,
    NoCustody,
    NoVersions,
    VersionsPort,
)
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.screens.audit.draft_ports import DraftsPort, NoDrafts
from audit_desk.ui.screens.audit.history.history_ports import Records
from audit_desk.ui.screens.audit.identifiers.identifier_ports import IdentifiersPort, NoIdentifiers


class AuditingPort(Protocol):
    """Reading, saving and closing one audit."""

    def open(self, audit_id: str) -> FullAudit:
        """Return the audit with everything written in it."""

    def tool_for(self, audit_id: str) -> AuditTool:
        """Return the version of the tool that the audit is pinned to."""

    def save_answer(self, audit_id: str, answer: Answer, by: str) -> FullAudit:
        """Save one answer; it is on disk when this returns.

        Raises:
            UserError: The audit is submitted, or the register cannot be written.
        """

    def save_judgement(self, audit_id: str, judgement: Judgement, by: str) -> FullAudit:
        """Save one judgement; it is on disk when this returns.

        Raises:
            UserError: The audit is submitted, or the register cannot be written.
        """

    def save_contribution(self, audit_id: str, made: Contribution, by: str) -> FullAudit:
        """Save what is said of one role's part; it is on disk when this returns.

        Raises:
            UserError: The audit is submitted, or the register cannot be written.
        """

    def submit(self, audit_id: str, by: str) -> FullAudit:
        """Lock the audit.

        Raises:
            UserError: Something is missing; the message lists it.
        """

    def reopen(self, audit_id: str, reason: str, by: str) -> FullAudit:
        """Unlock a submitted audit; the reason goes on record."""


class ConcernsPort(Protocol):
    """The record of concerns for a child's safety."""

    def raise_concern(self, audit_id: str, question_id: str, cause: str, by: str) -> Concern:
        """Put a concern on record, or return the open one that the question already has."""

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str, by: str
    ) -> Concern:
        """Record who was told, when (UTC) and what they answered."""

    def for_audit(self, audit_id: str) -> tuple[Concern, ...]:
        """Return the audit's concerns, open and closed."""

    def close(self, concern_id: str, note: str, by: str) -> Concern:
        """Record that the child was seen or is safe.

        Raises:
            UserError: ``by`` is the auditor, who may not close their own concern.
        """


class ActionsPort(Protocol):
    """What follows from the answers."""

    def follow_ups(self, audit_id: str) -> FollowUps:
        """Return what the auditor said follows from each answer."""

    def keep(self, audit_id: str, follow_up: FollowUp, by: str) -> None:
        """Keep what follows from one answer; it is on disk when this returns.

        Raises:
            UserError: The audit is submitted, or the register cannot be written.
        """

    def choices(self, audit_id: str) -> Sequence[Action]:
        """Return the actions of the round that another answer can be linked to."""

    def owners(self) -> Sequence[str]:
        """Return the roles that can own an action."""


class ListsPort(Protocol):
    """What lists say of the child."""

    def for_audit(self, audit_id: str) -> FromLists:
        """Return the child's events, and the dates that lists suggest."""


class NoLists:
    """Stands in where no list was brought in."""

    def for_audit(self, _audit_id: str) -> FromLists:
        """Return nothing."""
        return FromLists()


class IndependencePort(Protocol):
    """Whether the reader has had a part in the child's case."""

    def record(self, audit_id: str) -> Record:
        """Return all that is known about who may read the file."""

    def declare(self, audit_id: str, auditor: str, statement: Statement) -> Audit:
        """Put on record what the reader says; whoever had a part gives the file back.

        Raises:
            UserError: The case list says otherwise than the reader.
        """


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Desk:
    """Who reads, and what the reading needs from around it.

    Attributes:
        person: The reader's name, written beside everything they save.
        holidays: England's bank holidays, for the clocks.
        contacts: The council's own people to tell about an unsafe child, in order.
        today: The local date, for typed dates such as "yesterday".
        now: The local time with its zone.
    """

    person: str
    holidays: BankHolidays
    contacts: Sequence[EscalationContact] = ()
    today: Callable[[], date] = date.today
    now: Callable[[], datetime] = field(default=_local_now)


@dataclass(frozen=True, slots=True)
class AuditPorts:
    """What the page works with, and where errors are shown."""

    auditing: AuditingPort
    concerns: ConcernsPort
    errors: ShowsErrors
    independence: IndependencePort
    lists: ListsPort = field(default_factory=NoLists)
    actions: ActionsPort = field(kw_only=True)
    records: Records = field(default_factory=Records)
    identifiers: IdentifiersPort = field(default_factory=NoIdentifiers)
    drafts: DraftsPort = field(default_factory=NoDrafts)
    custody: CustodyPort = field(default_factory=NoCustody)
    versions: VersionsPort = field(default_factory=NoVersions)
