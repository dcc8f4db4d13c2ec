"""Whole readings of files, for tests of second readings, moderation and packs."""

from collections.abc import Mapping

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.applicability import applicable
from audit_desk.domain.audit import OVERALL, Absence, Answer, Audit, FullAudit, Grade, Judgement
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.services.desk import Desk

WORDS = "The record of 2 March shows it."


def read(
    desk: Desk,
    audit: Audit,
    by: str,
    overall: Grade = Grade.GOOD,
    otherwise: Mapping[str, Answer] | None = None,
) -> FullAudit:
    """Answer all of a file with Good, judge it, and submit it.

    Args:
        desk: The services.
        audit: The audit.
        by: Who reads.
        overall: The overall judgement.
        otherwise: Answers in the place of these, by question.
    """
    tool = desk.auditing.tool_for(audit.id)
    answers = []
    for question in applicable(tool, {}, audit.facts):
        usual = Answer(question.id, absence=Absence.NOT_EVIDENCED)
        if question.kind is not AnswerKind.FACTS:
            graded = question.kind is AnswerKind.GRADE
            value = "2" if graded else POSSIBLE_VALUES[question.kind][0]
            usual = Answer(question.id, value, evidence=WORDS)
        answers.append((otherwise or {}).get(question.id, usual))
    judgements = [
        *(Judgement(theme.id, Grade.GOOD) for theme in tool.themes),
        Judgement(OVERALL, overall, rationale=f"{by} saw it so."),
    ]
    return desk.auditing.fill(audit.id, answers, judgements, by=by, submit=True, independent=True)
