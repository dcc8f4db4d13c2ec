"""What the audit page asks about identifiers in its texts."""

from collections.abc import Sequence
from typing import Protocol

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.domain.written_texts import TextPlace


class FoundPort(Protocol):
    """Something in a text that looks like an identifier."""

    @property
    def place(self) -> TextPlace:
        """Where the text stands."""

    @property
    def words(self) -> str:
        """What it looks like, with its beginning: ``postcode “BL9…”``."""


class IdentifiersPort(Protocol):
    """Looking through texts for what identifies a person."""

    def names(self) -> KnownNames:
        """Return the names that the register knows."""

    def of_audit(self, tool: AuditTool, full: FullAudit) -> Sequence[FoundPort]:
        """Return what looks like an identifier in an audit, its actions and its concerns."""


class NoIdentifiers:
    """Stands in where nobody looks."""

    def names(self) -> KnownNames:
        """Return no names."""
        return NOBODY

    def of_audit(self, _tool: AuditTool, _full: FullAudit) -> Sequence[FoundPort]:
        """Return nothing."""
        return ()
