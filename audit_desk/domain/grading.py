"""How a suggestion comes from the answers: lower median, then ceiling."""

from dataclasses import dataclass

from audit_desk.domain.audit import Answer, Answers, Grade, Judgements
from audit_desk.domain.audit_tool import AuditTool, Question, Theme
from audit_desk.domain.case import Facts


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules suggest; the auditor decides."""

    grade: Grade | None
    before_ceiling: Grade | None
    best: Grade | None
    worst: Grade | None
    graded: int
    not_evidenced: int
    capped_by: tuple[str, ...]
    working: str


def suggest_theme(theme: Theme, answers: Answers, facts: Facts) -> Suggestion:
    """Suggest a grade for a theme."""
    raise NotImplementedError


def suggest_overall(
    tool: AuditTool, answers: Answers, judgements: Judgements, facts: Facts
) -> Suggestion:
    """Suggest a grade for the whole audit."""
    raise NotImplementedError


def needs_evidence(question: Question, answer: Answer) -> bool:
    """Whether that answer demands evidence text."""
    raise NotImplementedError
