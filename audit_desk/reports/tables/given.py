"""The answers of a round one by one, each with the question that it answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import Answer, Answers, FullAudit
from audit_desk.domain.audit_tool import Question, Theme
from audit_desk.domain.round_record import RoundRecord


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in its audit.

    Attributes:
        full: The audit.
        answer: The answer.
        question: What it answers; ``None`` where the tool has no such question.
        theme: The theme that the question stands in; ``None`` with ``question``.
        applies: Whether the question fits this child.
    """

    full: FullAudit
    answer: Answer
    question: Question | None
    theme: Theme | None
    applies: bool


def given_answers(record: RoundRecord) -> Iterator[Given]:
    """Yield the answers of each audit in the tool's order, those to no known question last."""
    placed = {
        question.id: (question, theme)
        for theme in record.tool.themes
        for question in theme.questions
    }
    for full in record.audits:
        relevant = relevant_answers(record.tool, full.answers, full.audit.facts)
        known = [full.answers[each] for each in placed if each in full.answers]
        others = [answer for each, answer in full.answers.items() if each not in placed]
        for answer in (*known, *others):
            question, theme = placed.get(answer.question_id, (None, None))
            yield Given(full, answer, question, theme, _applies(question, relevant, full))


def _applies(question: Question | None, answers: Answers, full: FullAudit) -> bool:
    return question is not None and applies(question, answers, full.audit.facts)
