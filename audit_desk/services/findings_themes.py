"""What a round found on each theme and question: counts, shares and the auditors' words."""

from collections.abc import Callable, Sequence
from itertools import chain

from audit_desk.domain.applicability import applies, relevant_answers
from audit_desk.domain.audit import (
    NO,
    OVERALL,
    PARTLY,
    SAFE,
    UNSAFE,
    UNSURE,
    YES,
    Absence,
    FullAudit,
    Grade,
    Judgement,
    Selection,
)
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question, Theme
from audit_desk.domain.findings import (
    RECORDED,
    Example,
    QuestionFindings,
    Spread,
    ThemeFindings,
)
from audit_desk.domain.inference import Share, share

UNANSWERED = "unanswered"
_GRADES = tuple(str(grade.value) for grade in Grade)
_ANSWERS: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: _GRADES,
    AnswerKind.YES_PARTLY_NO: (YES, PARTLY, NO),
    AnswerKind.SAFETY: (SAFE, UNSURE, UNSAFE),
    AnswerKind.FACTS: (RECORDED,),
}
_FAVOURABLE: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: _GRADES[:2],
    AnswerKind.YES_PARTLY_NO: (YES,),
    AnswerKind.SAFETY: (SAFE,),
    AnswerKind.FACTS: (),
}


def theme_findings(
    tool: AuditTool,
    theme: Theme,
    counted: Sequence[FullAudit],
    chosen: Sequence[FullAudit],
    population: int | None,
) -> ThemeFindings:
    """Return what the round found on one theme.

    Args:
        tool: The round's tool.
        theme: The theme.
        counted: The submitted audits of drawn cases; all figures rest on them.
        chosen: The submitted audits of cases chosen on purpose; only their words are shown.
        population: The size of the frame; ``None`` where the draw was not random.
    """
    questions = [question for question in theme.questions if not question.for_moderator]
    standings = [
        {question.id: standing for question, standing in _standings(tool, questions, full)}
        for full in counted
    ]
    found = [
        _judged(full, theme.id) or _unjudged(list(standing.values()))
        for full, standing in zip(counted, standings, strict=True)
    ]
    return _findings(
        (theme.id, theme.title),
        found,
        counted,
        chosen,
        population,
        tuple(
            _question(question, [standing[question.id] for standing in standings], population)
            for question in questions
        ),
    )


def overall_findings(
    counted: Sequence[FullAudit], chosen: Sequence[FullAudit], population: int | None
) -> ThemeFindings:
    """Return what the round found on the audits as wholes."""
    found = [_judged(full, OVERALL) or UNANSWERED for full in counted]
    return _findings((OVERALL, "Overall"), found, counted, chosen, population, ())


def _findings(
    name: tuple[str, str],
    found: Sequence[str],
    counted: Sequence[FullAudit],
    chosen: Sequence[FullAudit],
    population: int | None,
    questions: tuple[QuestionFindings, ...],
) -> ThemeFindings:
    theme_id, title = name
    spread = Spread(
        grades={grade: found.count(str(grade.value)) for grade in Grade},
        not_evidenced=found.count(Absence.NOT_EVIDENCED),
        not_accessible=found.count(Absence.NOT_ACCESSIBLE),
        not_applicable=found.count(Absence.NOT_APPLICABLE),
        unanswered=found.count(UNANSWERED),
    )
    good = spread.grades[Grade.OUTSTANDING] + spread.grades[Grade.GOOD]
    submitted = sorted(chain(counted, chosen), key=lambda full: full.audit.reference)
    judgements = [full.judgements.get(theme_id) for full in counted]
    return ThemeFindings(
        theme_id=theme_id,
        title=title,
        spread=spread,
        good_or_better=_share(good, spread.graded, population),
        overrides=sum(each is not None and each.is_override for each in judgements),
        questions=questions,
        strengths=_examples(submitted, theme_id, lambda judgement: judgement.strengths),
        improvements=_examples(submitted, theme_id, lambda judgement: judgement.improvements),
        voices=_examples(submitted, theme_id, lambda judgement: judgement.lived_experience),
    )


def _judged(full: FullAudit, theme_id: str) -> str:
    """Return the grade in its stored form, or an empty text while undecided."""
    judgement = full.judgements.get(theme_id)
    return "" if judgement is None or judgement.grade is None else str(judgement.grade.value)


def _unjudged(standings: Sequence[str]) -> str:
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


def _standings(
    tool: AuditTool, questions: Sequence[Question], full: FullAudit
) -> list[tuple[Question, str]]:
    """Return where each question stands in one audit: an answer, an absence or unanswered."""
    facts = full.audit.facts
    answers = relevant_answers(tool, full.answers, facts)
    standings: list[tuple[Question, str]] = []
    for question in questions:
        answer = answers.get(question.id)
        standing = UNANSWERED
        if not applies(question, answers, facts):
            standing = Absence.NOT_APPLICABLE
        elif answer is not None and answer.absence is not None:
            standing = answer.absence
        elif answer is not None and question.kind is AnswerKind.FACTS and answer.parts:
            standing = RECORDED
        elif answer is not None and answer.value in _ANSWERS[question.kind]:
            standing = answer.value
        standings.append((question, str(standing)))
    return standings


def _question(
    question: Question, standings: Sequence[str], population: int | None
) -> QuestionFindings:
    counts = {value: standings.count(value) for value in _ANSWERS[question.kind]}
    answered = 0 if question.kind is AnswerKind.FACTS else sum(counts.values())
    favourable = sum(counts[value] for value in _FAVOURABLE[question.kind])
    return QuestionFindings(
        question_id=question.id,
        wording=question.wording,
        critical=question.critical,
        kind=question.kind,
        counts=counts,
        not_evidenced=standings.count(Absence.NOT_EVIDENCED),
        not_accessible=standings.count(Absence.NOT_ACCESSIBLE),
        not_applicable=standings.count(Absence.NOT_APPLICABLE),
        unanswered=standings.count(UNANSWERED),
        favourable=_share(favourable, answered, population),
    )


def _share(n: int, of: int, population: int | None) -> Share:
    """Return n of N; nothing was drawn where N is 0, so there is no interval."""
    return share(n, of, population if of else None)


def _examples(
    submitted: Sequence[FullAudit], theme_id: str, passage: Callable[[Judgement], str]
) -> tuple[Example, ...]:
    return tuple(
        Example(
            reference=full.audit.reference,
            text=passage(judgement).strip(),
            grade=judgement.grade,
            purposive=full.audit.selection is Selection.PURPOSIVE,
        )
        for full in submitted
        if (judgement := full.judgements.get(theme_id)) is not None and passage(judgement).strip()
    )
