"""Which questions fit a child, and which clocks count: conditions over facts and answers.

A condition is met, not met, or unknown. Unknown never hides anything: a question stays in
sight until something on the file says that it does not fit, and a clock counts until
something says that it does not.
"""

from audit_desk.domain.audit import Answer, Answers
from audit_desk.domain.audit_tool import AuditTool, Clock, Condition, Question
from audit_desk.domain.case import Facts

CHOICES_SEPARATOR = "|"
"""Joins the options of a part in which several may be chosen."""


def meets(condition: Condition, answers: Answers, facts: Facts) -> bool | None:
    """Test one condition.

    Args:
        condition: The condition.
        answers: The audit's answers.
        facts: The case's facts.

    Returns:
        Whether it is met; ``None`` where the fact or the answer is not known, or is not a
        number although a number is asked for. An absence (not evidenced, not accessible,
        not applicable) tells nothing of the child and is not known either.
    """
    values = _values(condition, answers, facts)
    if not values:
        return None
    if condition.at_least is not None:
        number = _number(values[0])
        return None if number is None else number >= condition.at_least
    if condition.any_of:
        return any(value in condition.any_of for value in values)
    return all(value not in condition.none_of for value in values)


def holds(condition: Condition, answers: Answers, facts: Facts) -> bool:
    """Whether a condition leaves its question in sight: it is met, or not known."""
    return meets(condition, answers, facts) is not False


def applies(question: Question, answers: Answers, facts: Facts) -> bool:
    """Whether a question fits the child, as far as facts and answers tell.

    The answers are taken as they stand; give ``relevant_answers`` where an answer to a
    question that no longer applies must not decide over another.
    """
    return not question.applies_when or all(
        holds(condition, answers, facts) for condition in question.applies_when
    )


def why_not(question: Question, answers: Answers, facts: Facts) -> str:
    """Return why a question does not apply, in the tool's words; empty where it applies."""
    return "" if applies(question, answers, facts) else question.applies_note


def relevant_answers(tool: AuditTool, answers: Answers, facts: Facts) -> Answers:
    """Return the answers without those to questions that do not apply.

    What was answered before a question was folded away stays on record, but decides nothing:
    neither over a grade nor over whether another question applies. Answers to questions that
    the tool does not have are left out too.

    A chain of questions that rest on one another settles after as many passes as it is long;
    the count of questions bounds the passes for a tool that was never checked for circles.
    """
    questions = [question for question in tool.questions() if question.id in answers]
    kept: Answers = answers
    for _ in range(len(questions) + 1):
        settled = {
            question.id: answers[question.id]
            for question in questions
            if applies(question, kept, facts)
        }
        if settled.keys() == kept.keys():
            break
        kept = settled
    return kept


def applicable(tool: AuditTool, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """Return the questions that an auditor has to answer for this child, in reading order.

    Questions for the moderator are not among them.
    """
    relevant = relevant_answers(tool, answers, facts)
    return tuple(
        question
        for question in tool.questions()
        if not question.for_moderator and applies(question, relevant, facts)
    )


def exempt(clock: Clock, answers: Answers, facts: Facts) -> bool:
    """Whether a clock does not count for this child.

    One of its ``not_counted_when`` that is known and met is enough; silence on a file never
    excuses a delay.
    """
    return any(meets(condition, answers, facts) is True for condition in clock.not_counted_when)


def _values(condition: Condition, answers: Answers, facts: Facts) -> tuple[str, ...]:
    if condition.case is not None:
        return _one(str(facts.get(condition.case, "")))
    question_id, _, part_id = (condition.answer or "").partition(".")
    answer = answers.get(question_id)
    if answer is None:
        return ()
    return _part_values(answer, part_id) if part_id else _one(answer.value)


def _part_values(answer: Answer, part_id: str) -> tuple[str, ...]:
    return tuple(filter(None, answer.parts.get(part_id, "").split(CHOICES_SEPARATOR)))


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _number(value: str) -> int | None:
    try:
        return int(value)
    except ValueError:
        return None
