"""The stamp of a form: which audit it belongs to, and how that stood when it was written.

It travels on the workbook's hidden page. Its seal tells a page that somebody changed, or a
program cut short, from one that is as it was written; it is no proof against forgery.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = "audit-desk-form/1"
_FAMILY = FORMAT.partition("/")[0]


class ForeignForm(ValueError):  # noqa: N818 - it is what the form is
    """The stamp is sound, but another version of Audit Desk wrote it."""


@dataclass(frozen=True, slots=True)
class FormStamp:
    """What a form knows about itself.

    Attributes:
        tool_id: The tool whose questions it asks.
        tool_version: Its version.
        written_at: When it was written: ISO, UTC.
        audit_id: The audit; empty for a form that any audit may use.
        reference: The case's reference; empty without an audit.
        round_name: The audit's round; empty without an audit.
        base: A digest of what stood in each field; an empty field is absent.
        left_out: The keys of fields that are too long for a workbook and stay in the register.
    """

    tool_id: str
    tool_version: int
    written_at: str
    audit_id: str = ""
    reference: str = ""
    round_name: str = ""
    base: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def digest(value: str) -> str:
    """Return what stands for a value in a stamp; empty for an empty one."""
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:16] if value else ""


def stamp_text(stamp: FormStamp) -> str:
    """Return a stamp with its seal as JSON text."""
    content = {"format": FORMAT, **asdict(stamp)}
    return _json({**content, "seal": _seal(content)})


def read_stamp(text: str) -> FormStamp:
    """Read a stamp.

    Raises:
        ForeignForm: Another version of Audit Desk wrote it.
        ValueError: It is no stamp, or was changed since it was written.
    """
    content: Any = json.loads(text)
    if not isinstance(content, dict) or not str(content.get("format")).startswith(_FAMILY):
        raise ValueError("not the stamp of a form")
    if content.pop("seal", "") != _seal(content):
        raise ValueError("the seal does not fit")
    if content.pop("format") != FORMAT:
        raise ForeignForm
    return FormStamp(**{**content, "left_out": tuple(content["left_out"])})


def _seal(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(_json(content).encode()).hexdigest()


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
