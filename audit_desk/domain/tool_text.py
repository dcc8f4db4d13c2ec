"""The texts of an audit tool as a file gives them back: lines joined, blanks single."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

from audit_desk.domain.audit_tool import AuditTool


def tidy(tool: AuditTool) -> AuditTool:
    """Return the tool as a file would give it back: lines joined, blanks single."""
    tidied: AuditTool = _tidied(tool)
    return tidied


def tidy_text(text: str) -> str:
    """Join wrapped lines and single the blanks; empty lines part paragraphs."""
    lines = "".join(char for char in text if _is_writable(char)).splitlines()
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1] += line.split()
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(words) for words in paragraphs if words)


def _is_writable(char: str) -> bool:
    # Neither half of a surrogate pair nor a control character belongs in a question.
    return unicodedata.category(char) not in {"Cc", "Cs"} or char.isspace()


def _tidied(value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        return tidy_text(value)
    if isinstance(value, tuple):
        return tuple(map(_tidied, value))
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _tidied(item) for name, item in held.items()})
    return value
