"""What the audit page asks about identifiers in its texts."""

from collections.abc import Collection, Sequence
from typing import Protocol

from audit_desk.domain.audit import FullAudit
from audit_desk.domain.audit_tool import AuditTool
from audit_desk.domain.known_names import NOBODY, KnownNames
from audit_desk.domain.privacy_kinds import PassageKey
from audit_desk.domain.written_texts import TextPlace


class FoundPort(Protocol):
    """Something in a text that looks like an identifier."""

    @property
    def place(self) -> TextPlace:
        """Where the text stands."""

    @property
    def words(self) -> str:
        """What it looks like, with its beginning: ``postcode “BL9…”``."""

    @property
    def key(self) -> PassageKey:
        """What it is, wherever it stands in the audit."""

    @property
    def is_none(self) -> bool:
        """Whether somebody said that it is none."""


class IdentifiersPort(Protocol):
    """Looking through texts for what identifies a person."""

    def names(self) -> KnownNames:
        """Return the names that the register knows."""

    def of_audit(self, tool: AuditTool, full: FullAudit) -> Sequence[FoundPort]:
        """Return what looks like an identifier in an audit, its actions and its concerns."""

    def not_ones(self, audit_id: str) -> Collection[PassageKey]:
        """Return what somebody said of an audit's passages is no identifier."""

    def say(self, audit_id: str, key: PassageKey, by: str, *, is_none: bool) -> None:
        """Put on record that a passage is no identifier, or that it is one after all.

        Raises:
            UserError: The register cannot be written.
        """


class NoIdentifiers:
    """Stands in where nobody looks."""

    def names(self) -> KnownNames:
        """Return no names."""
        return NOBODY

    def of_audit(self, _tool: AuditTool, _full: FullAudit) -> Sequence[FoundPort]:
        """Return nothing."""
        return ()

    def not_ones(self, _audit_id: str) -> Collection[PassageKey]:
        """Return nothing."""
        return ()

    def say(self, _audit_id: str, _key: PassageKey, _by: str, *, is_none: bool) -> None:
        """Keep nothing."""
