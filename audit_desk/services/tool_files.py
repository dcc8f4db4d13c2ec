"""Audit tool files: TOML that a quality assurance lead writes, read and checked whole.

``resources/help/audit-tools.md`` describes the format for those who write one.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit_desk import paths
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_text import tidy_text
from audit_desk.errors import UserError
from audit_desk.services.given_file import reading
from audit_desk.services.tool_decoding import decode
from audit_desk.services.tool_validation import find_faults

FORMAT = 1
"""The version of the file format that this application reads."""

FAULTS_SHOWN = 20
"""How many faults one error lists; more than that is no longer read."""

LARGEST_FILE = 4_000_000
"""Bytes; a hundred times the largest tool anyone would want to answer."""

_CURE = (
    "Correct the file and load it again; the register is unchanged. "
    "Every field is listed in the help page on audit tools."
)
_POSITION = re.compile(r"^(?P<fault>.*?)\s*\((?:at )?(?P<place>[^()]*)\)$", re.DOTALL)


def load_tool(path: Path) -> AuditTool:
    """Read and check an audit tool file.

    Raises:
        UserError: The file cannot be read, or is not a faultless audit tool; the message
            names the file, the place in it and the fault.
    """
    try:
        with reading(path, "an audit tool file"):
            if path.stat().st_size > LARGEST_FILE:
                raise UserError(f"{path.name} is far too large to be an audit tool file.", _CURE)
            text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UserError(
            f"{path.name} is not a text in UTF-8 (byte {fault.start + 1} is not).",
            "Save it again from your editor with the encoding UTF-8, then load it.",
        ) from None
    return parse_tool(text, path.name)


def parse_tool(text: str, origin: str) -> AuditTool:
    """Read and check the text of an audit tool file.

    Args:
        text: The TOML text.
        origin: The file's name, for the message.

    Raises:
        UserError: The text is not a faultless audit tool.
    """
    raw = _parse_toml(text, origin)
    _check_format(raw.pop("format", None), origin)
    tool, faults = decode(_tidy(raw))
    if tool is not None:
        faults.extend(find_faults(tool))
    if tool is None or faults:
        raise UserError(_listing(faults, origin), _CURE)
    return tool


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a folder of audit tool files holds.

    Attributes:
        tools: Those that are faultless, by file name.
        faults: What is wrong with the others, one a file.
    """

    tools: tuple[AuditTool, ...]
    faults: tuple[UserError, ...] = ()


def read_folder(folder: Path) -> Bundled:
    """Read every audit tool file of a folder; one with faults keeps no other from being read."""
    tools: list[AuditTool] = []
    faults: list[UserError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tools.append(load_tool(path))
        except UserError as fault:
            faults.append(fault)
    return Bundled(tuple(tools), tuple(faults))


def read_bundled() -> Bundled:
    """Read the audit tool files that come with the application."""
    return read_folder(paths.resource("audit_tools"))


def bundled_tools() -> tuple[AuditTool, ...]:
    """Return the audit tools that come with the application, by file name."""
    return read_bundled().tools


def tool_to_json(tool: AuditTool) -> str:
    """Return the tool as JSON, the form in which a register or a pack keeps it.

    The same tool always gives the same text, and ``tool_from_json`` gives the same tool back.
    """
    import msgspec

    return msgspec.json.encode(tool).decode()


def tool_from_json(text: str) -> AuditTool:
    """Return the tool that ``tool_to_json`` wrote.

    Raises:
        UserError: The text is not one that it wrote.
    """
    import msgspec

    try:
        return msgspec.json.decode(text, type=AuditTool)
    except msgspec.MsgspecError as fault:
        raise UserError(
            f"An audit tool kept in this register cannot be read: {fault}.",
            "Run audit-desk check on the register, and open its latest backup if that fails.",
        ) from fault


def _parse_toml(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as fault:
        match = _POSITION.match(str(fault))
        what, where = (match["fault"], f", {match['place']}") if match else (str(fault), "")
        raise UserError(
            f"{origin}{where}: this is not valid TOML. {what}.",
            "Look at that line and the one before it for a missing quotation mark or bracket. "
            + _CURE,
        ) from None
    except RecursionError:
        raise UserError(f"{origin}: its brackets are nested too deeply.", _CURE) from None


def _check_format(value: object, origin: str) -> None:
    if value is None:
        raise UserError(
            f'{origin}: the line "format = {FORMAT}" is missing at the top of the file.', _CURE
        )
    if value != FORMAT or isinstance(value, bool):
        raise UserError(
            f"{origin}: its format is {value!r}, and this version of Audit Desk reads format "
            f"{FORMAT}.",
            "A newer Audit Desk may have written it: install that version, or ask for a file in "
            f"format {FORMAT}.",
        )


def _tidy(value: Any) -> Any:
    """Join wrapped lines, so that a long text may be wrapped; empty lines part paragraphs."""
    if isinstance(value, dict):
        return {key: _tidy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return tidy_text(value) if isinstance(value, str) else value


def _listing(faults: list[str], origin: str) -> str:
    if len(faults) == 1:
        return f"{origin}: {faults[0]}."
    lines = [f"{origin} has {len(faults)} faults:"]
    lines.extend(f"• {fault}." for fault in faults[:FAULTS_SHOWN])
    if len(faults) > FAULTS_SHOWN:
        lines.append(f"… and {len(faults) - FAULTS_SHOWN} more.")
    return "\n".join(lines)
