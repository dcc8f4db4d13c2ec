"""What is still open before an audit can be submitted."""

from collections.abc import Iterable
from dataclasses import dataclass

from audit_desk.domain.answer_check import possible_absences
from audit_desk.domain.answer_rules import needs_evidence
from audit_desk.domain.applicability import applies, exempt, relevant_answers
from audit_desk.domain.audit import (
    OVERALL,
    PARTLY,
    YES,
    Absence,
    Answer,
    Answers,
    Judgement,
    Judgements,
)
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Question, Theme
from audit_desk.domain.case import Facts
from audit_desk.domain.grading import Suggestion, suggest_overall, suggest_theme

_NOTHING_TO_JUDGE = (Absence.NOT_APPLICABLE, Absence.NOT_ACCESSIBLE)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing still open.

    Attributes:
        theme_id: The theme to go to, or ``OVERALL``.
        question_id: The question to go to; empty where a judgement is open.
        sentence: What is open, in words.
    """

    theme_id: str
    question_id: str
    sentence: str


def gaps(
    tool: AuditTool, answers: Answers, judgements: Judgements, facts: Facts
) -> tuple[Gap, ...]:
    """Return what is still open, in reading order; nothing where the audit is complete.

    Open are: a question that applies and is not answered, an answer without the evidence that
    it demands, a theme or the whole audit not judged, and a judgement that differs from the
    suggestion without saying why. Questions for the moderator are not the auditor's to answer.

    Args:
        tool: The tool.
        answers: The audit's answers.
        judgements: The auditor's judgements so far.
        facts: The case's facts.
    """
    relevant = relevant_answers(tool, answers, facts)
    found: list[Gap] = []
    for theme in tool.themes:
        found += _question_gaps(theme, relevant, facts)
        if is_judged(theme, relevant, facts):
            suggestion = suggest_theme(theme, relevant, facts)
            found += _judgement_gaps(theme.id, theme.title, judgements.get(theme.id), suggestion)
    overall = suggest_overall(tool, answers, judgements, facts)
    found += _judgement_gaps(OVERALL, "Overall", judgements.get(OVERALL), overall)
    return tuple(found)


def progress(theme: Theme, answers: Answers, facts: Facts) -> tuple[int, int]:
    """Return how many of a theme's questions are answered, and how many apply.

    Args:
        theme: The theme.
        answers: The audit's answers, without those that no longer apply
            (``applicability.relevant_answers``).
        facts: The case's facts.
    """
    questions = _asked(theme, answers, facts)
    answered = sum(is_answered(question, answers.get(question.id)) for question in questions)
    return answered, len(questions)


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Whether a question has its answer: a main answer or an absence.

    Where a question has no main answer, at least one part, or an absence.
    """
    if answer is None:
        return False
    if answer.absence is not None:
        return answer.absence in possible_absences(question.kind)
    if question.kind is AnswerKind.FACTS:
        return any(value.strip() for value in answer.parts.values())
    return bool(answer.value)


def is_in_part(tool: AuditTool, question: Question, answers: Answers, facts: Facts) -> bool:
    """Whether a question is answered, and facts that belong to the answer are still missing.

    Missing is a moment from which a clock counts, unless the clock does not count for this
    child; and beside yes or partly every fact, where none is given. The event at a clock's end
    is not: that no record of it was found is an answer.

    Args:
        tool: The tool.
        question: The question.
        answers: The audit's answers, without those that no longer apply.
        facts: The case's facts.
    """
    answer = answers.get(question.id)
    if answer is None or answer.absence is not None or not is_answered(question, answer):
        return False
    given = {part for part, value in answer.parts.items() if value.strip()}
    if question.parts and not given:
        return answer.value in (YES, PARTLY)
    starts = {
        clock.start.partition(".")[2]
        for clock in tool.clocks
        if clock.start.partition(".")[0] == question.id
        and not clock.list_place
        and not exempt(clock, answers, facts)
        and applies(tool.question(clock.stop.partition(".")[0]), answers, facts)
    }
    return not starts <= given


def is_judged(theme: Theme, answers: Answers, facts: Facts) -> bool:
    """Whether a theme has to be judged for this child.

    It has not where no question applies, or each was answered as not applicable or not
    accessible: then there is nothing that a judgement could rest on. A theme of which no
    record was found is judged: that there is none may say enough.

    Args:
        theme: The theme.
        answers: The audit's answers, without those that no longer apply.
        facts: The case's facts.
    """
    given = (answers.get(question.id) for question in _asked(theme, answers, facts))
    return any(answer is None or answer.absence not in _NOTHING_TO_JUDGE for answer in given)


def needs_rationale(judgement: Judgement, suggestion: Suggestion) -> bool:
    """Whether a judgement has to give its reason.

    It has where it differs from the suggestion, now or when it was made, and where nothing was
    graded: a grade that rests on no answer would otherwise look like one that does.
    """
    if judgement.grade is None:
        return False
    return judgement.is_override or suggestion.grade is not judgement.grade


def _asked(theme: Theme, answers: Answers, facts: Facts) -> list[Question]:
    return [
        question
        for question in theme.questions
        if not question.for_moderator and applies(question, answers, facts)
    ]


def _question_gaps(theme: Theme, answers: Answers, facts: Facts) -> Iterable[Gap]:
    for question in _asked(theme, answers, facts):
        answer = answers.get(question.id)
        if answer is None or not is_answered(question, answer):
            yield Gap(theme.id, question.id, f"{question.id} is not answered yet.")
        elif needs_evidence(question, answer) and not answer.evidence.strip():
            words = answer.grade.label if answer.grade else answer.value.capitalize()
            sentence = f"{question.id} is answered “{words}”: say what you saw on file."
            yield Gap(theme.id, question.id, sentence)


def _judgement_gaps(
    theme_id: str, title: str, judgement: Judgement | None, suggestion: Suggestion
) -> Iterable[Gap]:
    if judgement is None or judgement.grade is None:
        yield Gap(theme_id, "", f"{title}: the judgement is not decided yet.")
        return
    if needs_rationale(judgement, suggestion) and not judgement.rationale.strip():
        why = (
            "rests on no graded answer"
            if suggestion.grade is None
            else "differs from the suggestion"
        )
        yield Gap(theme_id, "", f"{title}: {judgement.grade.label} {why}; say why.")
