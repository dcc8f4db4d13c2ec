"""What the Moderation tab asks of the rest of the application."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from audit_desk.domain.moderation import Pair
from audit_desk.domain.round import Round
from audit_desk.domain.second_reading import Choice, Further, Rule
from audit_desk.domain.settlement import Feedback


class ModerationPort(Protocol):
    """Pairs of readings, read and settled on the main thread, one at a time."""

    def settle(
        self,
        round_: Round,
        further_id: str,
        item: str,
        standing: str,
        reason: str,
        moderator: str,
    ) -> Pair:
        """Settle one thing and return the pair as it stands then.

        Raises:
            UserError: No reason or name, a reader would settle it, or it is not both sealed.
        """

    def settle_rest(
        self, round_: Round, further_id: str, *, as_first: bool, reason: str, moderator: str
    ) -> Pair:
        """Settle all that is open as one of the readers has it.

        Raises:
            UserError: As ``settle``.
        """

    def withdraw(self, round_: Round, further_id: str, item: str, moderator: str) -> Pair:
        """Take a settlement back.

        Raises:
            UserError: It was not settled, or a reader would take it back.
        """

    def give_feedback(self, given: Feedback) -> Feedback:
        """Tell an auditor about the quality of their audit.

        Raises:
            UserError: Nothing is said, or it is the moderator's own audit.
        """


class SecondReadingPort(Protocol):
    """Who is read twice, read and written on the main thread."""

    def rule(self, round_id: str) -> Rule:
        """Return a round's rule: the one that was set, else the default."""

    def of_round(self, round_id: str) -> tuple[Further, ...]:
        """Return the further readings of a round."""

    def preview(self, round_id: str, rule: Rule) -> tuple[Choice, ...]:
        """Return which files a rule would add."""

    def apply(self, round_id: str, rule: Rule, by: str) -> tuple[Further, ...]:
        """Set the rule and add what it chooses.

        Raises:
            UserError: Nobody is named.
        """

    def choose(self, first_ids: Sequence[str], reason: str, by: str) -> None:
        """Have files read again by hand.

        Raises:
            UserError: No reason is given, or one is read twice already.
        """

    def calibrate(
        self, first_id: str, readers: Sequence[str], reason: str, by: str, due: date | None = None
    ) -> tuple[str, ...]:
        """Make a file one that everyone reads.

        Raises:
            UserError: No reason is given, or nobody is left to read it.
        """

    def against(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        """Return what stands against somebody reading these files, a text a file."""

    def reads(self, further_ids: Sequence[str], reader: str) -> tuple[str, ...]:
        """Return the references of the files that somebody reads for another reading."""

    def assign(
        self,
        further_ids: Sequence[str],
        reader: str,
        due: date | None,
        by: str,
        *,
        override: str = "",
        begun_too: bool = False,
    ) -> object:
        """Give further readings to somebody.

        Raises:
            UserError: They read one of them already, or had a part in a case.
        """

    def remove(self, further_id: str, by: str) -> None:
        """Take away a further reading that nobody has begun.

        Raises:
            UserError: It is begun or was handed out.
        """


@dataclass(frozen=True, slots=True)
class ModerationPorts:
    """Both of them."""

    moderation: ModerationPort
    second: SecondReadingPort
