"""How an invented file is graded: believable spreads, and answers that agree with each other.

Most answers are Good or Requires improvement, few Outstanding or Inadequate. Answers of one
child and of one theme resemble each other. Supervision and return home interviews are weaker,
as inspectors found in 2021 and 2023 (Bury, paragraphs 15 and 52; headline paragraph 3).
"""

import random
from collections.abc import Mapping

from audit_desk.domain.audit import NO, PARTLY, SAFE, UNSAFE, UNSURE, YES, Grade
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question
from audit_desk.services.demo.timeline import Timeline

_THEMES = {
    "strategy-meetings": 0.05,
    "wise-assessments": 0.15,
    "return-home-interviews": -0.3,
    "supervision": -0.4,
    "cross-cutting": 0.0,
}
_CHILD, _THEME, _QUESTION = 0.5, 0.3, 0.5
_LIMITS = ((1.25, Grade.OUTSTANDING), (-0.08, Grade.GOOD), (-1.4, Grade.REQUIRES_IMPROVEMENT))
_RARER = 0.5
"""How much worse a file must be before a ★ question is answered Inadequate or No."""
_PARTLY = -1.0
_UNSAFE, _UNSURE = -1.75, -1.15

Values = Mapping[str, str]
"""Main answers in their stored form, by question id."""


def graded(
    tool: AuditTool, line: Timeline, source: random.Random, wanted: Values
) -> dict[str, str]:
    """Return the main answer to every question that has one, whether or not it applies.

    Args:
        tool: The tool.
        line: What happened when.
        source: The chance of this file.
        wanted: Main answers that this file must have.
    """
    child = source.gauss(0, _CHILD)
    values: dict[str, str] = {}
    for theme in tool.themes:
        in_theme = child + _THEMES.get(theme.id, 0.0) + source.gauss(0, _THEME)
        for question in theme.questions:
            score = in_theme + source.gauss(0, _QUESTION)
            if question.kind is AnswerKind.SAFETY:
                values[question.id] = _safety(child + source.gauss(0, _QUESTION))
            elif question.kind is not AnswerKind.FACTS:
                values[question.id] = _value(question, score)
    values |= wanted
    _agree(values, line)
    return values


def _value(question: Question, score: float) -> str:
    worst = _RARER if question.critical else 0.0
    if question.kind is AnswerKind.YES_PARTLY_NO:
        if score > _LIMITS[1][0]:
            return YES
        return PARTLY if score > _PARTLY - worst else NO
    limits = (*_LIMITS[:2], (_LIMITS[2][0] - worst, _LIMITS[2][1]))
    grade = next((grade for limit, grade in limits if score > limit), Grade.INADEQUATE)
    return str(grade.value)


def _safety(score: float) -> str:
    if score < _UNSAFE:
        return UNSAFE
    return UNSURE if score < _UNSURE else SAFE


def _agree(values: dict[str, str], line: Timeline) -> None:
    """Put right what could not stand in one file together."""
    _agree_with_the_record(values, line)
    if values["X9"] == UNSAFE:
        _no_better_than(values, "3", "X5")
    if values["X5"] in ("1", "2"):
        # What CST achieved and whether life is better are judged from the same weeks.
        values["WI8"] = min(values["WI8"], "2")
    else:
        _no_better_than(values, "3", "WI8")
        _no_better_than(values, "2", "ST6", "ST7", "RH7")
    if values["X5"] == "4":
        _no_better_than(values, "3", "ST7")


def _agree_with_the_record(values: dict[str, str], line: Timeline) -> None:
    if line.missing_pattern != "repeated":  # episodes cannot have become fewer
        _no_better_than(values, "2", "ST6", "RH7")
    if line.meeting == "needed_not_held":
        _no_better_than(values, "3", "ST4", "ST5")
        _no_better_than(values, "4", "ST6")
    if line.stage == "overdue":
        _no_better_than(values, "4", "WI3")
        _no_better_than(values, "3", "WI4")
    if line.outcome:
        values["RH2"] = NO if line.outcome == "not_offered" else _offer(values["RH2"])
    if line.outcome == "not_offered":
        _no_better_than(values, "3", "RH3", "RH7")
    if "review" not in line.days:
        values["X7"] = NO


def _no_better_than(values: dict[str, str], limit: str, *question_ids: str) -> None:
    for question_id in question_ids:
        values[question_id] = max(values[question_id], limit)


def _offer(value: str) -> str:
    return YES if value == YES else PARTLY
