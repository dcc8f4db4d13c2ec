"""The import profiles of a register: what was said of a list, kept for its next edition."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.list_profile import Profile, heading_keys, likeness
from audit_desk.errors import UserError
from audit_desk.services.profile_files import plain_profile, read_profile, write_profile
from audit_desk.services.translations import TranslationService
from audit_desk.storage.register import Register
from audit_desk.storage.settings_repo import SettingsRepo

if TYPE_CHECKING:
    from audit_desk.services.case_import import ImportRequest
    from audit_desk.services.case_preview import ImportPreview

_PREFIX = "import_profile/"
_LONGEST_NAME = 60


class ProfileService:
    """The import profiles of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._repo = SettingsRepo(register)

    def all(self) -> tuple[Profile, ...]:
        """Return all profiles by name."""
        held = self._repo.all()
        keys = sorted(
            (key for key in held if key.startswith(_PREFIX)), key=lambda key: key.casefold()
        )
        return tuple(_from_plain(key.removeprefix(_PREFIX), held[key]) for key in keys)

    def get(self, name: str) -> Profile:
        """Return a profile.

        Raises:
            UserError: There is no profile of that name.
        """
        profiles = self.all()
        for profile in profiles:
            if profile.name.casefold() == name.strip().casefold():
                return profile
        known = ", ".join(profile.name for profile in profiles)
        raise UserError(
            f"There is no import profile called {name}.",
            f"There is: {known}." if known else "None has been kept in this register yet.",
        )

    def matching(self, headings: Iterable[str]) -> Profile | None:
        """Return the profile whose headings are those of a list, or come nearest to them.

        A list may have grown or lost a column since; see ``domain.list_profile.likeness``.
        """
        wanted = tuple(headings)
        near = [(likeness(profile, wanted), profile) for profile in self.all()]
        best, profile = max(near, key=lambda each: each[0], default=(0.0, None))
        return profile if best else None

    def keep(self, profile: Profile, by: str) -> Profile:
        """Keep a profile; one of the same name is replaced.

        Returns:
            The profile as it is kept.

        Raises:
            UserError: The name is blank or too long.
        """
        name = " ".join(profile.name.split())
        if not name or len(name) > _LONGEST_NAME:
            raise UserError(f"A profile's name has 1 to {_LONGEST_NAME} characters.")
        old = next((each for each in self.all() if each.name.casefold() == name.casefold()), None)
        kept = plain_profile(profile) | {"name": name}
        before = None if old is None else plain_profile(old)
        if before == kept:
            return _from_plain(name, kept)
        with self._register.transaction():
            if old is not None and old.name != name:
                self._repo.remove(_PREFIX + old.name)
            self._repo.put(_PREFIX + name, kept)
            self._note(by, "kept", name, before=before, after=kept)
        return _from_plain(name, kept)

    def keep_choices(
        self, name: str, request: "ImportRequest", previewed: "ImportPreview", by: str
    ) -> Profile:
        """Keep what was said of a list, and what the register remembers of its values.

        Returns:
            The profile as it is kept.

        Raises:
            UserError: The name is blank or too long.
        """
        remembered = TranslationService(self._register).held()
        return self.keep(made_profile(name, request, previewed, remembered), by)

    def remove(self, name: str, by: str) -> Profile:
        """Forget a profile; what lists brought in with it stays.

        Returns:
            The profile, so that it can be kept again.

        Raises:
            UserError: There is no profile of that name.
        """
        profile = self.get(name)
        with self._register.transaction():
            self._repo.remove(_PREFIX + profile.name)
            self._note(by, "removed", profile.name, before=plain_profile(profile), after=None)
        return profile

    def write(self, profile: Profile, path: Path) -> None:
        """Write a profile into a file, to be used on another register.

        Raises:
            UserError: The file cannot be written.
        """
        write_profile(profile, path)

    def read(self, path: Path) -> Profile:
        """Read a profile from a file; nothing is kept yet.

        Raises:
            UserError: The file is no profile, or says what Audit Desk does not know.
        """
        return read_profile(path)

    def _note(self, by: str, action: str, name: str, **states: Mapping[str, Any] | None) -> None:
        self._register.history.append(by, action, ("import profile", name), **states)


def made_profile(
    name: str,
    request: "ImportRequest",
    previewed: "ImportPreview",
    remembered: Mapping[str, Mapping[str, str]] | None = None,
) -> Profile:
    """Return what was said of a list as a profile of a name.

    Args:
        name: The profile's name.
        request: What was said of the list now.
        previewed: The list.
        remembered: What the register remembers of values; those that the list has are taken in.
    """
    columns = (*previewed.kept, *previewed.dropped, *previewed.unknown)
    translations = {key: dict(values) for key, values in request.translations.items()}
    for field in previewed.values:
        texts = {value.text for value in field.values}
        for text, read_as in (remembered or {}).get(field.field_key, {}).items():
            if text in texts:
                translations.setdefault(field.field_key, {}).setdefault(text, read_as)
    return Profile(
        name=name,
        kind=previewed.kind,
        headings=heading_keys(column.header for column in columns),
        mapping=dict(request.mapping),
        translations=translations,
        list_name=previewed.list_name,
    )


def with_profile(request: "ImportRequest", profile: Profile) -> "ImportRequest":
    """Return a request with everything that a profile says; what the request says itself stays."""
    return replace(
        request,
        kind=request.kind or profile.kind,
        mapping={**profile.mapping, **request.mapping},
        translations={**profile.translations, **request.translations},
        list_name=request.list_name or profile.list_name or None,
    )


def _from_plain(name: str, held: Mapping[str, Any]) -> Profile:
    if "headings" not in held:  # as the first version kept it: the columns alone
        return Profile(name, mapping={str(key): str(target) for key, target in held.items()})
    return Profile(
        name=name,
        kind=ListKind(held["kind"]),
        headings=heading_keys(held["headings"]),
        mapping=held["columns"],
        translations=held["values"],
        list_name=held["list_name"],
    )
