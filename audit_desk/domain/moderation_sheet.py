"""What a round's second readings and moderation came to, for those who work on the audits."""

from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.findings_moderation import ModerationFindings
from audit_desk.domain.moderation import RoundModeration


@dataclass(frozen=True, slots=True)
class ModerationSheet:
    """The moderation of one round.

    Attributes:
        organisation: Whose report it is.
        round_name: The round.
        tool_title: The audit tool.
        tool_version: Its version.
        found: The pairs, and what was said of the audits.
        counted: The figures that come of them.
    """

    organisation: str
    round_name: str
    tool_title: str
    tool_version: int
    found: RoundModeration
    counted: ModerationFindings

    @property
    def written(self) -> datetime:
        """When the last thing was written that it rests on, UTC."""
        moments = [
            *self.found.moments,
            *(each.given_at for each in self.found.feedback),
            *(pair.further.chosen_at for pair in self.found.pairs),
        ]
        moments += [
            pair.first.submitted_at
            for pair in self.found.pairs
            if pair.first.submitted_at is not None
        ]
        return max(moments)
