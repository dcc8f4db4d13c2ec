"""What is still open before an audit can be submitted."""

from dataclasses import dataclass

from audit_desk.domain.audit import Answers, Judgements
from audit_desk.domain.audit_tool import AuditTool, Theme
from audit_desk.domain.case import Facts


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing still open; ``question_id`` is empty where it is a judgement."""

    theme_id: str
    question_id: str
    sentence: str


def gaps(
    tool: AuditTool, answers: Answers, judgements: Judgements, facts: Facts
) -> tuple[Gap, ...]:
    """Return what is still open, in reading order."""
    raise NotImplementedError


def progress(theme: Theme, answers: Answers, facts: Facts) -> tuple[int, int]:
    """Return how many questions of a theme are answered and how many apply."""
    raise NotImplementedError
