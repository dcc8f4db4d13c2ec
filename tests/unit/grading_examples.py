"""Small tools and answers that the tests of grading share."""

from collections.abc import Mapping, Sequence

from audit_desk.domain.audit import Absence, Answer, Grade, Judgement
from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Condition,
    Question,
    Theme,
    ToolStatus,
)
from audit_desk.domain.grading import (
    Suggestion,
    suggest_overall,
    suggest_theme,
)

O, G, RI, I = Grade  # noqa: E741 - the grades' own letters


NE, NA, SHUT = Absence.NOT_EVIDENCED, Absence.NOT_APPLICABLE, Absence.NOT_ACCESSIBLE


def question(
    question_id: str,
    kind: AnswerKind = AnswerKind.GRADE,
    *,
    critical: bool = False,
    moderator: bool = False,
    when: tuple[Condition, ...] = (),
    evidence_for: tuple[str, ...] | None = None,
) -> Question:
    return Question(
        id=question_id,
        wording="How well?",
        kind=kind,
        guidance="",
        sources=(),
        critical=critical,
        for_moderator=moderator,
        applies_when=when,
        evidence_for=evidence_for,
    )


def theme(*questions: Question, name: str = "T1") -> Theme:
    return Theme(name, name, "", questions)


def tool(*themes: Theme) -> AuditTool:
    return AuditTool("t", 1, ToolStatus.DRAFT, "T", "", (), themes)


def answer(question_id: str, given_answer: Grade | str | Absence) -> Answer:
    if isinstance(given_answer, Absence):
        return Answer(question_id, absence=given_answer)
    return Answer(question_id, str(given_answer))


def suggest(answers: Sequence[Grade | Absence], critical: Sequence[bool] = ()) -> Suggestion:
    stars = [*critical, *[False] * len(answers)]
    questions = [question(f"Q{number}", critical=stars[number]) for number in range(len(answers))]
    filled = {f"Q{number}": answer(f"Q{number}", one) for number, one in enumerate(answers)}
    return suggest_theme(theme(*questions), filled, {})


def whole(
    grades: Sequence[Grade | Absence],
    safety: str | Absence | None = "safe",
    star: str | Absence = "yes",
    decided: Mapping[str, Grade] | None = None,
) -> Suggestion:
    themes = [theme(question(f"Q{number}"), name=f"T{number}") for number in range(len(grades))]
    cross = theme(
        question("X9", AnswerKind.SAFETY, critical=True),
        question("X3", AnswerKind.YES_PARTLY_NO, critical=True),
        name="X",
    )
    answers = {f"Q{number}": answer(f"Q{number}", one) for number, one in enumerate(grades)}
    answers["X3"] = answer("X3", star)
    if safety is not None:
        answers["X9"] = answer("X9", safety)
    judgements = {name: Judgement(name, grade) for name, grade in (decided or {}).items()}
    return suggest_overall(tool(*themes, cross), answers, judgements, {})
