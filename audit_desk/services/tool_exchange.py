"""Audit tools in and out of a register, as files that a person can read and another council use."""

from dataclasses import replace
from pathlib import Path

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.domain.tool_text import tidy
from audit_desk.errors import UserError
from audit_desk.services.tool_editing import ToolEditingService
from audit_desk.services.tool_files import load_tool
from audit_desk.services.tool_writing import write_tool
from audit_desk.services.tools import ToolService


class ToolExchange:
    """Brings tool files into one register and writes its tools into files."""

    def __init__(self, tools: ToolService, editing: ToolEditingService) -> None:
        self._tools = tools
        self._editing = editing

    def bring_in(self, path: Path, by: str, *, publish: bool = False) -> AuditTool:
        """Take a tool file into the register, as a draft unless it is to be published.

        Raises:
            UserError: The file has faults, or its version is taken by another text.
        """
        tool = replace(tidy(load_tool(path)), status=ToolStatus.DRAFT)
        held = self._held(tool)
        if held is None:
            self._editing.add_draft(tool, by, {"from": path.name})
        elif replace(tidy(held), status=ToolStatus.DRAFT) != tool:
            raise self._taken(held, path)
        elif held.status is ToolStatus.PUBLISHED:
            raise UserError(
                f"{held.title}, version {held.version}, is here already with the same text.",
                "Nothing was changed.",
            )
        return self._editing.publish(tool, by) if publish else tool

    def write(self, tool: AuditTool, path: Path) -> None:
        """Write a tool into a file that ``bring_in`` reads.

        Raises:
            UserError: The file cannot be written.
        """
        write_tool(tool, path)

    def _held(self, tool: AuditTool) -> AuditTool | None:
        for each in self._tools.available():
            if (each.id, each.version) == (tool.id, tool.version):
                return each
        return None

    def _taken(self, held: AuditTool, path: Path) -> UserError:
        free = 1 + max(each.version for each in self._tools.available() if each.id == held.id)
        cure = f"write version = {free} in {path.name} and bring it in again."
        if held.status is ToolStatus.PUBLISHED:
            return UserError(
                f"{held.title}, version {held.version}, is published already with another text.",
                f"Nothing was changed: a published version never changes. To have both, {cure}",
            )
        return UserError(
            f"There is a draft of {held.title}, version {held.version}, with another text.",
            f"Nothing was changed. Publish or discard that draft first, or {cure}",
        )
