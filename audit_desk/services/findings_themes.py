"""What a round found on each theme and question: counts, shares and the auditors' words."""

from collections.abc import Callable, Sequence
from itertools import chain

from audit_desk.domain.audit import (
    OVERALL,
    SAFE,
    YES,
    Absence,
    FullAudit,
    Grade,
    Judgement,
    Selection,
)
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question, Theme
from audit_desk.domain.findings import (
    Example,
    QuestionFindings,
    Spread,
    ThemeFindings,
)
from audit_desk.domain.inference import Share, share
from audit_desk.domain.settlement import Settled, answer_item, judgement_item
from audit_desk.domain.standing import (
    GRADES,
    MAIN_ANSWERS,
    UNANSWERED,
    judged,
    standings,
    unjudged,
)

_FAVOURABLE: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.GRADE: GRADES[:2],
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
    settled: Settled,
) -> ThemeFindings:
    """Return what the round found on one theme: settled grades where there are some.

    Args:
        tool: The round's tool.
        theme: The theme.
        counted: The submitted audits of drawn cases; all figures rest on them.
        chosen: The submitted audits of cases chosen on purpose; only their words are shown.
        population: The size of the frame; ``None`` where the draw was not random.
        settled: What moderators settled; it counts in the place of what the first reader gave.
    """
    questions = [question for question in theme.questions if not question.for_moderator]
    placed = [_settled_answers(tool, questions, full, settled) for full in counted]
    found = [
        settled.get(full.audit.id, {}).get(judgement_item(theme.id))
        or judged(full, theme.id)
        or unjudged(list(stands.values()))
        for full, stands in zip(counted, placed, strict=True)
    ]
    return _findings(
        (theme.id, theme.title),
        found,
        counted,
        chosen,
        population,
        tuple(
            _question(question, [stands[question.id] for stands in placed], population)
            for question in questions
        ),
    )


def overall_findings(
    counted: Sequence[FullAudit],
    chosen: Sequence[FullAudit],
    population: int | None,
    settled: Settled,
) -> ThemeFindings:
    """Return what the round found on the audits as wholes."""
    found = [
        settled.get(full.audit.id, {}).get(judgement_item(OVERALL))
        or judged(full, OVERALL)
        or UNANSWERED
        for full in counted
    ]
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


def _settled_answers(
    tool: AuditTool, questions: Sequence[Question], full: FullAudit, settled: Settled
) -> dict[str, str]:
    """Return where questions stand in one audit once what was settled is put in place."""
    over = settled.get(full.audit.id, {})
    return {
        question_id: over.get(answer_item(question_id), standing)
        for question_id, standing in standings(tool, questions, full).items()
    }


def _question(
    question: Question, standings: Sequence[str], population: int | None
) -> QuestionFindings:
    counts = {value: standings.count(value) for value in MAIN_ANSWERS[question.kind]}
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
