"""What an answers file says of the part that practitioners and the child had in the audit."""

from typing import Any

from audit_desk.domain.contribution import Contribution, Role
from audit_desk.errors import UserError
from audit_desk.services.answer_file_parts import (
    read_day,
    read_object,
    read_text,
    refuse_unknown,
)

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
    said = read_object(content, "“contributions”")
    return tuple(_contribution(key, value) for key, value in said.items())


def _contribution(key: str, value: Any) -> Contribution:
    roles = [role.value for role in Role]
    if key not in roles:
        raise UserError(f"“contributions” knows no “{key[:40]}”.", f"Known: {', '.join(roles)}.")
    role = Role(key)
    place = f"The contribution of {role.words}"
    refuse_unknown(read_object(value, place), _KEYS, place)
    for name in _TRUTHS:
        if not isinstance(value.get(name), bool | None):
            raise UserError(f"{place}: “{name}” is neither true nor false.")
    invited, took_part, changed = (value.get(name) for name in _TRUTHS)
    why_not, said, how, day = (read_text(value, name, place) for name in (*_TEXTS, "on"))
    on = read_day(day.strip(), place, "2026-03-02")
    return Contribution(role, invited, why_not, took_part, on, said, changed, how)
