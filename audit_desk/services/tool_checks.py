"""Small checks that the validation of an audit tool is made of; with their faults in words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from audit_desk.domain.audit_tool import PartKind
from audit_desk.domain.tool_edit import ToolPath

CHOICE_KINDS = (PartKind.CHOICE, PartKind.CHOICES)
"""The kinds of part that have options."""

LONGEST_TEXT = 10_000
"""Characters of one text of a tool: four pages."""

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""How the ids of tools, themes and clocks are written."""


@dataclass(frozen=True, slots=True)
class ToolFault:
    """One fault of a tool.

    Attributes:
        path: The item that it is a fault of, for whoever wants to go there.
        place: The same in words, as they stand before the fault; empty for the tool itself.
        sentence: What is wrong, without its full stop; it may begin with the field's name.
    """

    path: ToolPath
    place: str
    sentence: str

    def __str__(self) -> str:
        """Return place and fault as one text."""
        return f"{self.place}{self.sentence}"


def malformed(what: str, value: str, pattern: re.Pattern[str], example: str) -> Iterator[str]:
    """Yield a fault where an id is not written as its pattern wants it."""
    if not pattern.fullmatch(value):
        yield f"{what} {value!r} is not well formed; write it like {example}"


def blank(place: str, /, **texts: str) -> Iterator[str]:
    """Yield a fault for each text, named by its field, that is empty."""
    for name, text in texts.items():
        if not text.strip():
            yield f"{place}{name} is empty"


def too_long(item: Any) -> Iterator[str]:
    """Yield a fault for each text of an item that nobody would read beside an answer."""
    for entry in fields(item):
        value = getattr(item, entry.name)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            yield f"{entry.name} is longer than {LONGEST_TEXT:,} characters"


def twice(what: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a fault for each name that has stood before."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"{what} {name} stands twice"
        seen.add(name)


def possible_values(values: tuple[str, ...]) -> str:
    """Say which values there are, after one that there is not."""
    return f"only {', '.join(values)}" if values else "and this question has no main answer"
