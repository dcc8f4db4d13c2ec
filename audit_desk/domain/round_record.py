"""A round with everything that was written in it, for whatever shows more than the findings."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit_desk.domain.audit import AuditState, FullAudit, Selection
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.clock_reading import ClockReading
from audit_desk.domain.findings import Findings
from audit_desk.domain.round import Round


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """What a round found and what it was found in.

    Attributes:
        round: The round.
        tool: The version of the audit tool that all its audits are pinned to, with the questions
            that later versions retired.
        findings: What the round found.
        audits: All audits in any state, by reference.
        clocks: What the clocks say, by the audit's id, in the tool's order.
    """

    round: Round
    tool: AuditTool
    findings: Findings
    audits: tuple[FullAudit, ...]
    clocks: Mapping[str, tuple[ClockReading, ...]]


def is_counted(full: FullAudit) -> bool:
    """Whether an audit counts in the findings' shares: drawn at random and submitted."""
    audit = full.audit
    return audit.selection is Selection.RANDOM and audit.state is AuditState.SUBMITTED
