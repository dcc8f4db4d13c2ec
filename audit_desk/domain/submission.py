"""What was submitted before an audit was opened again, kept as it was sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from audit_desk.domain.audit import Answers, Judgements
from audit_desk.domain.contribution import Contributions
from audit_desk.domain.follow_up import FollowUps


@dataclass(frozen=True, slots=True)
class Content:
    """All that was written in an audit at one moment."""

    auditor: str
    answers: Answers = field(default_factory=dict)
    judgements: Judgements = field(default_factory=dict)
    contributions: Contributions = field(default_factory=dict)
    follow_ups: FollowUps = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission of an audit that was opened again later.

    Attributes:
        sequence: Which one it is, from 1.
        seal: SHA-256 over the text that was sealed, lower-case hex.
        content: What was written.
        submitted_by: Who submitted it.
        submitted_at: When, UTC.
        reopened_by: Who opened the audit again.
        reopened_at: When, UTC.
        reason: Why.
    """

    sequence: int
    seal: str
    content: Content
    submitted_by: str
    submitted_at: datetime
    reopened_by: str
    reopened_at: datetime
    reason: str
