"""What an answers file says of actions: what follows from which answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError

_KEYS = ("change", "owner", "due", "same_as", "none_because")
_OWN = frozenset({"change", "owner", "due"})


def read_follow_ups(content: Any) -> tuple[FollowUp, ...]:
    """Read the file's “actions”; nothing where it says nothing of them.

    Raises:
        UserError: It is not of this form.
    """
    if content is None:
        return ()
    if not isinstance(content, dict):
        raise UserError("“actions” is not a JSON object.", "See audit-desk fill --help.")
    return tuple(_follow_up(key, value) for key, value in content.items())


def _follow_up(question_id: str, value: Any) -> FollowUp:
    place = f"The action of {question_id}"
    if not isinstance(value, dict):
        raise UserError(f"{place} is not a JSON object.", "See audit-desk fill --help.")
    unknown = sorted(set(value) - set(_KEYS))
    if unknown:
        raise UserError(
            f"{place}: “{unknown[0]}” is not known here.", f"Known: {', '.join(_KEYS)}."
        )
    said = {key: text for key in _KEYS if (text := _text(value, key, place)).strip()}
    if (
        len([key for key in ("same_as", "none_because") if key in said]) + bool(_OWN & set(said))
        > 1
    ):
        raise UserError(
            f"{place} says more than one thing.",
            "Give change, owner and due, or same_as, or none_because.",
        )
    return FollowUp(
        question_id,
        draft=ActionDraft(said.get("change", ""), said.get("owner", ""), _day(said, place)),
        same_as=said.get("same_as", "").strip(),
        none_because=said.get("none_because", ""),
    )


def _text(value: Mapping[str, Any], key: str, place: str) -> str:
    text = value.get(key)
    if text is not None and not isinstance(text, str):
        raise UserError(f"{place}: “{key}” is not a text.", "Put it in quotation marks.")
    return text or ""


def _day(said: Mapping[str, str], place: str) -> date | None:
    text = said.get("due", "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise UserError(
            f"{place}: “{text[:40]}” is not a day.", "Write it as 2026-06-30."
        ) from fault
