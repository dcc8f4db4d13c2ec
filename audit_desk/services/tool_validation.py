"""Whether an audit tool makes sense: what its fields mean together, beyond their types."""

import re
from collections.abc import Iterator

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Part, Question, Theme
from audit_desk.services.tool_checks import (
    CHOICE_KINDS,
    NAME,
    blank,
    malformed,
    possible_values,
    twice,
)
from audit_desk.services.tool_references import (
    circles,
    clock_faults,
    condition_faults,
    list_faults,
    order_faults,
)

_QUESTION_ID = re.compile(r"[A-Z][A-Z0-9]{0,11}")
_PART_ID = re.compile(r"[a-z][a-z0-9_]*")
_DOCUMENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_FEWEST_OPTIONS = 2


def find_faults(tool: AuditTool) -> list[str]:
    """Return all faults of a tool, each as a sentence without its full stop; none is best."""
    return [
        *_tool_faults(tool),
        *(fault for theme in tool.themes for fault in _theme_faults(theme, tool)),
        *(fault for clock in tool.clocks for fault in clock_faults(clock, tool)),
        *circles(tool),
    ]


def _tool_faults(tool: AuditTool) -> Iterator[str]:
    yield from malformed("the tool's id", tool.id, NAME, "complex-safeguarding")
    if tool.version < 1:
        yield f"version is {tool.version}; the first version of a tool is 1"
    yield from blank("", title=tool.title, purpose=tool.purpose)
    if not tool.themes:
        yield "there is no theme"
    yield from twice("document", (document.id for document in tool.documents))
    yield from twice("theme", (theme.id for theme in tool.themes))
    yield from twice("question", (question.id for question in tool.questions()))
    yield from twice("clock", (clock.id for clock in tool.clocks))
    for document in tool.documents:
        yield from malformed("document id", document.id, _DOCUMENT_ID, "ofsted-2023")
        yield from blank(f"document {document.id}: ", title=document.title)
    safety = [q.id for q in tool.questions() if q.kind is AnswerKind.SAFETY]
    if len(safety) > 1:
        yield f"only one question may be of kind safety, not {', '.join(safety)}"


def _theme_faults(theme: Theme, tool: AuditTool) -> Iterator[str]:
    place = f"theme {theme.id}: "
    yield from malformed(f"{place}its id", theme.id, NAME, "strategy-meetings")
    if theme.id == OVERALL:
        yield f"{place}this id is kept for the judgement of the whole audit"
    yield from blank(place, title=theme.title, about=theme.about)
    if not theme.questions:
        yield f"{place}there is no question"
    for question in theme.questions:
        yield from _question_faults(question, tool, f"{place}question {question.id}: ")


def _question_faults(question: Question, tool: AuditTool, place: str) -> Iterator[str]:
    yield from malformed(f"{place}its id", question.id, _QUESTION_ID, "ST4")
    yield from blank(place, wording=question.wording, guidance=question.guidance)
    yield from _descriptor_faults(question, place)
    yield from twice(f"{place}part", (part.id for part in question.parts))
    for part in question.parts:
        yield from _part_faults(part, f"{place}part {part.id}: ")
        yield from order_faults(part, question, f"{place}part {part.id}: ")
        yield from list_faults(part, f"{place}part {part.id}: ")
    yield from _kind_faults(question, place)
    yield from _source_faults(question, tool, place)
    for condition in question.applies_when:
        yield from condition_faults(condition, tool, f"{place}applies_when: ")
    if question.applies_when and not question.applies_note.strip():
        yield f"{place}applies_when needs an applies_note that says the same in words"
    if question.applies_note.strip() and not question.applies_when:
        yield f"{place}applies_note stands without an applies_when"


def _kind_faults(question: Question, place: str) -> Iterator[str]:
    values = POSSIBLE_VALUES[question.kind]
    if question.kind is AnswerKind.FACTS and not question.parts:
        yield f"{place}a question of kind facts needs parts, or there is nothing to answer"
    if question.kind is AnswerKind.FACTS and question.critical:
        yield f"{place}a question of kind facts has no answer that could be critical"
    for value in question.evidence_for or ():
        if value not in values:
            yield f"{place}evidence_for names {value!r}, {possible_values(values)}"


def _source_faults(question: Question, tool: AuditTool, place: str) -> Iterator[str]:
    known = {document.id for document in tool.documents}
    for source in question.sources:
        texts = {"place": source.place, "finding": source.finding}
        yield from blank(f"{place}source: ", **texts)
        if source.document not in known:
            yield f"{place}source: there is no document {source.document!r}"


def _descriptor_faults(question: Question, place: str) -> Iterator[str]:
    graded = question.kind is AnswerKind.GRADE
    if graded and question.descriptors is None:
        yield f"{place}a graded question needs descriptors of all four grades"
    elif not graded and question.descriptors is not None:
        yield f"{place}descriptors are for graded questions, and this is of kind {question.kind}"
    elif question.descriptors is not None:
        names = ("outstanding", "good", "requires_improvement", "inadequate")
        texts = dict(zip(names, question.descriptors.by_grade(), strict=True))
        yield from blank(f"{place}descriptors: ", **texts)


def _part_faults(part: Part, place: str) -> Iterator[str]:
    yield from malformed(f"{place}its id", part.id, _PART_ID, "last_review")
    yield from blank(place, label=part.label)
    if part.kind not in CHOICE_KINDS:
        if part.options:
            yield f"{place}options are for choices, and this part is of kind {part.kind}"
        return
    if len(part.options) < _FEWEST_OPTIONS:
        yield f"{place}a choice needs two options or more"
    yield from twice(f"{place}option", (option.id for option in part.options))
    yield from twice(f"{place}option labelled", (option.label for option in part.options))
    for option in part.options:
        yield from malformed(f"{place}option id", option.id, _PART_ID, "not_offered")
        yield from blank(f"{place}option {option.id}: ", label=option.label)
