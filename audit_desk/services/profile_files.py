"""An import profile as a file that one council can give to another.

It is JSON that a person can read: headings and what they stand for, values and what they are
read as. What is read from a file is checked whole before anything is done with it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile, heading_keys
from audit_desk.errors import UserError
from audit_desk.services.given_file import reading
from audit_desk.services.list_fields import field_keys, target_keys
from audit_desk.services.whole_file import write_whole

SUFFIX = ".auditdesk-profile.json"
"""How the name of such a file ends."""

_FORMAT = "audit-desk-profile/1"
_LARGEST = 1_000_000  # bytes; two thousand columns take a tenth of it
_PART = re.compile(r"`(?:\$\.)?(\w+)")
"""The last of these in what msgspec says is the part at fault."""
_HINT = f"Choose a file that Audit Desk wrote: its name ends in {SUFFIX}. Nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    format: str
    name: str
    kind: str
    list_name: str
    headings: list[str]
    columns: dict[str, str]
    values: dict[str, dict[str, str]]


def plain_profile(profile: Profile) -> dict[str, Any]:
    """Return a profile as plain JSON types."""
    return {
        "name": profile.name,
        "kind": profile.kind.value,
        "list_name": profile.list_name,
        "headings": list(heading_keys(profile.headings)),
        "columns": dict(profile.mapping),
        "values": {key: dict(values) for key, values in profile.translations.items() if values},
    }


def write_profile(profile: Profile, path: Path) -> None:
    """Write a profile into a file.

    Raises:
        UserError: The file cannot be written.
    """
    import json

    text = json.dumps({"format": _FORMAT, **plain_profile(profile)}, ensure_ascii=False, indent=2)
    write_whole(f"{text}\n".encode(), path)


def read_profile(path: Path) -> Profile:
    """Read a profile from a file.

    Raises:
        UserError: The file is no profile, or says what Audit Desk does not know.
    """
    written = _convert(_load(path), path.name)
    if written.kind not in set(ListKind):
        raise UserError(
            f"{path.name} is for a kind of list that Audit Desk does not know: “{written.kind}”.",
            "It was perhaps made by a newer version. Nothing was changed.",
        )
    kind = ListKind(written.kind)
    strange = sorted({*written.columns.values()} - target_keys(kind))
    strange += sorted(written.values.keys() - field_keys(kind))
    if strange:
        raise UserError(
            f"{path.name} reads a column as “{strange[0]}”, which Audit Desk does not know.",
            "It was perhaps made by a newer version, or changed by hand. Nothing was changed.",
        )
    return Profile(
        name=" ".join(written.name.split()) or path.name.removesuffix(SUFFIX),
        kind=kind,
        headings=heading_keys(written.headings),
        mapping=written.columns,
        translations=written.values,
        list_name=written.list_name,
    )


def _load(path: Path) -> Mapping[str, Any]:
    import json

    with reading(path, "an import profile"), path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise UserError(f"{path.name} is too large to be an import profile.", _HINT)
    try:
        held = json.loads(raw)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or not str(held.get("format", "")).startswith("audit-desk-prof"):
        raise UserError(f"{path.name} is not an import profile.", _HINT)
    if held["format"] != _FORMAT:
        raise UserError(
            f"{path.name} was made by a newer version of Audit Desk.",
            "Bring Audit Desk up to date, then try again. Nothing was changed.",
        )
    return held


def _convert(held: Mapping[str, Any], name: str) -> _Written:
    import msgspec

    try:
        return msgspec.convert(held, _Written)
    except msgspec.ValidationError as fault:
        part = _PART.findall(str(fault))[-1]
        raise UserError(
            f"{name} is damaged: “{part}” is missing or is not what it should be.",
            "Ask for the file again, or keep the choices anew. Nothing was changed.",
        ) from fault
