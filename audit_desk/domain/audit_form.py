"""A form of an audit: what is written to paper or a workbook when there is no window to read at."""

from dataclasses import dataclass, field
from datetime import datetime

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clock_reading import ClockReading
from audit_desk.domain.follow_up import FollowUps


@dataclass(frozen=True, slots=True)
class AuditForm:
    """What a form is made from. It names a child by reference alone, and nobody else.

    Attributes:
        tool: The tool whose questions it asks.
        organisation: Whose form it is.
        written_at: When, UTC.
        full: The audit that it belongs to; ``None`` for a form that any audit may use.
        round_name: The audit's round; empty without an audit.
        filled: Whether the answers so far stand in it.
        follow_ups: What follows from the answers so far.
        readings: What the clocks say of them.
    """

    tool: AuditTool
    organisation: str
    written_at: datetime
    full: FullAudit | None = None
    round_name: str = ""
    filled: bool = False
    follow_ups: FollowUps = field(default_factory=dict)
    readings: tuple[ClockReading, ...] = ()

    @property
    def reference(self) -> str:
        """The case's reference; empty without an audit."""
        return self.full.audit.reference if self.full else ""

    @property
    def shown(self) -> FullAudit | None:
        """The audit whose answers stand in the form; ``None`` where it is blank."""
        return self.full if self.filled else None
