"""Where each person was in each audit, so that they go on there after a break or a restart."""

from audit_desk.domain.last_place import LastPlace
from audit_desk.storage.place_repo import PlaceRepo
from audit_desk.storage.register import Register


class LastPlaceService:
    """The last places of one register; they are no change to an audit, so history has none."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = PlaceRepo(register)

    def last(self, audit_id: str, person: str) -> LastPlace | None:
        """Return where a person left an audit; ``None`` where they never were in it."""
        found = self._repo.last(audit_id, person)
        return LastPlace(*found) if found else None

    def remember(self, audit_id: str, person: str, theme_id: str, question_id: str) -> None:
        """Keep where a person is in an audit.

        Raises:
            UserError: The register cannot be written.
        """
        with self._register.transaction():
            self._repo.put(audit_id, person, theme_id, question_id)
