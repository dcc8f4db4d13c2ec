"""What one answer does to a judgement: grade it, hold it down, or leave it unknown.

The rules of single answers that the suggestions, the open gaps and the concerns share.
"""

from collections.abc import Iterable, Mapping

from audit_desk.domain.applicability import applies
from audit_desk.domain.audit import (
    NO,
    PARTLY,
    UNSAFE,
    UNSURE,
    Absence,
    Answer,
    Answers,
    Grade,
)
from audit_desk.domain.audit_tool import AnswerKind, Question
from audit_desk.domain.case import Facts

_BAD_ANSWERS: Mapping[AnswerKind, str] = {
    AnswerKind.GRADE: str(Grade.INADEQUATE.value),
    AnswerKind.YES_PARTLY_NO: NO,
}
_EVIDENCE_RULES: Mapping[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: ("1", "3", "4"),
    AnswerKind.YES_PARTLY_NO: (PARTLY, NO),
    AnswerKind.SAFETY: (UNSURE, UNSAFE),
    AnswerKind.FACTS: (),
}


def caps(question: Question, answer: Answer) -> bool:
    """Whether an answer sets the ceiling: a ★ question answered Inadequate or No."""
    bad = _BAD_ANSWERS.get(question.kind)
    return question.critical and answer.absence is None and bad is not None and answer.value == bad


def needs_evidence(question: Question, answer: Answer) -> bool:
    """Whether an answer demands evidence text.

    The question's own rule, or that of its kind: Outstanding, Requires improvement and
    Inadequate; partly and no; unsure and unsafe. An absence demands none.
    """
    if answer.absence is not None or not answer.value:
        return False
    wanted = question.evidence_for
    return answer.value in (_EVIDENCE_RULES[question.kind] if wanted is None else wanted)


class Given:
    """The answers given to a group of questions, as far as the questions apply.

    Questions for the moderator are left out.
    """

    def __init__(self, questions: Iterable[Question], answers: Answers, facts: Facts) -> None:
        self._pairs = [
            (question, answers[question.id])
            for question in questions
            if question.id in answers
            and not question.for_moderator
            and applies(question, answers, facts)
        ]

    def grades(self) -> list[Grade]:
        """Return the grades given; an absence is none."""
        return [
            answer.grade
            for question, answer in self._pairs
            if question.kind is AnswerKind.GRADE
            and answer.absence is None
            and answer.grade is not None
        ]

    def capping(self) -> list[Question]:
        """Return the ★ questions that set the ceiling."""
        return [question for question, answer in self._pairs if caps(question, answer)]

    def unsafe(self) -> list[Question]:
        """Return the safety question where the child is not safe."""
        return [
            question
            for question, answer in self._pairs
            if question.kind is AnswerKind.SAFETY
            and answer.absence is None
            and answer.value == UNSAFE
        ]

    def unknown(self, absence: Absence) -> list[Question]:
        """Return the questions with an absence whose answer could change a judgement.

        Those are the graded ones, the ★ ones and the one on safety.
        """
        return [
            question
            for question, answer in self._pairs
            if answer.absence is absence
            and (
                question.kind in (AnswerKind.GRADE, AnswerKind.SAFETY)
                or (question.critical and question.kind is AnswerKind.YES_PARTLY_NO)
            )
        ]
