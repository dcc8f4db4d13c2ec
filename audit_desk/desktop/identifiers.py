"""Hands the window what it needs to look for identifiers; loaded when a text is first looked at."""

from typing import TYPE_CHECKING

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit_desk.services.identifier_scan import FoundIdentifier


class DeskIdentifiers:
    """Looks through texts with the names of one open register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def names(self) -> KnownNames:
        """Return the names that the register knows.

        Texts are looked through after a pause, which may end when the register is closed already.
        """
        if not self._desk.register.is_open:
            return NOBODY
        return self._desk.identifiers.names()

    def of_audit(self, tool: AuditTool, full: FullAudit) -> "Sequence[FoundIdentifier]":
        """Return what looks like an identifier in an audit, its actions and its concerns."""
        return self._desk.identifiers.of_audit(tool, full)
