"""What Home asks of the rest of the application."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from audit_desk.domain.concern import Concern
from audit_desk.domain.due_dates import Timeliness
from audit_desk.domain.pack_feedback import PackFeedback
from audit_desk.domain.settings import EscalationContact
from audit_desk.services.rounds import RoundLine


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An audit that waits for the person at this desk.

    Attributes:
        audit_id: The audit.
        reference: The case's reference.
        round_name: Its round.
        answered: How many questions are answered.
        asked: How many apply to this child.
        started: Whether anything is answered yet.
        due: By when it is to be read, in words; empty where nobody said.
        timeliness: Whether that day has passed or is near.
        again: Whether somebody else reads the file as well: this is a second reading.
    """

    audit_id: str
    reference: str
    round_name: str
    answered: int
    asked: int
    started: bool
    due: str = ""
    timeliness: Timeliness = Timeliness.NONE
    again: bool = False

    @property
    def belongs_to(self) -> str:
        """Its round, and that it is a second reading where it is one."""
        return " · ".join(filter(None, (self.round_name, "second reading" * self.again)))


@dataclass(frozen=True, slots=True)
class NeedLine:
    """Files that need an auditor, or a round that needs a moderator.

    Attributes:
        title: The file, or the round.
        note: Why: who gave it back, how many have none, or how much is to be settled.
        round_id: Where one is found.
    """

    title: str
    note: str
    round_id: str


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """Something that waits for a person's decision.

    Attributes:
        title: What, with its number.
        note: Which.
        action: What is done about it.
    """

    title: str
    note: str
    action: str


@dataclass(frozen=True, slots=True)
class DueAction:
    """An action that is overdue or due soon.

    Attributes:
        action_id: The action.
        change: What will change for the child.
        owner: The role that sees to it, and the round.
        due: How late or near its day is, in words.
        timeliness: The same as a sign.
    """

    action_id: str
    change: str
    owner: str
    due: str
    timeliness: Timeliness


class ConcernPort(Protocol):
    """Open concerns: shown on top, and what is recorded of them."""

    def person(self) -> str:
        """Return who is at this desk."""

    def contacts(self) -> Sequence[EscalationContact]:
        """Return whom to tell about a concern, in the order in which to try them."""

    def open_concerns(self) -> Sequence[Concern]:
        """Return every open concern, oldest first."""

    def record_contact(
        self, concern_id: str, told: str, told_at: datetime, response: str
    ) -> object:
        """Record who was told, when (UTC) and what they answered.

        Raises:
            UserError: Nobody is named, or the time lies ahead.
        """

    def close_concern(self, concern_id: str, note: str, by: str) -> object:
        """Record that the child was seen or is safe.

        Raises:
            UserError: By the auditor, or without saying anything.
        """


class HomePort(ConcernPort, Protocol):
    """What Home shows and records."""

    def case_count(self) -> int:
        """Return how many cases there are."""

    def my_audits(self) -> Sequence[AuditLine]:
        """Return what is overdue, what this person has begun, and what they could begin next."""

    def needs_auditor(self) -> Sequence[NeedLine]:
        """Return the files that were given back, then the rounds with files without auditor."""

    def versions(self) -> ChoiceLine | None:
        """Return the audits that were changed here and in a pack; ``None`` where none waits."""

    def readings_compared(self) -> bool:
        """Whether all that was read twice was compared: ``to_settle`` says all only then."""

    def compare_readings(self, progress: Callable[[int, int, str], None]) -> object:
        """Compare what was read twice and not compared before; called in a worker's thread.

        Args:
            progress: Told how far it is; it raises where the work is to end.

        Raises:
            UserError: The register cannot be read.
        """

    def to_settle(self) -> NeedLine | None:
        """Return what two readings differ in and nobody settled; ``None`` where there is nothing.

        It leads to the newest round of those in which something waits.
        """

    def due_actions(self) -> Sequence[DueAction]:
        """Return the actions that are overdue or due soon, the latest first."""

    def feedback(self) -> Sequence[PackFeedback]:
        """Return what moderators said of this person's audits and may be told, newest first."""

    def round_lines(self) -> Sequence[RoundLine]:
        """Return all rounds, newest first."""

    def number_out(self) -> Mapping[str, int]:
        """Return how many audits are out in packs, by the round's id."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where Home leads.

    Attributes:
        open_audit: Opens an audit by its id.
        open_round: Opens a round by its id.
        moderate: Opens what two readings of a round differ in, by the round's id.
        go: Shows a page by its key: ``cases``, ``rounds``.
        open_action: Shows an action by its id on the Actions page.
        bring_in: Opens the import of a case list.
        choose_versions: Opens the choice between two versions of audits.
    """

    open_audit: Callable[[str], object]
    open_round: Callable[[str], object]
    go: Callable[[str], object]
    bring_in: Callable[[], object]
    open_action: Callable[[str], object]
    choose_versions: Callable[[], object] = lambda: None
    moderate: Callable[[str], object] = lambda _round_id: None
