"""What a round found on the questions of a theme, a line each."""

from audit_desk.domain.audit import Grade
from audit_desk.domain.audit_tool import AnswerKind
from audit_desk.domain.findings import RECORDED, QuestionFindings, Spread
from audit_desk.ui.models.share_words import in_cell
from audit_desk.ui.widgets.grade_chip import NOTHING
from audit_desk.ui.widgets.row_model import Column, RowModel

ANSWERS_COLUMN = 2
"""Where the answers stand; a delegate paints those of graded questions as a bar."""


def spread_of(question: QuestionFindings) -> Spread | None:
    """Return the grades given to a question; ``None`` where it is not graded."""
    if question.kind != AnswerKind.GRADE.value:
        return None
    grades = {grade: question.counts.get(str(grade.value), 0) for grade in Grade}
    return Spread(
        grades,
        question.not_evidenced,
        question.not_accessible,
        question.not_applicable,
        question.unanswered,
    )


def answers_text(question: QuestionFindings) -> str:
    """Return the answers with their counts: ``Yes 8 · Partly 2 · NE 1``."""
    spread = spread_of(question)
    if spread is not None:
        given = [(grade.letters, count) for grade, count in spread.grades.items()]
    else:
        given = [(_name(value), count) for value, count in question.counts.items()]
    absent = [
        ("NE", question.not_evidenced),
        ("NX", question.not_accessible),
        (NOTHING, question.unanswered),
    ]
    shown = [f"{name} {count}" for name, count in (*given, *absent) if count]
    return " · ".join(shown) or "No answer"


def question_model() -> RowModel[QuestionFindings]:
    """Return a model of questions."""
    return RowModel(
        (
            Column("", lambda each: f"{each.question_id} ★" if each.critical else each.question_id),
            Column("Question", lambda each: each.wording),
            Column("Answers", answers_text),
            Column(
                "Good\nor yes",
                lambda each: in_cell(each.favourable),
                sort_key=_favourable,
                tip=lambda _each: "Good or better, yes, or safe, of all with an answer",
            ),
            Column(
                "N/A",
                lambda each: str(each.not_applicable or ""),
                sort_key=lambda each: each.not_applicable,
                numeric=True,
                tip=lambda _each: "Files to which the question does not apply",
            ),
        )
    )


def _favourable(question: QuestionFindings) -> float:
    share = question.favourable
    return share.n / share.of if share.of else 2.0


def _name(value: str) -> str:
    return "Recorded" if value == RECORDED else value.capitalize()
