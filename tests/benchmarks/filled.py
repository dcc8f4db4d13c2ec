"""Audits filled in as a person would: every question that applies, every theme judged."""

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind, Question
from audit_desk.services.desk import Desk


def fill(
    desk: Desk, audit: Audit, *, submit: bool, by: str = "Ada", grade: Grade = Grade.GOOD
) -> None:
    """Answer all that applies, favourably, and judge all alike; or leave the last theme."""
    tool = desk.auditing.tool_for(audit.id)
    answers = [_answer(question) for question in applicable(tool, {}, audit.facts)]
    why = "" if grade is Grade.GOOD else "Two months of records show it."
    judgements = [Judgement(theme.id, grade, why) for theme in tool.themes]
    judgements.append(Judgement(OVERALL, grade, why))
    if not submit:
        answers, judgements = answers[: len(answers) // 2], judgements[:2]
    desk.auditing.fill(audit.id, answers, judgements, by=by, submit=submit)


def _answer(question: Question) -> Answer:
    if question.kind is AnswerKind.FACTS:
        return Answer(question.id, absence=Absence.NOT_EVIDENCED)
    value = "2" if question.kind is AnswerKind.GRADE else POSSIBLE_VALUES[question.kind][0]
    return Answer(question.id, value, evidence="The record of 2 March shows it.")
