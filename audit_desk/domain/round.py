"""A round: one occasion on which a sample of files is read with one version of one tool."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Round:
    """A round of audits.

    Attributes:
        id: A UUID.
        name: What people call it; unique in its register.
        purpose: Why it is done, printed in the report. May be empty.
        tool_id: The audit tool that its audits are pinned to.
        tool_version: That tool's version; it never changes once the round exists.
        created_at: When it was created, UTC.
    """

    id: str
    name: str
    purpose: str
    tool_id: str
    tool_version: int
    created_at: datetime
