"""The fields of a form for what follows from an answer: an action, or why none is needed."""

from collections.abc import Iterator, Mapping
from datetime import date

from audit_desk.domain.action import ActionDraft
from audit_desk.domain.audit_tool import AnswerKind, Part, PartKind, Question
from audit_desk.domain.follow_up import FollowUp, FollowUps
from audit_desk.domain.form_field import FormField

_CHANGE, _OWNER, _DUE, _NONE = "change", "owner", "due", "none_because"
_PARTS = (
    Part(_CHANGE, "What will change for the child", PartKind.TEXT),
    Part(_OWNER, "Who sees to it", PartKind.TEXT, help="A role, not a name."),
    Part(_DUE, "By when", PartKind.DATE),
    Part(_NONE, "Or: why nothing is needed", PartKind.TEXT),
)
_FURTHEST_YEARS = 5


def follow_up_owner(question_id: str) -> str:
    """Return whose fields those of a question's follow-up are."""
    return f"{question_id} follow-up"


def asks_follow_up(question: Question) -> bool:
    """Whether an answer to a question may ask what follows."""
    return question.kind is not AnswerKind.FACTS and not question.for_moderator


def follow_up_fields(question: Question) -> tuple[FormField, ...]:
    """Return the fields of what follows from a question's answer."""
    return tuple(
        FormField(
            f"{question.id} {part.id}",
            follow_up_owner(question.id),
            part,
            f"{question.id}, {part.label.removeprefix('Or: ').lower()}",
            lies_ahead=part.kind is PartKind.DATE,
        )
        for part in _PARTS
    )


def follow_up_values(follow_ups: FollowUps) -> dict[str, str]:
    """Return what follows from answers, by field; empty fields are left out.

    A link to another action of the round is no field: it stays as it is while the fields of
    its question stay empty.
    """
    found: dict[str, str] = {}
    for told in follow_ups.values():
        draft = told.draft
        due = draft.due_on.isoformat() if draft.due_on else ""
        said = {_CHANGE: draft.change, _OWNER: draft.owner, _DUE: due, _NONE: told.none_because}
        found |= {f"{told.question_id} {key}": text for key, text in said.items() if text}
    return found


def follow_up_from(question: Question, values: Mapping[str, str]) -> FollowUp:
    """Return what a question's fields say follows from its answer."""
    change, owner, due, none = (values.get(f"{question.id} {part.id}", "") for part in _PARTS)
    draft = ActionDraft(change, owner, date.fromisoformat(due) if due else None)
    return FollowUp(question.id, draft, none_because=none)


def follow_up_faults(question: Question, values: Mapping[str, str], today: date) -> Iterator[str]:
    """Yield what is wrong with what a question's fields say follows."""
    told = follow_up_from(question, values)
    if not told.draft.is_empty and told.none_because.strip():
        yield (
            f"{question.id} says both what will change and why nothing is needed. Keep one of"
            " the two."
        )
    due = told.draft.due_on
    if due is not None and due.year > today.year + _FURTHEST_YEARS:
        yield f"{question.id}: {due:%d/%m/%Y} is more than five years ahead. Check the year."
