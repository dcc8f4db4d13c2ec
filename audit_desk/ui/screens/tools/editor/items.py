"""Adding items below or beside the one that is chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from audit_desk.domain import tool_new as new
from audit_desk.domain.audit_tool import AuditTool, PartKind
from audit_desk.domain.tool_edit import ToolPath, insert, item_at

_THEME, _QUESTION, _PART, _COLUMN = 2, 4, 6, 8  # steps from the tool to each


@dataclass(frozen=True, slots=True)
class Added:
    """The tool with an item more, and where that stands."""

    tool: AuditTool
    path: ToolPath


def add(noun: str, tool: AuditTool, at: ToolPath) -> Added | None:
    """Add an item of a kind where it belongs, seen from the item chosen.

    Args:
        noun: One of the nouns of the menu.
        tool: The tool.
        at: The item that is chosen.

    Returns:
        The tool with it; ``None`` where there is nothing that it could stand below.
    """
    return _ADD[noun](tool, at)


def can_add(noun: str, tool: AuditTool, at: ToolPath) -> bool:
    """Whether an item of a kind can be added where that one is chosen."""
    return add(noun, tool, at) is not None


def noun_of(path: ToolPath) -> str:
    """Return what another item beside the one chosen is called in the menu."""
    if not path:
        return "Theme"
    if path[0] in {"clocks", "documents"}:
        return str(path[0]).removesuffix("s").capitalize()
    return {_THEME: "Theme", _QUESTION: "Question", _PART: "Fact"}.get(len(path), "Column")


def _theme(tool: AuditTool, at: ToolPath) -> Added:
    number = _after(at, _THEME, len(tool.themes)) if at[:1] == ("themes",) else len(tool.themes)
    return _added(tool, ("themes", number), new.new_theme(tool))


def _question(tool: AuditTool, at: ToolPath) -> Added | None:
    if not tool.themes:
        return None
    home: ToolPath = at[:_THEME] if at[:1] == ("themes",) else ("themes", len(tool.themes) - 1)
    theme = item_at(tool, home)
    number = _after(at, _QUESTION, len(theme.questions))
    return _added(tool, (*home, "questions", number), new.new_question(tool, theme))


def _part(tool: AuditTool, at: ToolPath) -> Added | None:
    home = at[:_QUESTION]
    if at[:1] != ("themes",) or len(home) < _QUESTION:
        return None
    question = item_at(tool, home)
    number = _after(at, _PART, len(question.parts))
    return _added(tool, (*home, "parts", number), new.new_part(question))


def _column(tool: AuditTool, at: ToolPath) -> Added | None:
    home = at[:_PART]
    if (
        at[:1] != ("themes",)
        or len(home) < _PART
        or item_at(tool, home).kind is not PartKind.EVENTS
    ):
        return None
    part = item_at(tool, home)
    number = _after(at, _COLUMN, len(part.columns))
    return _added(tool, (*home, "columns", number), new.new_column(part))


def _clock(tool: AuditTool, at: ToolPath) -> Added:
    number = _after(at, 2, len(tool.clocks)) if at[:1] == ("clocks",) else len(tool.clocks)
    return _added(tool, ("clocks", number), new.new_clock(tool))


def _document(tool: AuditTool, at: ToolPath) -> Added:
    held = len(tool.documents)
    number = _after(at, 2, held) if at[:1] == ("documents",) else held
    return _added(tool, ("documents", number), new.new_document(tool))


def _after(at: ToolPath, steps: int, last: int) -> int:
    """Return the place after the chosen item's own in its list, or the last."""
    return int(at[steps - 1]) + 1 if len(at) >= steps else last


def _added(tool: AuditTool, path: ToolPath, item: object) -> Added:
    return Added(insert(tool, path, item), path)


_ADD: dict[str, Callable[[AuditTool, ToolPath], Added | None]] = {
    "Theme": _theme,
    "Question": _question,
    "Fact": _part,
    "Column": _column,
    "Clock": _clock,
    "Document": _document,
}
