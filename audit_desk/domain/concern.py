"""A safeguarding concern met while auditing, and the record of what was done.

The application tells nobody. It keeps the concern on top of Home until someone other than
the auditor records that the child was seen or is safe.
"""

from dataclasses import dataclass
from datetime import datetime

from audit_desk.domain.answer_rules import caps
from audit_desk.domain.audit import UNSAFE, UNSURE, Answer
from audit_desk.domain.audit_tool import AnswerKind, Question


@dataclass(frozen=True, slots=True)
class ConcernContact:
    """One person or team who was told.

    Attributes:
        id: A UUID.
        told: A role or a name.
        told_at: When they were told, as the person says who told them; UTC.
        response: What they answered.
        recorded_by: Who put it on record.
    """

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
    """Return why an answer raises a concern, in words; empty where it raises none.

    Raised where the child is unsafe or nobody can be sure, and by a ★ question answered
    Inadequate or No: each may mean that a child is at risk now, so it cannot wait for the
    report.

    Args:
        question: The question.
        answer: Its answer.
    """
    if answer.absence is not None:
        return ""
    if question.kind is AnswerKind.SAFETY and answer.value in (UNSURE, UNSAFE):
        return f"{question.wording} {answer.value.capitalize()}"
    if caps(question, answer):
        words = answer.grade.label if answer.grade else answer.value.capitalize()
        return f"{question.id} ★: {words}. {question.wording}"
    return ""
