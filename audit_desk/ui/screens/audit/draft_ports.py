"""What the audit page asks for to keep what is typed and not understood yet."""

from collections.abc import Mapping
from typing import Protocol

Drafts = dict[str, dict[str, str]]
"""What was typed in a part and is not understood yet, by question and part."""


class DraftsPort(Protocol):
    """Where typed texts are kept that are no answers yet."""

    def of(self, audit_id: str, person: str) -> Drafts:
        """Return a person's typed texts in an audit, by question and part."""

    def keep(self, audit_id: str, person: str, question_id: str, parts: Mapping[str, str]) -> None:
        """Keep what is typed in a question's parts; none forgets it.

        Raises:
            UserError: The register cannot be written.
        """


class NoDrafts:
    """Stands in where nothing is kept."""

    def of(self, _audit_id: str, _person: str) -> Drafts:
        """Return nothing."""
        return {}

    def keep(self, *_what: object) -> None:
        """Keep nothing."""
