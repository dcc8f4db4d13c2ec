"""Whether an audit tool makes sense: what its fields mean together, beyond their types."""

import re
from collections.abc import Iterable, Iterator, Sequence

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AnswerKind, AuditTool, Part, Question, Theme
from audit_desk.domain.tool_edit import ToolPath, question_paths
from audit_desk.services.tool_checks import (
    NAME,
    ToolFault,
    blank,
    malformed,
    too_long,
    twice,
)
from audit_desk.services.tool_lists import column_faults
from audit_desk.services.tool_question_checks import (
    descriptor_faults,
    kind_faults,
    long_texts_of,
    part_faults,
    source_faults,
)
from audit_desk.services.tool_references import (
    circles,
    clock_faults,
    condition_faults,
    list_faults,
    order_faults,
)

_QUESTION_ID = re.compile(r"[A-Z][A-Z0-9]{0,11}")
_DOCUMENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


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
        *_circles(tool),
        *_too_long(tool),
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


def _circles(tool: AuditTool) -> Iterator[ToolFault]:
    paths = {question.id: path for path, question in question_paths(tool)}
    for name, sentence in circles(tool):
        yield ToolFault(paths[name], f"question {name}: ", sentence)


def _too_long(tool: AuditTool) -> Iterator[ToolFault]:
    yield from _placed((), "", too_long(tool))
    for number, theme in enumerate(tool.themes):
        yield from _placed(("themes", number), f"theme {theme.id}: ", too_long(theme))
    for path, question in question_paths(tool):
        yield from _placed(path, f"question {question.id}: ", long_texts_of(question))
    for number, clock in enumerate(tool.clocks):
        yield from _placed(("clocks", number), f"clock {clock.id}: ", too_long(clock))


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
    yield from _in_parts(question.parts, (*path, "parts"), place, f"question {question.id}")


def _in_parts(
    parts: Sequence[Part], above: ToolPath, place: str, owner: str
) -> Iterator[ToolFault]:
    """Yield the faults of a question's parts, or of the columns of a list of events."""
    noun = "column" if above[-1] == "columns" else "part"
    for number, part in enumerate(parts):
        path: ToolPath = (*above, number)
        here = f"{place}{noun} {part.id}: "
        yield from _placed(path, here, part_faults(part))
        yield from _placed(path, here, order_faults(part, parts, owner))
        yield from _placed(path, here, list_faults(part, ""))
        yield from _placed(path, here, column_faults(part))
        yield from _placed(path, here, twice("column", (each.id for each in part.columns)))
        yield from _in_parts(part.columns, (*path, "columns"), here, f"list {part.id}")


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
    yield from descriptor_faults(question)
    yield from twice("part", (part.id for part in question.parts))
    yield from kind_faults(question)
    yield from source_faults(question, tool)
    for condition in question.applies_when:
        yield from condition_faults(condition, tool, "applies_when: ")
    if question.applies_when and not question.applies_note.strip():
        yield "applies_when needs an applies_note that says the same in words"
    if question.applies_note.strip() and not question.applies_when:
        yield "applies_note stands without an applies_when"
