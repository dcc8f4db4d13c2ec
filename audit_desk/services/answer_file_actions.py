"""What an answers file says of actions: what follows from which answer."""

from typing import Any

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.follow_up import FollowUp
from audit_desk.errors import UserError
from audit_desk.services.answer_file_parts import (
    read_day,
    read_object,
    read_text,
    refuse_unknown,
)

_KEYS = ("change", "owner", "due", "same_as", "none_because")
_OWN = frozenset({"change", "owner", "due"})


def read_follow_ups(content: Any) -> tuple[FollowUp, ...]:
    """Read the file's “actions”; nothing where it says nothing of them.

    Raises:
        UserError: It is not of this form.
    """
    if content is None:
        return ()
    said = read_object(content, "“actions”")
    return tuple(_follow_up(key, value) for key, value in said.items())


def _follow_up(question_id: str, value: Any) -> FollowUp:
    place = f"The action of {question_id}"
    refuse_unknown(read_object(value, place), _KEYS, place)
    said = {key: text for key in _KEYS if (text := read_text(value, key, place)).strip()}
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
        draft=ActionDraft(
            said.get("change", ""),
            said.get("owner", ""),
            read_day(said.get("due", "").strip(), place, "2026-06-30"),
        ),
        same_as=said.get("same_as", "").strip(),
        none_because=said.get("none_because", ""),
    )
