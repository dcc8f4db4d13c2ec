"""What was typed in an audit and cannot be read yet: kept, and never an answer."""

from collections.abc import Mapping

from audit_desk.storage.draft_repo import DraftRepo
from audit_desk.storage.register import Register


class DraftService:
    """The typed texts of one register; they are no change to an audit, so history has none."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = DraftRepo(register)

    def of(self, audit_id: str, person: str) -> dict[str, dict[str, str]]:
        """Return a person's typed texts in an audit, by question and part."""
        return self._repo.of(audit_id, person)

    def keep(self, audit_id: str, person: str, question_id: str, parts: Mapping[str, str]) -> None:
        """Keep what is typed in a question's parts; none forgets it.

        Raises:
            UserError: The register cannot be written.
        """
        with self._register.transaction():
            self._repo.put(audit_id, person, question_id, parts)
