"""What the tools page and the editor ask of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.tool_changes import Change
from audit_desk.errors import UserError
from audit_desk.services.tool_checks import ToolFault
from audit_desk.ui.error_presenter import ShowsErrors
from audit_desk.ui.prompts import Prompts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter


class EditingPort(Protocol):
    """The drafts of the register; each change is on disk when its call returns."""

    def start_draft(self, tool: AuditTool, by: str, new_id: str = "", title: str = "") -> AuditTool:
        """Copy a tool into its next version, or into the first of another tool.

        Raises:
            UserError: There is a tool of the new id already.
        """

    def save_draft(self, tool: AuditTool, by: str) -> AuditTool:
        """Save a draft as it stands.

        Raises:
            UserError: It is published, not there any more, or cannot be written.
        """

    def discard_draft(self, tool: AuditTool, by: str) -> None:
        """Take a draft out of the register.

        Raises:
            UserError: It is published or not there any more.
        """

    def restore_draft(self, tool: AuditTool, by: str) -> None:
        """Bring back a draft that was discarded.

        Raises:
            UserError: Its version has been used otherwise meanwhile.
        """

    def publish(self, tool: AuditTool, by: str) -> AuditTool:
        """Publish a draft as it is saved.

        Raises:
            UserError: It has faults.
        """

    def earlier(self, tool: AuditTool) -> AuditTool | None:
        """Return the newest published version before a tool's own."""

    def faults(self, tool: AuditTool) -> tuple[ToolFault, ...]:
        """Return all faults of a tool."""

    def changes(self, before: AuditTool, after: AuditTool) -> tuple[Change, ...]:
        """Return what changes for the auditor from one version to another."""


class ExchangePort(Protocol):
    """Tools in and out as files."""

    def bring_in(self, path: Path, by: str) -> AuditTool:
        """Take a file into the register as a draft.

        Raises:
            UserError: The file has faults, or its version is taken.
        """

    def write(self, tool: AuditTool, path: Path) -> None:
        """Write a tool into a file.

        Raises:
            UserError: The file cannot be written.
        """


class RemembersSplitter(Protocol):
    """Keeps where a splitter stands."""

    def remember_splitter(self, name: str, splitter: "QSplitter") -> None:
        """Restore where it stood, and keep every later change."""


@dataclass(frozen=True)
class ToolsDesk:
    """What surrounds the tools page and the editor.

    Attributes:
        available: Gives every tool that can be read.
        faults: Says why others cannot.
        editing: The drafts.
        exchange: Files.
        person: Who sits here.
        errors: Where failures are shown.
        prompts: Asks for files and whether something is meant.
        documents: Where files are looked for first.
        memory: Keeps where splitters stand; ``None`` forgets them.
    """

    available: Callable[[], Sequence[AuditTool]]
    faults: Callable[[], Sequence[UserError]]
    editing: EditingPort
    exchange: ExchangePort
    person: Callable[[], str]
    errors: ShowsErrors
    prompts: Prompts
    documents: Path
    memory: RemembersSplitter | None = None


FILES = "Audit tools (*.toml);;All files (*)"
"""Which files are shown when one is asked for."""


def file_name(tool: AuditTool) -> str:
    """Return the name that a tool's file is given at first."""
    return f"{tool.id}-{tool.version}.toml"
