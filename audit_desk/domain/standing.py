"""Where a question or a theme stands in an audit: an answer, an absence, or nothing yet."""

from collections.abc import Mapping, Sequence

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import (
    Absence,
    FullAudit,
    Grade,
)
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question
from audit_desk.domain.findings import RECORDED

UNANSWERED = "unanswered"
"""Stands for an answer or a judgement that nobody gave."""
GRADES = tuple(str(grade.value) for grade in Grade)
MAIN_ANSWERS: Mapping[AnswerKind, tuple[str, ...]] = {
    **POSSIBLE_VALUES,
    AnswerKind.FACTS: (RECORDED,),
}
"""The main answers that a question can have, in their stored form, the best first; where only facts
are asked for, that they were recorded is counted as one."""


def standings(tool: AuditTool, questions: Sequence[Question], full: FullAudit) -> dict[str, str]:
    """Return where questions stand in one audit, by the question's id.

    A question that does not fit the child stands as not applicable whatever was answered before.
    """
    facts = full.audit.facts
    answers = relevant_answers(tool, full.answers, facts)
    found: dict[str, str] = {}
    for question in questions:
        answer = answers.get(question.id)
        standing = UNANSWERED
        if not applies(question, answers, facts):
            standing = Absence.NOT_APPLICABLE
        elif answer is not None and answer.absence is not None:
            standing = answer.absence
        elif answer is not None and question.kind is AnswerKind.FACTS and answer.parts:
            standing = RECORDED
        elif answer is not None and answer.value in MAIN_ANSWERS[question.kind]:
            standing = answer.value
        found[question.id] = str(standing)
    return found


def judged(full: FullAudit, theme_id: str) -> str:
    """Return a judgement's grade in its stored form, or an empty text while undecided."""
    judgement = full.judgements.get(theme_id)
    return "" if judgement is None or judgement.grade is None else str(judgement.grade.value)


def unjudged(standings: Sequence[str]) -> str:
    """Say why a theme has no grade, from where its questions stand.

    Only where every question that applies has the same absence does the theme take it, so
    that a record that could not be opened is never counted as one that was not there.
    """
    fitting = {standing for standing in standings if standing != Absence.NOT_APPLICABLE}
    if not fitting:
        return Absence.NOT_APPLICABLE
    if fitting == {str(Absence.NOT_ACCESSIBLE)}:
        return Absence.NOT_ACCESSIBLE
    if fitting <= {str(Absence.NOT_ACCESSIBLE), str(Absence.NOT_EVIDENCED)}:
        return Absence.NOT_EVIDENCED
    return UNANSWERED


def standing_words(standing: str) -> str:
    """Return an answer, a judgement or an absence in words."""
    if standing in GRADES:
        return Grade(int(standing)).label
    if standing == UNANSWERED or not standing:
        return "No answer"
    return standing.replace("_", " ").capitalize()
