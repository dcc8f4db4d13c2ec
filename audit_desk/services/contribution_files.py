"""What an answers file says of the part that practitioners and the child had in the audit."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from audit_desk.domain.contribution import Contribution, Role
from audit_desk.errors import UserError

_TRUTHS = ("invited", "took_part", "changed")
_TEXTS = ("why_not", "said", "how")
_KEYS = ("invited", "why_not", "took_part", "on", "said", "changed", "how")


def read_contributions(content: Any) -> tuple[Contribution, ...]:
    """Read the file's “contributions”; nothing where it says nothing of them.

    Raises:
        UserError: It is not of this form.
    """
    if content is None:
        return ()
    if not isinstance(content, dict):
        raise UserError("“contributions” is not a JSON object.", "See audit-desk fill --help.")
    return tuple(_contribution(key, value) for key, value in content.items())


def _contribution(key: str, value: Any) -> Contribution:
    roles = [role.value for role in Role]
    if key not in roles:
        raise UserError(f"“contributions” knows no “{key[:40]}”.", f"Known: {', '.join(roles)}.")
    role = Role(key)
    place = f"The contribution of {role.words}"
    if not isinstance(value, dict):
        raise UserError(f"{place} is not a JSON object.", "See audit-desk fill --help.")
    unknown = sorted(set(value) - set(_KEYS))
    if unknown:
        raise UserError(
            f"{place}: “{unknown[0]}” is not known here.", f"Known: {', '.join(_KEYS)}."
        )
    for name in _TRUTHS:
        if not isinstance(value.get(name), bool | None):
            raise UserError(f"{place}: “{name}” is neither true nor false.")
    for name in (*_TEXTS, "on"):
        if not isinstance(value.get(name), str | None):
            raise UserError(f"{place}: “{name}” is not a text.", "Put it in quotation marks.")
    invited, took_part, changed = (value.get(name) for name in _TRUTHS)
    why_not, said, how = (value.get(name) or "" for name in _TEXTS)
    on = _day(value, place)
    return Contribution(role, invited, why_not, took_part, on, said, changed, how)


def _day(value: Mapping[str, Any], place: str) -> date | None:
    text = (value.get("on") or "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise UserError(
            f"{place}: “{text[:40]}” is not a day.", "Write it as 2026-03-02."
        ) from fault
