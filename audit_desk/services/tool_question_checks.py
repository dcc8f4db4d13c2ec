"""Whether one question of an audit tool makes sense by itself."""

import re
from collections.abc import Iterator

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Part, Question
from audit_desk.services.tool_checks import (
    CHOICE_KINDS,
    blank,
    malformed,
    possible_values,
    too_long,
    twice,
)

_PART_ID = re.compile(r"[a-z][a-z0-9_]*")
_FEWEST_OPTIONS = 2


def kind_faults(question: Question) -> Iterator[str]:
    """Yield the faults of what kind of answer a question takes."""
    values = POSSIBLE_VALUES[question.kind]
    if question.kind is AnswerKind.FACTS and not question.parts:
        yield "a question of kind facts needs parts, or there is nothing to answer"
    if question.kind is AnswerKind.FACTS and question.critical:
        yield "a question of kind facts has no answer that could be critical"
    for value in question.evidence_for or ():
        if value not in values:
            yield f"evidence_for names {value!r}, {possible_values(values)}"


def source_faults(question: Question, tool: AuditTool) -> Iterator[str]:
    """Yield the faults of the findings that a question comes from."""
    known = {document.id for document in tool.documents}
    for source in question.sources:
        texts = {"place": source.place, "finding": source.finding}
        yield from blank("source: ", **texts)
        if source.document not in known:
            yield f"source: there is no document {source.document!r}"


def descriptor_faults(question: Question) -> Iterator[str]:
    """Yield the faults of what each grade looks like."""
    graded = question.kind is AnswerKind.GRADE
    if graded and question.descriptors is None:
        yield "a graded question needs descriptors of all four grades"
    elif not graded and question.descriptors is not None:
        yield f"descriptors are for graded questions, and this is of kind {question.kind}"
    elif question.descriptors is not None:
        names = ("outstanding", "good", "requires_improvement", "inadequate")
        texts = dict(zip(names, question.descriptors.by_grade(), strict=True))
        yield from blank("descriptors: ", **texts)


def part_faults(part: Part) -> Iterator[str]:
    """Yield the faults of one part by itself: its id, its label, its choices."""
    yield from malformed("its id", part.id, _PART_ID, "last_review")
    yield from blank("", label=part.label)
    if part.kind not in CHOICE_KINDS:
        if part.options:
            yield f"options are for choices, and this part is of kind {part.kind}"
        return
    if len(part.options) < _FEWEST_OPTIONS:
        yield "a choice needs two options or more"
    yield from twice("option", (option.id for option in part.options))
    yield from twice("option labelled", (option.label for option in part.options))
    for option in part.options:
        yield from malformed("option id", option.id, _PART_ID, "not_offered")
        yield from blank(f"option {option.id}: ", label=option.label)


def long_texts_of(question: Question) -> Iterator[str]:
    """Yield a fault for each text of a question, and of what belongs to it, that is too long."""
    yield from too_long(question)
    for source in question.sources:
        yield from too_long(source)
    if question.descriptors is not None:
        yield from too_long(question.descriptors)
    for part in question.parts:
        for item in (part, *part.options, *part.columns):
            for sentence in too_long(item):
                yield f"part {part.id}: {sentence}"
