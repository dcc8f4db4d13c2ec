"""What changes for the auditor, as text to read."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_changes import Change


def changes_html(changes: Sequence[Change], before: AuditTool | None) -> str:
    """Return the changes by place; that there are none is said, too."""
    if before is None:
        return (
            "<h2>A new tool</h2><p>There is no published version before this one: all of it is"
            " new to the auditor.</p>"
        )
    if not changes:
        return f"<h2>Nothing changes</h2><p>It asks what version {before.version} asks.</p>"
    many = "One change" if len(changes) == 1 else f"{len(changes)} changes"
    parts = [f"<h2>{many} since version {before.version}</h2>"]
    for place, group in groupby(changes, key=lambda change: change.place):
        items = "".join(f"<li>{escape(change.sentence)}</li>" for change in group)
        parts.append(f"<p><b>{escape(place)}</b></p><ul>{items}</ul>")
    return "".join(parts)
