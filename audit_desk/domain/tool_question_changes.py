"""What changes for the auditor in one question of an audit tool, in sentences."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from audit_desk.domain.audit_tool import AuditTool, Descriptors, Option, Part, Question
from audit_desk.domain.tool_words import (
    ANSWER_KINDS,
    GRADES,
    condition_words,
    part_kind,
    quoted,
)

_SAID = frozenset(
    {"id", "wording", "kind", "critical", "guidance", "evidence", "descriptors", "parts"}
    | {"applies_when", "applies_note", "for_moderator", "evidence_for", "sources"}
)
_PART_SAID = frozenset(
    {"id", "label", "kind", "options", "help", "not_before", "from_list", "columns"}
)


def question_changes(before: Question, after: Question, tool: AuditTool) -> Iterator[str]:
    """Yield what changed in a question that both versions ask.

    Args:
        before: As it was.
        after: As it is in the later version.
        tool: The later version, which names what conditions rest on.
    """
    name = after.id
    if before.wording != after.wording:
        yield f"{name} is reworded: {quoted(after.wording)} It was {quoted(before.wording)}"
    if before.kind is not after.kind:
        now, was = ANSWER_KINDS[after.kind], ANSWER_KINDS[before.kind]
        yield f"{name} is now answered with {now}; it was answered with {was}."
    yield from _standing(before, after)
    yield from _descriptors(before.descriptors, after.descriptors, name)
    yield from _conditions(before, after, tool)
    yield from _parts(before, after)
    yield from other_fields(before, after, _SAID, name)


def _standing(before: Question, after: Question) -> Iterator[str]:
    name = after.id
    if after.critical and not before.critical:
        yield f"{name} is now critical ★: Inadequate or No caps the judgement."
    if before.critical and not after.critical:
        yield f"{name} is no longer critical ★: it caps no judgement."
    if before.for_moderator != after.for_moderator:
        asked = "the moderator" if after.for_moderator else "the auditor"
        yield f"{name} is now asked of {asked}."
    if before.guidance != after.guidance:
        yield f"The guidance of {name} is reworded."
    if before.evidence != after.evidence:
        yield f"What the evidence should show is described anew in {name}."
    if before.evidence_for != after.evidence_for:
        yield f"{name} demands evidence for other answers than before."
    if before.sources != after.sources:
        yield f"The findings behind {name} are changed."


def _descriptors(before: Descriptors | None, after: Descriptors | None, name: str) -> Iterator[str]:
    if before is None or after is None:
        return  # the kind of answer changed, and that is said
    changed = [
        label for key, label in GRADES.items() if getattr(before, key) != getattr(after, key)
    ]
    if changed:
        yield f"{name} describes anew what this looks like: {', '.join(changed)}."


def _conditions(before: Question, after: Question, tool: AuditTool) -> Iterator[str]:
    name = after.id
    if before.applies_when == after.applies_when:
        if before.applies_note != after.applies_note:
            yield f"{name} says in other words when it applies."
    elif not after.applies_when:
        yield f"{name} is now asked of every file."
    else:
        words = " and ".join(condition_words(each, tool) for each in after.applies_when)
        yield f"{name} is now asked only where {words}."


def _parts(before: Question, after: Question) -> Iterator[str]:
    yield from _asked(before.parts, after.parts, after.id)


def _asked(before: tuple[Part, ...], after: tuple[Part, ...], name: str) -> Iterator[str]:
    """Yield what changed in the parts of a question, or in the columns of a part."""
    old = {part.id: part for part in before}
    new = {part.id: part for part in after}
    for part in before:
        if part.id not in new:
            yield f"{name} no longer asks for {quoted(part.label)}."
    for part in after:
        if part.id not in old:
            yield f"{name} also asks for {quoted(part.label)} ({part_kind(part.kind)})."
        else:
            yield from _part(old[part.id], part, name)
    kept = [key for key in new if key in old]
    if kept != [key for key in old if key in new]:
        yield f"{name} asks for its facts in another order."


def _part(before: Part, after: Part, name: str) -> Iterator[str]:
    what = f"{name}, {quoted(after.label)}"
    if before.label != after.label:
        was = quoted(before.label) if before.label else "empty"
        yield f"{what}: its label was {was}"
    if before.kind is not after.kind:
        yield f"{what}: it takes {part_kind(after.kind)} instead of {part_kind(before.kind)}."
    yield from _options(before.options, after.options, what)
    if before.help != after.help:
        yield f"{what}: the words on what to enter are changed."
    if before.not_before != after.not_before:
        yield f"{what}: it is compared with other dates than before."
    if before.from_list != after.from_list:
        yield f"{what}: other lists may suggest its date."
    yield from _asked(before.columns, after.columns, what)
    yield from other_fields(before, after, _PART_SAID, what)


def _options(before: tuple[Option, ...], after: tuple[Option, ...], what: str) -> Iterator[str]:
    old = {option.id: option.label for option in before}
    new = {option.id: option.label for option in after}
    added = [quoted(label) for key, label in new.items() if key not in old]
    gone = [quoted(label) for key, label in old.items() if key not in new]
    if added:
        yield f"{what}: new to choose from: {', '.join(added)}."
    if gone:
        yield f"{what}: no longer to choose from: {', '.join(gone)}."
    for key, label in new.items():
        if key in old and old[key] != label:
            yield f"{what}: the choice {quoted(old[key])} now reads {quoted(label)}"
    if not added and not gone and list(old) != list(new):
        yield f"{what}: its choices stand in another order."


def other_fields(before: Any, after: Any, said: frozenset[str], what: str) -> Iterator[str]:
    """Yield a sentence for each field that differs and that nothing else speaks of."""
    for entry in fields(after):
        if entry.name in said or getattr(before, entry.name) == getattr(after, entry.name):
            continue
        yield f"{what}: {entry.name.replace('_', ' ')} is changed."
