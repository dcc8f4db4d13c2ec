"""The pieces that an answers file is made of, each read or refused with its place."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from audit_desk.errors import UserError


def read_object(value: Any, named: str) -> Mapping[str, Any]:
    """Return a JSON object.

    Raises:
        UserError: It is something else.
    """
    if not isinstance(value, dict):
        raise UserError(f"{named} is not a JSON object.", "See audit-desk fill --help.")
    return value


def refuse_unknown(content: Mapping[str, Any], known: Sequence[str], place: str) -> None:
    """Refuse a key that nobody knows: what is misspelt would be lost in silence.

    Raises:
        UserError: There is one.
    """
    unknown = sorted(set(content) - set(known))
    if unknown:
        raise UserError(
            f"{place}: “{unknown[0]}” is not known here.", f"Known: {', '.join(known)}."
        )


def read_text(content: Mapping[str, Any], key: str, place: str) -> str:
    """Return a text, empty where there is none.

    Raises:
        UserError: It is something else.
    """
    value = content.get(key)
    if value is not None and not isinstance(value, str):
        raise UserError(f"{place}: “{key}” is not a text.", "Put it in quotation marks.")
    return value or ""


def read_day(text: str, place: str, example: str) -> date | None:
    """Return a day, ``None`` where there is no text.

    Raises:
        UserError: It is not one; the hint shows the example.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise UserError(
            f"{place}: “{text[:40]}” is not a day.", f"Write it as {example}."
        ) from fault
