"""What surrounds the tools page and the editor, in memory."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.domain.tool_changes import Change, tool_changes
from audit_desk.domain.tool_text import tidy
from audit_desk.errors import UserError
from audit_desk.services.tool_checks import ToolFault
from audit_desk.services.tool_files import load_tool
from audit_desk.services.tool_validation import placed_faults
from audit_desk.services.tool_writing import write_tool
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.prompts import Prompts
from audit_desk.ui.screens.tools.ports import ToolsDesk


def key(tool: AuditTool) -> tuple[str, int]:
    return tool.id, tool.version


@dataclass
class FakeTools:
    """Tools by id and version; ``saves`` are the drafts as they were saved, one after another."""

    tools: dict[tuple[str, int], AuditTool]
    unread: tuple[UserError, ...] = ()
    saves: list[AuditTool] = field(default_factory=list)
    broken: bool = False

    def _write(self) -> None:
        if self.broken:
            raise UserError("The disk is full.", "Nothing that was saved is lost.")

    def start_draft(self, tool: AuditTool, by: str, new_id: str = "", title: str = "") -> AuditTool:
        del by
        self._write()
        if any(name == new_id for name, _version in self.tools):
            raise UserError(f"There is a tool with the id {new_id} already.")
        wanted = new_id or tool.id
        version = 1 + max((v for name, v in self.tools if name == wanted), default=0)
        draft = replace(
            tool,
            id=wanted,
            version=version,
            title=title or tool.title,
            status=ToolStatus.DRAFT,
        )
        self.tools[key(draft)] = draft
        return draft

    def save_draft(self, tool: AuditTool, by: str) -> AuditTool:
        del by
        self._write()
        self.tools[key(tool)] = tidy(tool)
        self.saves.append(tool)
        return tool

    def discard_draft(self, tool: AuditTool, by: str) -> None:
        del by
        del self.tools[key(tool)]

    def restore_draft(self, tool: AuditTool, by: str) -> None:
        del by
        self.tools[key(tool)] = tool

    def publish(self, tool: AuditTool, by: str) -> AuditTool:
        del by
        published = replace(self.tools[key(tool)], status=ToolStatus.PUBLISHED)
        self.tools[key(tool)] = published
        return published

    def earlier(self, tool: AuditTool) -> AuditTool | None:
        found = [
            each
            for each in self.tools.values()
            if each.id == tool.id
            and each.version < tool.version
            and each.status is ToolStatus.PUBLISHED
        ]
        return max(found, key=lambda each: each.version, default=None)

    def faults(self, tool: AuditTool) -> tuple[ToolFault, ...]:
        return placed_faults(tidy(tool))

    def changes(self, before: AuditTool, after: AuditTool) -> tuple[Change, ...]:
        return tool_changes(before, after)

    def bring_in(self, path: Path, by: str) -> AuditTool:
        del by
        tool = replace(load_tool(path), status=ToolStatus.DRAFT)
        self.tools[key(tool)] = tool
        return tool

    def write(self, tool: AuditTool, path: Path) -> None:
        write_tool(tool, path)


def tools_desk(tools: FakeTools, errors: ShowsErrors, prompts: Prompts, folder: Path) -> ToolsDesk:
    return ToolsDesk(
        available=lambda: [tools.tools[each] for each in sorted(tools.tools)],
        faults=lambda: tools.unread,
        editing=tools,
        exchange=tools,
        person=lambda: "Alex Morgan",
        errors=errors,
        prompts=prompts,
        documents=folder,
    )
