"""What the parts of an audit tool are called in sentences for people."""

from audit_desk.domain.audit_tool import (
    AnswerKind,
    AuditTool,
    Clock,
    Condition,
    Part,
    PartKind,
    Question,
)
from audit_desk.domain.clock_words import rule

ANSWER_KINDS = {
    AnswerKind.GRADE: "a grade",
    AnswerKind.YES_PARTLY_NO: "yes, partly or no",
    AnswerKind.SAFETY: "safe, unsure or unsafe",
    AnswerKind.FACTS: "facts alone",
}
"""What a question is answered with."""

_PART_KINDS = {
    PartKind.MOMENT: "a date and time",
    PartKind.DATE: "a date",
    PartKind.COUNT: "a number",
    PartKind.CHOICE: "one choice",
    PartKind.CHOICES: "any number of choices",
    PartKind.TEXT: "words",
    PartKind.EVENTS: "a list of events",
}
GRADES = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}
"""The descriptors' fields and the grades that they describe, from the best."""

_QUOTED = 160


def part_kind(kind: PartKind) -> str:
    """Return what a part holds, in words."""
    return _PART_KINDS.get(kind, kind.value.replace("_", " "))


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    text = " ".join(text.split())
    return f"“{text[:_QUOTED].rstrip()} …”" if len(text) > _QUOTED else f"“{text}”"


def reference_words(reference: str, tool: AuditTool) -> str:
    """Return what ``QUESTION`` or ``QUESTION.part`` names, as ``ST1, “Meeting held”``."""
    question_id, _, rest = reference.partition(".")
    part_id, dot, _ = rest.partition(".")
    try:
        question = tool.question(question_id)
        part, column = question.part(part_id), part_named(question, rest)
    except KeyError:
        return reference
    words = f"{question_id}, {quoted(part.label)}"
    return f"{words}: {quoted(column.label)}" if dot else words


def part_named(question: Question, name: str) -> Part:
    """Return the part called ``part``, or the column called ``part.column``.

    Raises:
        KeyError: There is none.
    """
    part_id, dot, column_id = name.partition(".")
    part = question.part(part_id)
    if not dot:
        return part
    for column in part.columns:
        if column.id == column_id:
            return column
    raise KeyError(name)


def clock_words(clock: Clock, tool: AuditTool) -> str:
    """Return how a clock counts, and between what."""
    start, stop = (reference_words(end, tool) for end in (clock.start, clock.stop))
    return f"{rule(clock)}; from {start} to {stop}"


def condition_words(condition: Condition, tool: AuditTool) -> str:
    """Return one condition in words: ``ST1, “Meeting”, is “Yes”``."""
    if condition.answer is None:
        what = f"the child's {(condition.case or '').replace('_', ' ')}"
    else:
        what = reference_words(condition.answer, tool)
    labels = _labels(condition, tool)
    if condition.at_least is not None:
        return f"{what} is {condition.at_least} or more"
    values, verb = (condition.any_of, "is") if condition.any_of else (condition.none_of, "is not")
    return f"{what} {verb} {' or '.join(f'“{labels.get(value, value)}”' for value in values)}"


def _labels(condition: Condition, tool: AuditTool) -> dict[str, str]:
    question_id, _, name = (condition.answer or "").partition(".")
    try:
        options = part_named(tool.question(question_id), name).options
    except KeyError:
        return {}
    return {option.id: option.label for option in options}
