"""What an auditor has yet to say before a clock's "no record" means what it says.

Half-way through a file, a date that is missing was more often not read yet than not found.
"""

from collections.abc import Iterator

from audit_desk.domain.applicability import applies, exempt
from audit_desk.domain.audit import Answers
from audit_desk.domain.audit_tool import AuditTool, Clock
from audit_desk.domain.case import Facts


def waits_for(tool: AuditTool, clock: Clock, answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Return what a clock waits for while its audit is read; nothing once it can be believed.

    It waits for the questions of its two ends, then for the facts that may leave it out, such as
    whether a review has fallen due at all. An absence at either end, and a reason to leave it
    out, need nothing more. What a list says row by row is not waited for either.

    Args:
        tool: The tool.
        clock: One of its clocks, which found no record.
        answers: The audit's answers.
        facts: The case's facts.

    Returns:
        Ids of questions, or labels of parts in quotation marks.
    """
    ends = dict.fromkeys(place.partition(".")[0] for place in (clock.start, clock.stop))
    given = [answers[end] for end in ends if end in answers and answers[end].is_given]
    if exempt(clock, answers, facts) or any(answer.absence for answer in given):
        return ()
    known = {answer.question_id for answer in given}
    return tuple(end for end in ends if end not in known) or tuple(
        _reasons(tool, clock, answers, facts)
    )


def _reasons(tool: AuditTool, clock: Clock, answers: Answers, facts: Facts) -> Iterator[str]:
    of_list = f"{clock.list_place}." if clock.list_place else " "
    for place in dict.fromkeys(condition.answer or "" for condition in clock.not_counted_when):
        question_id, _, part_id = place.partition(".")
        if not place or place.startswith(of_list):
            continue
        question, answer = tool.question(question_id), answers.get(question_id)
        if not applies(question, answers, facts):
            continue
        if answer is None or not answer.is_given:
            yield question_id
        elif part_id and not answer.absence and not answer.parts.get(part_id):
            yield f"“{question.part(part_id).label}”"
