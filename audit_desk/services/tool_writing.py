"""An audit tool as a TOML file, laid out as a person would write it.

Whatever is written is read back as the same tool: what stands at its default is left out, long
texts are wrapped between three quotation marks.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from audit_desk.domain.audit_tool import AuditTool, Condition, Option
from audit_desk.domain.tool_text import tidy
from audit_desk.services.tool_files import FORMAT
from audit_desk.services.whole_file import write_whole

_LINE = 99
_SHORT = 80  # a text up to here stands beside its name
_PROSE = frozenset(
    {"purpose", "about", "guidance", "help"}
    | {"outstanding", "good", "requires_improvement", "inadequate"}
)
_FIRST = "parts"  # as the auditor reads them
_INLINE = (Option, Condition)
_TITLED = "themes"
_HEAD = """\
# {title}
#
# How to write or change a tool is told in the help page on audit tools. {status}

format = {format}
"""
_PUBLISHED = "This version is\n# published: it never changes. A change makes the next version."
_DRAFT = "This version is a\n# draft: no round uses it until it is published."


def write_tool(tool: AuditTool, path: Path) -> None:
    """Write a tool into a file; a file of that name is replaced.

    Raises:
        UserError: The file cannot be written.
    """
    write_whole(tool_to_toml(tool).encode(), path)


def tool_to_toml(tool: AuditTool) -> str:
    """Return a tool as the text of a file; reading it gives the same tool, its texts tidied."""
    tool = tidy(tool)
    status = _PUBLISHED if tool.status == "published" else _DRAFT
    head = _HEAD.format(title=_one_line(tool.title or tool.id), status=status, format=FORMAT)
    return head + "\n".join(_lines(tool, "")).rstrip("\n") + "\n"


def _lines(item: Any, path: str) -> Iterator[str]:
    """Yield the lines of one table: its own fields first, then the tables below it."""
    below: list[tuple[str, Any]] = []
    for entry in fields(item):
        value = getattr(item, entry.name)
        if _is_default(entry, value):
            continue
        if _has_tables(value):
            below.append((entry.name, value))
        else:
            yield f"{entry.name} = {_value(value, prose=entry.name in _PROSE)}"
    yield ""
    below.sort(key=lambda pair: pair[0] != _FIRST)
    for name, value in below:
        yield from _tables(name, value, f"{path}.{name}" if path else name)


def _tables(name: str, value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, tuple):
        yield f"[{path}]"
        yield from _lines(value, path)
        return
    for item in value:
        if name == _TITLED:
            yield from ("", f"# {'-' * 66} {' '.join(item.title.split()).lower()}", "")
        yield f"[[{path}]]"
        yield from _lines(item, path)


def _is_default(entry: "Field[Any]", value: object) -> bool:
    return entry.default is not MISSING and bool(value == entry.default)


def _has_tables(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value) and is_dataclass(value[0]) and not isinstance(value[0], _INLINE)
    return is_dataclass(value)


def _value(value: Any, *, prose: bool) -> str:
    if isinstance(value, tuple):
        return _array(value)
    if isinstance(value, StrEnum):
        value = value.value
    if isinstance(value, str):
        return _text(value) if prose else _encoded(value)
    return _encoded(value)


def _text(text: str) -> str:
    if "\n" not in text and len(text) <= _SHORT:
        return _encoded(text)
    import tomlkit

    wrapped = "\n\n".join(
        textwrap.fill(paragraph, _LINE, break_long_words=False, break_on_hyphens=False)
        for paragraph in text.split("\n\n")
    )
    quotes = '"""'
    written = tomlkit.string(f"{wrapped}\n", multiline=True).as_string()
    return f"{quotes}\n{written.removeprefix(quotes)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _array(items: tuple[Any, ...]) -> str:
    written = [_inline(item) if is_dataclass(item) else _encoded(item) for item in items]
    if len(items) > 1 and sum(map(len, written)) > _SHORT:
        return "[\n" + "".join(f"  {one},\n" for one in written) + "]"
    return f"[{', '.join(written)}]"


def _inline(item: Any) -> str:
    pairs = (
        f"{entry.name} = {_value(getattr(item, entry.name), prose=False)}"
        for entry in fields(item)
        if not _is_default(entry, getattr(item, entry.name))
    )
    return f"{{ {', '.join(pairs)} }}"


def _encoded(value: object) -> str:
    import tomlkit

    return str(tomlkit.item(value).as_string())
