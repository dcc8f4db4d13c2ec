"""From the plain tables of a TOML file to an ``AuditTool``, with every fault in words.

msgspec converts and checks the types; what it says is put into a person's words here, and
keys that no class knows are found, which it passes over in dataclasses.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from audit_desk.domain.audit_tool import AnswerKind, AuditTool, ClockUnit, PartKind, ToolStatus

_NOUNS = {
    "documents": "document",
    "themes": "theme",
    "questions": "question",
    "parts": "part",
    "options": "option",
    "columns": "column",
    "sources": "source",
    "applies_when": "condition",
    "clocks": "clock",
    "not_counted_when": "condition",
}
_TYPES = {
    "str": "a text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
    "null": "nothing",
}
_ENUMS: Mapping[str, type[StrEnum]] = {
    "status": ToolStatus,
    "unit": ClockUnit,
    "kind": AnswerKind,
    "parts.kind": PartKind,
}
_STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<index>\d+)\]")


def decode(raw: dict[str, Any]) -> tuple[AuditTool | None, list[str]]:
    """Convert the tables of a tool file.

    Args:
        raw: The file's tables, without its ``format``.

    Returns:
        The tool, or ``None`` where a type or a missing field forbids it, and all faults
        found on the way: unknown keys, and the first wrong type or missing field.
    """
    import msgspec

    faults = list(_unknown_keys(raw, AuditTool, ""))
    try:
        return msgspec.convert(raw, AuditTool), faults
    except msgspec.ValidationError as fault:
        return None, [*faults, _in_words(str(fault), raw)]


def _unknown_keys(raw: object, cls: type, place: str) -> Iterator[str]:
    if not isinstance(raw, dict):
        return
    hints = get_type_hints(cls)
    for key, value in raw.items():
        if key not in hints:
            yield place + _unknown_key(key, list(hints))
            continue
        nested = _nested_class(hints[key])
        if nested is None:
            continue
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _unknown_keys(item, nested, place + _item(key, index, item))
        else:
            yield from _unknown_keys(value, nested, f"{place}{key}: ")


def _unknown_key(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    meant = f"; did you mean {near[0]}" if near else f"; it may be any of {', '.join(known)}"
    return f"there is no field called {key} here{meant}"


def _nested_class(hint: Any) -> type | None:
    """Return the dataclass that a field holds: by itself, optional, or many in a tuple."""
    for candidate in (hint, *get_args(hint)):
        if isinstance(candidate, type) and dataclasses.is_dataclass(candidate):
            return candidate
    return None


def _item(key: str, index: int, item: object) -> str:
    """Name one item of a list by its id where it has one, else by its number."""
    noun = _NOUNS.get(key, key)
    name = item.get("id") if isinstance(item, dict) else None
    return f"{noun} {name}: " if isinstance(name, str) and name else f"{noun} {index + 1}: "


def _in_words(fault: str, raw: dict[str, Any]) -> str:
    what, _, path = fault.partition(" - at `$")
    return _place(path.rstrip("`"), raw) + _what(what, path)


def _place(path: str, raw: Any) -> str:
    """Turn ``.themes[0].questions[3].kind`` into names that stand in the file."""
    place, key = "", ""
    for step in _STEP.finditer(path):
        if step["key"]:
            if key:
                place += f"{key}: "
            key, raw = step["key"], _child(raw, step["key"])
        else:
            index = int(step["index"])
            raw = raw[index] if isinstance(raw, list) and index < len(raw) else None
            place += _item(key, index, raw)
            key = ""
    return place + (f"{key}: " if key else "")


def _child(raw: Any, key: str) -> Any:
    return raw.get(key) if isinstance(raw, dict) else None


def _what(what: str, path: str) -> str:
    if missing := re.match(r"Object missing required field `(\w+)`", what):
        return f"the field {missing[1]} is missing"
    if wrong := re.match(r"Expected `([^`]+)`, got `([^`]+)`", what):
        wanted = [_TYPES.get(name, name) for name in wrong[1].split(" | ") if name != "null"]
        return f"{' or '.join(wanted)} is wanted here, not {_TYPES.get(wrong[2], wrong[2])}"
    if value := re.match(r"Invalid enum value (.+)", what):
        return f"{value[1]} is none of {', '.join(_allowed(path))}"
    return what[:1].lower() + what[1:]


def _allowed(path: str) -> list[str]:
    field = path.rstrip("`").rpartition(".")[2]
    enum = _ENUMS["parts.kind" if field == "kind" and ".parts[" in path else field]
    return [member.value for member in enum]
