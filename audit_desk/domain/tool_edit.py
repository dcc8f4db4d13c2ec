"""Changing an audit tool item by item: every change gives a new tool, the old one stays.

An item is named by its path, for example ``("themes", 0, "questions", 3)`` for the fourth
question of the first theme; a field's path ends in its name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from audit_desk.domain.audit_tool import AuditTool, Question

ToolPath = tuple[str | int, ...]
"""The way to an item of a tool; empty for the tool itself."""


def item_at(tool: AuditTool, path: ToolPath) -> Any:
    """Return what stands at a path.

    Raises:
        LookupError: Nothing stands there.
    """
    item: Any = tool
    for step in path:
        if isinstance(step, int):
            item = item[step]
        elif hasattr(item, step):
            item = getattr(item, step)
        else:
            raise LookupError(path)
    return item


def put(tool: AuditTool, path: ToolPath, value: object) -> AuditTool:
    """Return the tool with another value at a path."""
    changed: AuditTool = _put(tool, path, value)
    return changed


def insert(tool: AuditTool, path: ToolPath, item: object) -> AuditTool:
    """Return the tool with an item more, which then stands at the path."""
    items, number = _siblings(tool, path)
    return put(tool, path[:-1], (*items[:number], item, *items[number:]))


def remove(tool: AuditTool, path: ToolPath) -> AuditTool:
    """Return the tool without the item at a path."""
    items, number = _siblings(tool, path)
    return put(tool, path[:-1], (*items[:number], *items[number + 1 :]))


def move(tool: AuditTool, path: ToolPath, by: int) -> tuple[AuditTool, ToolPath]:
    """Move an item up (negative) or down one place.

    A question that stands first or last goes over into the theme before or after.

    Returns:
        The tool and the item's new path; both as they were where it cannot go further.
    """
    items, number = _siblings(tool, path)
    to = number + (1 if by > 0 else -1)
    if 0 <= to < len(items):
        item = items[number]
        return insert(remove(tool, path), (*path[:-1], to), item), (*path[:-1], to)
    if path[-2] == "questions":
        return _into_next_theme(tool, path, 1 if by > 0 else -1)
    return tool, path


def _into_next_theme(tool: AuditTool, path: ToolPath, by: int) -> tuple[AuditTool, ToolPath]:
    theme = int(path[1]) + by
    if not 0 <= theme < len(tool.themes):
        return tool, path
    question = item_at(tool, path)
    place = 0 if by > 0 else len(tool.themes[theme].questions)
    target: ToolPath = ("themes", theme, "questions", place)
    return insert(remove(tool, path), target, question), target


def duplicate(tool: AuditTool, path: ToolPath) -> tuple[AuditTool, ToolPath]:
    """Put a copy of an item after it, under an id of its own.

    Returns:
        The tool and the copy's path.
    """
    items, number = _siblings(tool, path)
    taken = all_ids(tool) if path[-2] not in {"parts", "columns"} else {part.id for part in items}
    item = items[number]
    copy = _with_fresh_questions(replace(item, id=fresh_id(item.id, taken)), taken)
    target: ToolPath = (*path[:-1], number + 1)
    return insert(tool, target, copy), target


def all_ids(tool: AuditTool) -> set[str]:
    """Return the ids of all themes, questions, clocks and documents."""
    groups: tuple[Sequence[Any], ...] = (
        tool.themes,
        tool.questions(),
        tool.clocks,
        tool.documents,
    )
    return {item.id for group in groups for item in group}


def fresh_id(like: str, taken: set[str]) -> str:
    """Return an id that is not taken, made from another: ``ST4`` gives ``ST5``, ``a`` ``a-2``."""
    stem = like.rstrip("0123456789")
    figures = like[len(stem) :]
    if not figures:
        stem = stem if stem.isupper() else f"{stem.rstrip('-_')}{'_' if '_' in stem else '-'}"
    number = int(figures or "1") + 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def question_paths(tool: AuditTool) -> Iterator[tuple[ToolPath, Question]]:
    """Yield every question with its path, in reading order."""
    for number, theme in enumerate(tool.themes):
        for order, question in enumerate(theme.questions):
            yield ("themes", number, "questions", order), question


def _siblings(tool: AuditTool, path: ToolPath) -> tuple[tuple[Any, ...], int]:
    number = path[-1]
    if not isinstance(number, int):
        raise LookupError(path)  # noqa: TRY004 - a path that names no item
    return tuple(item_at(tool, path[:-1])), number


def _put(item: Any, path: ToolPath, value: object) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*item[:step], _put(item[step], rest, value), *item[step + 1 :])
    return replace(item, **{step: _put(getattr(item, step), rest, value)})


def _with_fresh_questions(item: Any, taken: set[str]) -> Any:
    """Give the questions of a copied theme ids of their own."""
    if not hasattr(item, "questions"):
        return item
    questions = []
    for question in item.questions:
        fresh = fresh_id(question.id, taken)
        taken.add(fresh)
        questions.append(replace(question, id=fresh))
    return replace(item, questions=tuple(questions))
