"""What one audit found, for the child's worker and manager: nothing of any other child."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from audit_desk.domain.action import ActionLine
from audit_desk.domain.audit import OVERALL, FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clock_reading import ClockReading
from audit_desk.domain.concern import Concern
from audit_desk.domain.settlement import Settlement


@dataclass(frozen=True, slots=True)
class AuditReport:
    """One submitted audit with what follows from it.

    Attributes:
        tool: The tool that was used.
        organisation: Whose report it is.
        round_name: The audit's round.
        full: The audit as it was submitted.
        readings: What the clocks say.
        actions: The actions that this audit asked for, as they are worked on.
        concerns: The concerns for this child that the audit raised, open first.
        settled: What moderators settled of this file and stands, by item.
    """

    tool: AuditTool
    organisation: str
    round_name: str
    full: FullAudit
    readings: tuple[ClockReading, ...]
    actions: tuple[ActionLine, ...]
    concerns: tuple[Concern, ...]
    settled: Mapping[str, Settlement] = field(default_factory=dict)

    @property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Id and title of each theme, the whole audit first."""
        themes = ((theme.id, theme.title) for theme in self.tool.themes)
        return ((OVERALL, "The whole audit"), *themes)

    @property
    def written(self) -> datetime:
        """When the last thing was written that it rests on, UTC."""
        moments = [self.full.audit.submitted_at]
        moments += [line.action.changed_at for line in self.actions]
        moments += [made.settled_at for made in self.settled.values()]
        for concern in self.concerns:
            moments += [concern.raised_at, concern.closed_at]
            moments += [contact.told_at for contact in concern.contacts]
        return max(moment for moment in moments if moment is not None)
