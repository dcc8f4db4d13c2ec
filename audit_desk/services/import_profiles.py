"""Named column mappings: what a person said of a list's columns, kept for the next list."""

from collections.abc import Mapping

from audit_desk.errors import UserError
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo

_PREFIX = "import_profile/"
_LONGEST_NAME = 60


class ProfileService:
    """The import profiles of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = SettingsRepo(register)

    def names(self) -> tuple[str, ...]:
        """Return the names of all profiles, in order."""
        keys = sorted(key for key in self._repo.all() if key.startswith(_PREFIX))
        return tuple(key.removeprefix(_PREFIX) for key in keys)

    def mapping(self, name: str) -> Mapping[str, str]:
        """Return a profile: by heading, what the column is read as.

        Raises:
            UserError: There is no profile of that name.
        """
        held = self._repo.all().get(_PREFIX + name)
        if held is None:
            known = ", ".join(self.names()) or "none yet"
            raise UserError(
                f"There is no import profile called {name}.",
                f"There is: {known}. Say what the columns are, and they are kept under this name.",
            )
        return {str(header): str(target) for header, target in held.items()}

    def keep(self, name: str, mapping: Mapping[str, str], by: str) -> None:
        """Keep a mapping under a name; one of the same name is replaced.

        Raises:
            UserError: The name is blank or too long.
        """
        name = name.strip()
        if not name or len(name) > _LONGEST_NAME:
            raise UserError(f"A profile's name has 1 to {_LONGEST_NAME} characters.")
        held = self._repo.all().get(_PREFIX + name)
        if held == dict(mapping):
            return
        with self._register.transaction():
            self._repo.put(_PREFIX + name, dict(mapping))
            self._register.history.append(
                by, "kept", ("import profile", name), before=held, after=mapping
            )
