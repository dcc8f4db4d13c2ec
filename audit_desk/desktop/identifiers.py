"""Hands the window what it needs to look for identifiers; loaded when a text is first looked at."""

from typing import TYPE_CHECKING

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.domain.privacy_kinds import PassageKey
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

    def not_ones(self, audit_id: str) -> frozenset[PassageKey]:
        """Return what somebody said of an audit's passages is no identifier."""
        if not self._desk.register.is_open:
            return frozenset()
        return self._desk.identifiers.not_ones(audit_id)

    def say(self, audit_id: str, key: PassageKey, by: str, *, is_none: bool) -> None:
        """Put on record that a passage is no identifier, or that it is one after all."""
        self._desk.identifiers.say(audit_id, key, by, is_none=is_none)
