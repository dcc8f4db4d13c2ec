"""A safeguarding concern met while auditing, and the record of what was done.

The application tells nobody. It keeps the concern on top of Home until someone other than
the auditor records that the child was seen or is safe.
"""

from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.audit import Answer
from audit_desk.domain.audit_tool import Question


@dataclass(frozen=True, slots=True)
class ConcernContact:
    """One person or team who was told."""

    id: str
    told: str
    told_at: datetime
    response: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern raised by an answer.

    Attributes:
        id: A UUID.
        audit_id: The audit in which it arose.
        reference: The case's reference.
        question_id: The question whose answer raised it.
        cause: The answer in words, for example "Is the child safe now? Unsafe".
        raised_by: The auditor.
        raised_at: UTC.
        contacts: Who was told, oldest first.
        closed_by: Who recorded that the child was seen or is safe; never the auditor.
        closed_at: UTC; ``None`` while open.
        closing_note: What they saw or know.
    """

    id: str
    audit_id: str
    reference: str
    question_id: str
    cause: str
    raised_by: str
    raised_at: datetime
    contacts: tuple[ConcernContact, ...] = ()
    closed_by: str = ""
    closed_at: datetime | None = None
    closing_note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has yet recorded that the child is safe."""
        return self.closed_at is None


def concern_cause(question: Question, answer: Answer) -> str:
    """Return why an answer raises a concern, or an empty text where it raises none."""
    raise NotImplementedError
