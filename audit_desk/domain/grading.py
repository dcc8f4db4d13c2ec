"""How a suggestion comes from the answers: lower median, then ceiling. The auditor decides.

Grades are judged, never averaged. The lower median is the middle one of the grades in order;
of two middle ones the lower judgement, that is the larger stored number. The ceiling: a ★
question answered Inadequate or No holds its theme, and the whole audit, at Requires
improvement or below, and a child who is not safe makes the whole audit Inadequate.

What could not be seen is not guessed. Answers that are not evidenced or not accessible stay
out of the suggestion; beside it stands what it would be if all of them were at their best,
and if all were at their worst. A record that could not be opened is as unknown as one that
was not found. Questions not yet answered count for neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from audit_desk.domain.answer_rules import Given, caps, needs_evidence
from audit_desk.domain.applicability import relevant_answers
from audit_desk.domain.audit import Absence, Answers, Grade, Judgements
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question, Theme
from audit_desk.domain.case import Facts

__all__ = [
    "CEILING",
    "Suggestion",
    "caps",
    "lower_median",
    "needs_evidence",
    "suggest_overall",
    "suggest_theme",
]

CEILING = Grade.REQUIRES_IMPROVEMENT
"""The best that a theme or an audit can be with a ★ question answered Inadequate or No."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules suggest.

    Attributes:
        grade: The suggestion; ``None`` where nothing is graded.
        before_ceiling: The lower median alone.
        best: The suggestion if all that is unknown were at its best; ``None`` where there is
            nothing graded and nothing unknown.
        worst: The same with all that is unknown at its worst.
        graded: How many grades it rests on: answers in a theme, themes in the whole audit.
        not_evidenced: Unknown answers that bear on it because no record was found.
        capped_by: The questions that made it lower than the median; empty where none did.
        working: The reckoning in words.
        not_accessible: Unknown answers that bear on it because a record could not be opened.
    """

    grade: Grade | None
    before_ceiling: Grade | None
    best: Grade | None
    worst: Grade | None
    graded: int
    not_evidenced: int
    capped_by: tuple[str, ...]
    working: str
    not_accessible: int = 0


def lower_median(grades: Iterable[Grade]) -> Grade | None:
    """Return the middle grade; of two middle ones the lower judgement (the larger number)."""
    ordered = sorted(grades)
    return ordered[len(ordered) // 2] if ordered else None


def suggest_theme(theme: Theme, answers: Answers, facts: Facts) -> Suggestion:
    """Suggest a grade for a theme.

    Args:
        theme: The theme.
        answers: The audit's answers, without those that no longer apply
            (``applicability.relevant_answers``).
        facts: The case's facts.
    """
    given = Given(theme.questions, answers, facts)
    # Whether the child is safe now is a matter of the whole audit, not of a theme.
    unknown = {
        absence: [question for question in questions if question.kind is not AnswerKind.SAFETY]
        for absence, questions in _unknown(given).items()
    }
    doubtful = [question for questions in unknown.values() for question in questions]
    ungraded = [question for question in doubtful if question.kind is AnswerKind.GRADE]
    grades = given.grades()
    median = lower_median(grades)
    best = lower_median([*grades, *(Grade.OUTSTANDING for _ in ungraded)])
    worst = lower_median([*grades, *(Grade.INADEQUATE for _ in ungraded)])
    capping = given.capping()
    maybe_capping = bool(capping) or any(question.critical for question in doubtful)
    return _suggestion(
        "graded answer",
        len(grades),
        (median, _held(median, CEILING, bool(capping))),
        (_held(best, CEILING, bool(capping)), _held(worst, CEILING, maybe_capping)),
        capping,
        unknown,
    )


def suggest_overall(
    tool: AuditTool, answers: Answers, judgements: Judgements, facts: Facts
) -> Suggestion:
    """Suggest a grade for the whole audit from its themes.

    A theme counts with the grade that the auditor decided, else with its suggestion; a decided
    theme is no longer a range. A child who is not safe makes it Inadequate even before a theme
    is graded; where nobody could tell, the child may be unsafe at worst.

    Args:
        tool: The tool.
        answers: The audit's answers.
        judgements: The auditor's judgements so far.
        facts: The case's facts.
    """
    relevant = relevant_answers(tool, answers, facts)
    given = Given(tool.questions(), relevant, facts)
    themes = [_settled(theme, relevant, judgements, facts) for theme in tool.themes]
    graded = [theme.grade for theme in themes if theme.grade is not None]
    median = lower_median(graded)
    unknown = _unknown(given)
    if given.unsafe():
        low = Grade.INADEQUATE
        return _suggestion("theme", len(graded), (median, low), (low, low), given.unsafe(), unknown)
    doubtful = [question for questions in unknown.values() for question in questions]
    maybe_unsafe = any(question.kind is AnswerKind.SAFETY for question in doubtful)
    capping = given.capping()
    maybe_capping = bool(capping) or any(question.critical for question in doubtful)
    best = lower_median(theme.best for theme in themes if theme.best is not None)
    worst = lower_median(theme.worst for theme in themes if theme.worst is not None)
    worst = _held(_held(worst, CEILING, maybe_capping), Grade.INADEQUATE, maybe_unsafe)
    return _suggestion(
        "theme",
        len(graded),
        (median, _held(median, CEILING, bool(capping))),
        (_held(best, CEILING, bool(capping)), worst),
        capping,
        unknown,
    )


@dataclass(frozen=True, slots=True)
class _Settled:
    """A theme as it counts in the whole audit."""

    grade: Grade | None
    best: Grade | None
    worst: Grade | None


def _settled(theme: Theme, answers: Answers, judgements: Judgements, facts: Facts) -> _Settled:
    judgement = judgements.get(theme.id)
    if judgement is not None and judgement.grade is not None:
        return _Settled(judgement.grade, judgement.grade, judgement.grade)
    suggestion = suggest_theme(theme, answers, facts)
    return _Settled(suggestion.grade, suggestion.best, suggestion.worst)


_Unknown = dict[Absence, list[Question]]


def _unknown(given: Given) -> _Unknown:
    return {
        absence: given.unknown(absence)
        for absence in (Absence.NOT_EVIDENCED, Absence.NOT_ACCESSIBLE)
    }


def _held(grade: Grade | None, ceiling: Grade, applies: bool) -> Grade | None:
    return max(grade, ceiling) if applies and grade is not None else grade


def _suggestion(
    what: str,
    number: int,
    median_and_grade: tuple[Grade | None, Grade | None],
    best_and_worst: tuple[Grade | None, Grade | None],
    holding: list[Question],
    unknown: _Unknown,
) -> Suggestion:
    median, grade = median_and_grade
    blamed = holding if grade != median else []
    if median is None:
        parts = [f"no {what} to suggest from"]
    else:
        parts = [f"lower median of {number} {what}{'' if number == 1 else 's'}: {median.label}"]
    if blamed and grade is not None:
        names = " and ".join(f"{one.id} ★" if one.critical else one.id for one in blamed)
        parts.append(f"capped at {grade.label} by {names}")
    parts += [
        f"{len(questions)} {absence.label.casefold()}"
        for absence, questions in unknown.items()
        if questions
    ]
    return Suggestion(
        grade=grade,
        before_ceiling=median,
        best=best_and_worst[0],
        worst=best_and_worst[1],
        graded=number,
        not_evidenced=len(unknown[Absence.NOT_EVIDENCED]),
        capped_by=tuple(question.id for question in blamed),
        working="; ".join(parts),
        not_accessible=len(unknown[Absence.NOT_ACCESSIBLE]),
    )
