"""What differs between two submissions of an audit, or between one and what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from audit_desk.domain.audit import OVERALL
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.contribution import Role
from audit_desk.domain.submission import Content
from audit_desk.domain.version import Written
from audit_desk.domain.written_words import Change, Lines, differences, lines_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlaceChanges:
    """What differs in one place.

    Attributes:
        title: The question's id and wording, the theme's title, or the role.
        changes: What differs there.
    """

    title: str
    changes: tuple[Change, ...]


def content_changes(tool: AuditTool, before: Content, after: Content) -> tuple[PlaceChanges, ...]:
    """Return what differs, in the tool's order; judgements and contributions at the end.

    Args:
        tool: The tool that the audit is pinned to.
        before: What was written first; an empty content gives all of ``after``.
        after: What was written later.
    """
    questions = {question.id: f"{question.id}: {question.wording}" for question in tool.questions()}
    judged = {theme.id: f"{theme.title}: judgement" for theme in tool.themes}
    roles = {role: role.label for role in Role}
    follows = {question.id: f"{question.id}: what follows" for question in tool.questions()}
    found = [
        *_in(questions, before.answers, after.answers, tool),
        *_in(follows, before.follow_ups, after.follow_ups, tool),
        *_in({**judged, OVERALL: "Overall judgement"}, before.judgements, after.judgements, tool),
        *_in(roles, before.contributions, after.contributions, tool),
    ]
    if before.auditor and before.auditor != after.auditor:
        read_by = Change("Read by", before.auditor, after.auditor)
        found.insert(0, PlaceChanges("Auditor", (read_by,)))
    return tuple(place for place in found if place.changes)


def _in(
    titles: Mapping[T, str],
    before: Mapping[T, Written],
    after: Mapping[T, Written],
    tool: AuditTool,
) -> list[PlaceChanges]:
    return [
        PlaceChanges(
            title, differences(_lines(before.get(key), tool), _lines(after.get(key), tool))
        )
        for key, title in titles.items()
    ]


def _lines(item: Written | None, tool: AuditTool) -> Lines:
    return () if item is None else lines_of(item, tool.question)
