"""The audit tools that a register holds, and those that come with the application."""

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.errors import UserError
from audit_desk.services.tool_files import bundled_tools, tool_from_json, tool_to_json
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import ToolRepo


class ToolService:
    """The tools of one register. A tool enters the register when a round first uses it."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = ToolRepo(register)
        self._read: dict[tuple[str, int], AuditTool] = {}

    def available(self) -> tuple[AuditTool, ...]:
        """Return every tool that can be read here: the register's own and the bundled ones."""
        held = [tool_from_json(document) for document in self._repo.documents()]
        known = {(tool.id, tool.version) for tool in held}
        fresh = [tool for tool in bundled_tools() if (tool.id, tool.version) not in known]
        return tuple(sorted([*held, *fresh], key=lambda tool: (tool.id, tool.version)))

    def pinned(self, tool_id: str, version: int) -> AuditTool:
        """Return the version that a round is pinned to.

        Raises:
            UserError: The register does not hold it.
        """
        key = (tool_id, version)
        if key not in self._read:
            document = self._repo.document(*key)
            if document is None:
                raise UserError(f"This register has no audit tool {tool_id}, version {version}.")
            self._read[key] = tool_from_json(document)
        return self._read[key]

    def newest(self, tool_id: str | None = None) -> AuditTool:
        """Return the newest published version of a tool; the first tool when none is named.

        Raises:
            UserError: There is no such tool.
        """
        published = [tool for tool in self.available() if tool.status is ToolStatus.PUBLISHED]
        wanted = [tool for tool in published if tool_id is None or tool.id == tool_id]
        if not wanted:
            known = ", ".join(sorted({tool.id for tool in published}))
            raise UserError(f"There is no audit tool {tool_id}.", f"There is: {known}.")
        first = wanted[0].id
        return max((tool for tool in wanted if tool.id == first), key=lambda tool: tool.version)

    def keep(self, tool: AuditTool, by: str) -> None:
        """Put a tool's text into the register, unless it is there; call it in a transaction.

        Raises:
            UserError: The register holds other text under the same id and version.
        """
        document = tool_to_json(tool)
        held = self._repo.document(tool.id, tool.version)
        if held is None:
            key = (tool.id, tool.version)
            self._repo.add(key, tool.status, tool.title, document)
            subject = ("tool", f"{tool.id}/{tool.version}")
            self._register.history.append(by, "added", subject, after={"title": tool.title})
        elif tool_from_json(held) != tool:
            raise UserError(
                f"The register holds another text of {tool.title}, version {tool.version}.",
                "A published version never changes; give the changed tool a new version number.",
            )
