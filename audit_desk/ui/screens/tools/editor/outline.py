"""The draft as a list of lines: themes, questions, parts, then clocks and documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from audit_desk.domain.audit_tool import AuditTool, Part, Question
from audit_desk.domain.tool_edit import ToolPath

CLOCKS: ToolPath = ("clocks",)
DOCUMENTS: ToolPath = ("documents",)
_LONGEST = 200  # characters of a line; more are never seen
_UNNAMED = "(no words yet)"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outline.

    Attributes:
        path: The item; empty for the tool, one step for a group.
        text: What stands there.
        icon: The name of its icon.
        key: What the item is called, so that its line stays open when it moves.
    """

    path: ToolPath
    text: str
    icon: str
    key: str


def outline(tool: AuditTool) -> tuple[Line, ...]:
    """Return every line, each after the line that it stands below."""
    return tuple(
        replace(line, text=line.text[:_LONGEST].replace("\n", " ")) for line in _lines(tool)
    )


def _lines(tool: AuditTool) -> Iterator[Line]:
    yield Line((), "About this tool", "information-outline", "tool")
    for number, theme in enumerate(tool.themes):
        path: ToolPath = ("themes", number)
        title = theme.title or _UNNAMED
        yield Line(path, title, "bookmark-outline", f"theme {theme.id}")
        for order, question in enumerate(theme.questions):
            yield from _question(question, (*path, "questions", order))
    yield Line(CLOCKS, f"Clocks ({len(tool.clocks)})", "clock-outline", "clocks")
    for number, clock in enumerate(tool.clocks):
        yield Line((*CLOCKS, number), clock.title or _UNNAMED, "clock-outline", f"clock {clock.id}")
    yield Line(
        DOCUMENTS, f"Documents ({len(tool.documents)})", "file-document-outline", "documents"
    )
    for number, document in enumerate(tool.documents):
        yield Line(
            (*DOCUMENTS, number),
            document.title or _UNNAMED,
            "file-document-outline",
            f"document {document.id}",
        )


def _question(question: Question, path: ToolPath) -> Iterator[Line]:
    star = " ★" if question.critical else ""
    text = f"{question.id}{star}  {question.wording or _UNNAMED}"
    yield Line(path, text, "help-circle-outline", f"question {question.id}")
    yield from _parts(question.parts, (*path, "parts"), f"part {question.id}")


def _parts(parts: Iterable[Part], above: ToolPath, key: str) -> Iterator[Line]:
    for number, part in enumerate(parts):
        path: ToolPath = (*above, number)
        name = f"{key}.{part.id}"
        yield Line(path, part.label or _UNNAMED, "form-textbox", name)
        yield from _parts(part.columns, (*path, "columns"), name)


def parent_of(path: ToolPath) -> ToolPath | None:
    """Return the path of the line that an item's line stands below; ``None`` at the top."""
    if len(path) <= 1 or path[:-1] == ("themes",):
        return None
    above = path[:-1]
    return above if above in (CLOCKS, DOCUMENTS) else above[:-1]
