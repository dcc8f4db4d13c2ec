"""Who names whom in an audit tool: giving an item another id, and what rests on an item.

Conditions and clocks name answers as ``QUESTION`` or ``QUESTION.part``, clocks their theme,
sources their document.
"""

from dataclasses import replace

from audit_desk.domain.audit_tool import AuditTool, Clock, Condition
from audit_desk.domain.tool_edit import ToolPath, item_at, put, question_paths


def rename(tool: AuditTool, path: ToolPath, new: str) -> AuditTool:
    """Give an item another id, everywhere in the tool where it is named."""
    old = str(item_at(tool, path).id)
    renamed = put(tool, (*path, "id"), new)
    followers = {
        "questions": _question_renamed,
        "parts": _part_renamed,
        "columns": _part_renamed,
        "themes": _theme_renamed,
        "documents": _sourced_anew,
    }
    follow = followers.get(str(path[-2]))
    if not old or not new or follow is None:
        return renamed
    return follow(renamed, path, old, new)


def _question_renamed(tool: AuditTool, _path: ToolPath, old: str, new: str) -> AuditTool:
    if any(question.id == old for question in tool.questions()):
        return tool  # another still has the old id, and may be the one that is meant
    return _point_anew(tool, old, new)


def _part_renamed(tool: AuditTool, path: ToolPath, old: str, new: str) -> AuditTool:
    siblings = tuple(
        replace(part, not_before=new) if part.not_before == old else part
        for part in item_at(tool, path[:-1])
    )
    above = _full_name(tool, path[:-2])
    tool = put(tool, path[:-1], siblings)
    return _point_anew(tool, f"{above}.{old}", f"{above}.{new}")


def _full_name(tool: AuditTool, path: ToolPath) -> str:
    """Return what conditions and clocks call a question, a part or a column."""
    name = str(item_at(tool, path).id)
    return name if path[-2] == "questions" else f"{_full_name(tool, path[:-2])}.{name}"


def _theme_renamed(tool: AuditTool, _path: ToolPath, old: str, new: str) -> AuditTool:
    return replace(tool, clocks=_of_theme(tool.clocks, old, new))


def _of_theme(clocks: tuple[Clock, ...], old: str, new: str) -> tuple[Clock, ...]:
    return tuple(replace(clock, theme=new) if clock.theme == old else clock for clock in clocks)


def _sourced_anew(tool: AuditTool, _path: ToolPath, old: str, new: str) -> AuditTool:
    for path, question in question_paths(tool):
        sources = tuple(
            replace(source, document=new) if source.document == old else source
            for source in question.sources
        )
        if sources != question.sources:
            tool = put(tool, (*path, "sources"), sources)
    return tool


def _point_anew(tool: AuditTool, old: str, new: str) -> AuditTool:
    """Let every condition and clock that names an answer name it by its new id."""

    def anew(reference: str) -> str:
        if reference == old or reference.startswith(f"{old}."):
            return new + reference[len(old) :]
        return reference

    def conditions(found: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(
            replace(condition, answer=anew(condition.answer)) if condition.answer else condition
            for condition in found
        )

    for path, question in question_paths(tool):
        if question.applies_when:
            tool = put(tool, (*path, "applies_when"), conditions(question.applies_when))
    clocks = tuple(
        replace(
            clock,
            start=anew(clock.start),
            stop=anew(clock.stop),
            until=anew(clock.until),
            not_counted_when=conditions(clock.not_counted_when),
        )
        for clock in tool.clocks
    )
    return replace(tool, clocks=clocks)


def uses_of(tool: AuditTool, path: ToolPath) -> tuple[str, ...]:
    """Return what in the rest of the tool names an item, in words; it may hold its removal."""
    item = item_at(tool, path)
    if path[-2] not in {"questions", "parts", "columns"}:
        return ()
    names = {_full_name(tool, path)}
    found = [
        f"question {question.id}"
        for _path, question in question_paths(tool)
        if question is not item and _named(question.applies_when, names)
    ]
    found += [
        f"the clock “{clock.title}”"
        for clock in tool.clocks
        if any(_is_of(end, names) for end in (clock.start, clock.stop, clock.until))
        or _named(clock.not_counted_when, names)
    ]
    return tuple(found)


def _named(conditions: tuple[Condition, ...], names: set[str]) -> bool:
    return any(_is_of(condition.answer or "", names) for condition in conditions)


def _is_of(reference: str, names: set[str]) -> bool:
    return any(reference == name or reference.startswith(f"{name}.") for name in names)
