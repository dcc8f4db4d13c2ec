"""Changing audit tools: drafts in the register, each change durable, and their publishing.

A draft is a version that no round can use yet. Publishing makes it one that never changes; a
round and its audits stay with the version that they were started with.
"""

from dataclasses import replace

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.domain.tool_changes import Change, tool_changes
from audit_desk.domain.tool_text import tidy
from audit_desk.errors import UserError
from audit_desk.services.tool_checks import ToolFault
from audit_desk.services.tool_files import tool_from_json, tool_to_json
from audit_desk.services.tool_validation import placed_faults
from audit_desk.services.tools import ToolService
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import ToolRepo

_MOST_TOLD = 40  # sentences that history keeps of one change


class ToolEditingService:
    """The drafts of one register."""

    def __init__(self, register: Register, tools: ToolService) -> None:
        self._register = register
        self._tools = tools
        self._repo = ToolRepo(register)

    def start_draft(self, tool: AuditTool, by: str, new_id: str = "", title: str = "") -> AuditTool:
        """Copy a tool into a draft: its next free version, or the first of another tool.

        Args:
            tool: What is copied.
            by: The person.
            new_id: The id of another tool; empty for the next version of the same.
            title: Its title; empty leaves it as it is.

        Raises:
            UserError: There is a tool of the new id already.
        """
        new_id = new_id.strip()
        others = {each.id for each in self._tools.available()}
        if new_id and new_id in others:
            raise UserError(f"There is a tool with the id {new_id} already.", "Choose another id.")
        wanted = new_id or tool.id
        versions = [each.version for each in self._tools.available() if each.id == wanted]
        draft = replace(
            tool,
            id=wanted,
            version=max(versions, default=0) + 1,
            status=ToolStatus.DRAFT,
            title=" ".join(title.split()) or tool.title,
        )
        self.add_draft(draft, by, {"from": f"{tool.id}/{tool.version}"})
        return draft

    def save_draft(self, tool: AuditTool, by: str) -> AuditTool:
        """Save a draft as it stands, faults and all; it is on disk when this returns.

        Returns:
            What was saved: its texts tidied.

        Raises:
            UserError: It is published, or not there any more.
        """
        held = self._draft(tool)
        saved = tidy(replace(tool, status=ToolStatus.DRAFT))
        if saved == held:
            return saved
        with self._register.transaction():
            self._replace(saved)
            told = [change.sentence for change in tool_changes(held, saved)]
            after = {"title": saved.title, "changes": told[:_MOST_TOLD]}
            self._register.history.append(by, "changed", _subject(saved), after=after)
        return saved

    def discard_draft(self, tool: AuditTool, by: str) -> None:
        """Take a draft out of the register; history keeps its text.

        Raises:
            UserError: It is published, or not there any more.
        """
        held = self._draft(tool)
        with self._register.transaction():
            self._repo.remove((held.id, held.version))
            before = {"title": held.title, "document": tool_to_json(held)}
            self._register.history.append(by, "discarded", _subject(held), before=before)

    def restore_draft(self, tool: AuditTool, by: str) -> None:
        """Bring back a draft that was discarded.

        Raises:
            UserError: Its version has been used otherwise meanwhile.
        """
        if self._repo.document(tool.id, tool.version) is not None:
            raise UserError(
                f"There is another version {tool.version} of {tool.title} meanwhile.",
                "Nothing was changed. The discarded draft stays in the register's history.",
            )
        self.add_draft(tool, by, {"from": "discarded draft"})

    def publish(self, tool: AuditTool, by: str) -> AuditTool:
        """Publish a draft as it is saved: from now on rounds can use it and it never changes.

        Raises:
            UserError: It has faults, all of which are listed, or it is no draft.
        """
        held = self._draft(tool)
        faults = placed_faults(held)
        if faults:
            raise UserError(_listing(held, faults), "Correct them, then publish it.")
        published = replace(held, status=ToolStatus.PUBLISHED)
        with self._register.transaction():
            self._replace(published)
            after = {"title": held.title, "version": held.version}
            self._register.history.append(by, "published", _subject(held), after=after)
        return published

    def earlier(self, tool: AuditTool) -> AuditTool | None:
        """Return the newest published version before a tool's own, if there is one."""
        before = [
            each
            for each in self._tools.available()
            if each.id == tool.id
            and each.version < tool.version
            and each.status is ToolStatus.PUBLISHED
        ]
        return max(before, key=lambda each: each.version, default=None)

    def faults(self, tool: AuditTool) -> tuple[ToolFault, ...]:
        """Return all faults of a tool, each with the item that it is a fault of."""
        return placed_faults(tidy(tool))

    def changes(self, before: AuditTool, after: AuditTool) -> tuple[Change, ...]:
        """Return what changes for the auditor from one version to another."""
        return tool_changes(tidy(before), tidy(after))

    def _draft(self, tool: AuditTool) -> AuditTool:
        document = self._repo.document(tool.id, tool.version)
        if document is None:
            raise UserError(
                f"The draft of {tool.title}, version {tool.version}, is not in the register.",
                "It may have been discarded.",
            )
        held = tool_from_json(document)
        if held.status is ToolStatus.PUBLISHED:
            raise UserError(
                f"{held.title}, version {held.version}, is published and never changes.",
                "Copy it into the next version and change that.",
            )
        return held

    def add_draft(self, tool: AuditTool, by: str, whence: dict[str, str]) -> None:
        """Put a draft of a free version into the register; history says where it is from."""
        tool = replace(tool, status=ToolStatus.DRAFT)
        with self._register.transaction():
            self._repo.add((tool.id, tool.version), tool.status, tool.title, tool_to_json(tool))
            after = {"title": tool.title, **whence}
            self._register.history.append(by, "drafted", _subject(tool), after=after)

    def _replace(self, tool: AuditTool) -> None:
        key = (tool.id, tool.version)
        self._repo.replace(key, tool.status, tool.title, tool_to_json(tool))


def _subject(tool: AuditTool) -> tuple[str, str]:
    return "tool", f"{tool.id}/{tool.version}"


def _listing(tool: AuditTool, faults: tuple[ToolFault, ...]) -> str:
    many = "one fault" if len(faults) == 1 else f"{len(faults)} faults"
    lines = [f"{tool.title}, version {tool.version}, has {many} and was not published:"]
    return "\n".join([*lines, *(f"• {fault}." for fault in faults)])
