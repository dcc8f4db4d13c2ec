"""What goes into a pack and what stays behind, in words that the lead reads before it is made."""

from collections.abc import Iterator, Sequence

from audit_desk.domain.audit import Audit, AuditState
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.independence import STAFF_ROLES
from audit_desk.domain.pack import PackKind
from audit_desk.storage.pack_share import ShareCounts


def carried(
    audits: Sequence[Audit], counts: ShareCounts, tool: AuditTool, told: int
) -> tuple[str, ...]:
    """Return what goes along with these audits.

    Args:
        audits: The audits.
        counts: What goes with them, in figures.
        tool: The tool that they are read with.
        told: How often a moderator said something of an earlier audit of the same person.
    """
    said = _number(told, "earlier audit")
    along = [f"The feedback that moderators gave this person on {said}."] if told else []
    return (*_carried(audits, counts, tool), *along)


def left_behind(kind: PackKind) -> tuple[str, ...]:
    """Return what stays in the register."""
    always = (
        "The council's own numbers of the children, and all other children.",
        "Other people's audits, the draws, findings and reports, and this register's history.",
    )
    if kind is PackKind.FIRST:
        return always
    blind = "Everything of the first reading, also why a file is read again."
    return (blind, *always)


def _carried(audits: Sequence[Audit], counts: ShareCounts, tool: AuditTool) -> Iterator[str]:
    files = "1 file" if len(audits) == 1 else f"{len(audits)} files"
    facts = [field for field in CASE_FIELDS if field.key in counts.facts and not field.names_staff]
    known = f", with {_number(len(facts), 'fact')} from the case list" if facts else ""
    yield f"{files} by reference{known}."
    if facts:
        yield f"The facts: {', '.join(field.label for field in facts)}."
    named = counts.facts | counts.former_roles
    staff = [label for key, label in STAFF_ROLES if key in named]
    if staff:
        yield (
            f"Names of staff ({', '.join(staff)}), so that nobody reads a file in which they"
            " had a part."
        )
    events = [f"{kind.label} ({counts.events[kind]})" for kind in ListKind if kind in counts.events]
    if events:
        yield f"Dates from lists, to be checked on file: {', '.join(events)}."
    begun = sum(audit.state is AuditState.IN_PROGRESS for audit in audits)
    if begun:
        yield f"All that is written in the {_number(begun, 'file')} already begun."
    yield f"The audit tool {tool.title}, version {tool.version}, and your escalation contacts."


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
