"""What differs in two versions of one audit, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit_desk.domain.audit import AuditState
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.content_changes import PlaceChanges, content_changes
from audit_desk.domain.written_words import Change
from audit_desk.storage.content_reading import follow_ups_in, written_in
from audit_desk.storage.travelling import Content


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions of one audit.

    Attributes:
        ours: How far the register's is, and whose.
        theirs: How far the pack's is, and whose.
        places: What differs: before is the register's, after the pack's.
    """

    ours: str
    theirs: str
    places: tuple[PlaceChanges, ...]


def compared(tool: AuditTool, ours: Content, theirs: Content) -> Versions:
    """Return what differs in two versions.

    Args:
        tool: The tool that the audit is pinned to.
        ours: The register's.
        theirs: The pack's.
    """
    changes = (
        *content_changes(tool, written_in(ours), written_in(theirs)),
        *_follow_up_changes(tool, ours, theirs),
    )
    return Versions(_standing(ours), _standing(theirs), changes)


def _standing(content: Content) -> str:
    row = content["audits"][0]
    state = AuditState(row["state"]).label
    return f"{state}, read by {row['auditor']}" if row["auditor"] else state


def _follow_up_changes(tool: AuditTool, ours: Content, theirs: Content) -> Iterator[PlaceChanges]:
    before, after = follow_ups_in(ours), follow_ups_in(theirs)
    for question in tool.questions():
        old, new = before.get(question.id, ""), after.get(question.id, "")
        if old != new:
            title = f"{question.id}: what follows from the answer"
            yield PlaceChanges(title, (Change("Action", old, new, prose=True),))
