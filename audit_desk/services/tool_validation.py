"""Whether an audit tool makes sense: what its fields mean together, beyond their types."""

import re
from collections.abc import Iterable, Iterator, Sequence

from audit_desk.domain.answer_check import POSSIBLE_VALUES
from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Part, Question, Theme
from audit_desk.domain.tool_edit import ToolPath, question_paths
from audit_desk.services.tool_checks import (
    CHOICE_KINDS,
    NAME,
    ToolFault,
    blank,
    malformed,
    possible_values,
    twice,
)
from audit_desk.services.tool_lists import column_faults
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
    return [str(fault) for fault in placed_faults(tool)]


def placed_faults(tool: AuditTool) -> tuple[ToolFault, ...]:
    """Return all faults of a tool, each with the item that it is a fault of."""
    return (
        *_placed((), "", _tool_faults(tool)),
        *_repeated(tool),
        *_documents(tool),
        *(fault for number in range(len(tool.themes)) for fault in _in_theme(tool, number)),
        *_clocks(tool),
        *_placed((), "", circles(tool)),
    )


def _placed(path: ToolPath, place: str, sentences: Iterable[str]) -> Iterator[ToolFault]:
    return (ToolFault(path, place, sentence) for sentence in sentences)


def _repeated(tool: AuditTool) -> Iterator[ToolFault]:
    groups: tuple[tuple[str, list[tuple[ToolPath, str]]], ...] = (
        ("document", [(("documents", n), each.id) for n, each in enumerate(tool.documents)]),
        ("theme", [(("themes", n), each.id) for n, each in enumerate(tool.themes)]),
        ("question", [(path, question.id) for path, question in question_paths(tool)]),
        ("clock", [(("clocks", n), each.id) for n, each in enumerate(tool.clocks)]),
    )
    for noun, items in groups:
        seen: set[str] = set()
        for path, name in items:
            if name in seen:
                yield ToolFault(path, "", f"{noun} {name} stands twice")
            seen.add(name)


def _documents(tool: AuditTool) -> Iterator[ToolFault]:
    for number, document in enumerate(tool.documents):
        path: ToolPath = ("documents", number)
        place = f"document {document.id}: "
        yield from _placed(
            path, place, malformed("its id", document.id, _DOCUMENT_ID, "ofsted-2023")
        )
        yield from _placed(path, place, blank("", title=document.title))


def _in_theme(tool: AuditTool, number: int) -> Iterator[ToolFault]:
    theme = tool.themes[number]
    path: ToolPath = ("themes", number)
    place = f"theme {theme.id}: "
    yield from _placed(path, place, _theme_faults(theme))
    for order, question in enumerate(theme.questions):
        yield from _in_question(tool, question, (*path, "questions", order), place)


def _in_question(
    tool: AuditTool, question: Question, path: ToolPath, above: str
) -> Iterator[ToolFault]:
    place = f"{above}question {question.id}: "
    yield from _placed(path, place, _question_faults(question, tool))
    for number, part in enumerate(question.parts):
        faults = _beside_others(part, question.parts, f"question {question.id}")
        yield from _placed((*path, "parts", number), f"{place}part {part.id}: ", faults)


def _beside_others(part: Part, beside: Sequence[Part], owner: str) -> Iterator[str]:
    yield from _part_faults(part)
    yield from order_faults(part, beside, owner)
    yield from list_faults(part, "")
    yield from column_faults(part)
    yield from twice("column", (column.id for column in part.columns))
    for column in part.columns:
        for fault in _beside_others(column, part.columns, f"list {part.id}"):
            yield f"column {column.id}: {fault}"


def _clocks(tool: AuditTool) -> Iterator[ToolFault]:
    for number, clock in enumerate(tool.clocks):
        yield from _placed(("clocks", number), f"clock {clock.id}: ", clock_faults(clock, tool))


def _tool_faults(tool: AuditTool) -> Iterator[str]:
    yield from malformed("the tool's id", tool.id, NAME, "complex-safeguarding")
    if tool.version < 1:
        yield f"version is {tool.version}; the first version of a tool is 1"
    yield from blank("", title=tool.title, purpose=tool.purpose)
    if not tool.themes:
        yield "there is no theme"
    safety = [q.id for q in tool.questions() if q.kind is AnswerKind.SAFETY]
    if len(safety) > 1:
        yield f"only one question may be of kind safety, not {', '.join(safety)}"


def _theme_faults(theme: Theme) -> Iterator[str]:
    yield from malformed("its id", theme.id, NAME, "strategy-meetings")
    if theme.id == OVERALL:
        yield "this id is kept for the judgement of the whole audit"
    yield from blank("", title=theme.title, about=theme.about)
    if not theme.questions:
        yield "there is no question"


def _question_faults(question: Question, tool: AuditTool) -> Iterator[str]:
    yield from malformed("its id", question.id, _QUESTION_ID, "ST4")
    yield from blank("", wording=question.wording, guidance=question.guidance)
    yield from _descriptor_faults(question)
    yield from twice("part", (part.id for part in question.parts))
    yield from _kind_faults(question)
    yield from _source_faults(question, tool)
    for condition in question.applies_when:
        yield from condition_faults(condition, tool, "applies_when: ")
    if question.applies_when and not question.applies_note.strip():
        yield "applies_when needs an applies_note that says the same in words"
    if question.applies_note.strip() and not question.applies_when:
        yield "applies_note stands without an applies_when"


def _kind_faults(question: Question) -> Iterator[str]:
    values = POSSIBLE_VALUES[question.kind]
    if question.kind is AnswerKind.FACTS and not question.parts:
        yield "a question of kind facts needs parts, or there is nothing to answer"
    if question.kind is AnswerKind.FACTS and question.critical:
        yield "a question of kind facts has no answer that could be critical"
    for value in question.evidence_for or ():
        if value not in values:
            yield f"evidence_for names {value!r}, {possible_values(values)}"


def _source_faults(question: Question, tool: AuditTool) -> Iterator[str]:
    known = {document.id for document in tool.documents}
    for source in question.sources:
        texts = {"place": source.place, "finding": source.finding}
        yield from blank("source: ", **texts)
        if source.document not in known:
            yield f"source: there is no document {source.document!r}"


def _descriptor_faults(question: Question) -> Iterator[str]:
    graded = question.kind is AnswerKind.GRADE
    if graded and question.descriptors is None:
        yield "a graded question needs descriptors of all four grades"
    elif not graded and question.descriptors is not None:
        yield f"descriptors are for graded questions, and this is of kind {question.kind}"
    elif question.descriptors is not None:
        names = ("outstanding", "good", "requires_improvement", "inadequate")
        texts = dict(zip(names, question.descriptors.by_grade(), strict=True))
        yield from blank("descriptors: ", **texts)


def _part_faults(part: Part) -> Iterator[str]:
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
