"""The audit tools that a register holds, and those that come with the application."""

from collections.abc import Callable, Sequence
from functools import cached_property

from audit_desk.domain.audit_tool import AuditTool, ToolStatus
from audit_desk.errors import UserError
from audit_desk.services.tool_files import Bundled, read_bundled, tool_from_json, tool_to_json
from audit_desk.storage.register import Register
from audit_desk.storage.round_repo import ToolRepo


class ToolService:
    """The tools of one register. A tool enters the register when a round first uses it.

    Args:
        register: The register.
        bundled: Reads the tools that come with the application.
    """

    def __init__(self, register: Register, bundled: Callable[[], Bundled] = read_bundled) -> None:
        self._register = register
        self._read_bundled = bundled
        self._repo = ToolRepo(register)
        self._read: dict[tuple[str, int], AuditTool] = {}

    def available(self) -> tuple[AuditTool, ...]:
        """Return every tool that can be read here: the register's own and the bundled ones.

        A tool that cannot be read keeps no other from being used; ``faults`` tells of it.
        """
        held = self._held()[0]
        known = {(tool.id, tool.version) for tool in held}
        fresh = [tool for tool in self._bundled.tools if (tool.id, tool.version) not in known]
        return tuple(sorted([*held, *fresh], key=lambda tool: (tool.id, tool.version)))

    def faults(self) -> tuple[UserError, ...]:
        """Return why tools that should be here cannot be read, one error a tool."""
        return (*self._held()[1], *self._bundled.faults)

    @cached_property
    def _bundled(self) -> Bundled:
        # Read once: the application's own files do not change while it runs.
        return self._read_bundled()

    def _held(self) -> tuple[list[AuditTool], list[UserError]]:
        tools: list[AuditTool] = []
        faults: list[UserError] = []
        for document in self._repo.documents():
            try:
                tools.append(tool_from_json(document))
            except UserError as fault:
                faults.append(fault)
        return tools, faults

    def find(self, tool_id: str, version: int) -> AuditTool:
        """Return one version of a tool, held or bundled.

        Raises:
            UserError: There is none that can be read.
        """
        for tool in self.available():
            if (tool.id, tool.version) == (tool_id, version):
                return tool
        raise self._unknown(f"{tool_id}, version {version}", self.available())

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
            raise self._unknown(tool_id, published)
        first = wanted[0].id
        return max((tool for tool in wanted if tool.id == first), key=lambda tool: tool.version)

    def _unknown(self, name: str | None, tools: Sequence[AuditTool]) -> UserError:
        known = ", ".join(dict.fromkeys(tool.id for tool in tools))
        there = f"There is: {known}." if known else "There is none."
        unread = " ".join(map(str, self.faults()))
        what = f"There is no audit tool {name}." if name else "There is no audit tool."
        return UserError(what, f"{there} {unread}".strip())

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
