"""The import of lists into the open register."""

from collections.abc import Iterable
from pathlib import Path

from audit_desk.domain.list_profile import Profile
from audit_desk.services.case_files import read_table
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import ListHead, SheetInfo, Table
from audit_desk.services.desk import Desk
from audit_desk.services.import_profiles import ProfileService
from audit_desk.services.list_look import ListLook, look_at
from audit_desk.ui.dialogs.import_cases.ports import Tell

_Place = tuple[Path, str | None, int | None]


class DeskProfiles:
    """The import profiles of the register, in the main thread.

    Args:
        service: The profiles.
        person: Who sits at this desk.
    """

    def __init__(self, service: ProfileService, person: str) -> None:
        self._service = service
        self._person = person

    def matching(self, headings: Iterable[str]) -> Profile | None:
        """Return the profile that a list with such headings was brought in with."""
        return self._service.matching(headings)

    def keep(self, name: str, request: ImportRequest, previewed: ImportPreview) -> Profile:
        """Keep what was said of a list under a name."""
        return self._service.keep_choices(name, request, previewed, self._person)


class DeskImport:
    """Brings lists into an open register, on the worker's own connection.

    The list that was looked at last is not read again for each choice of a column.

    Args:
        desk: The services of the register.
        person: Who sits at this desk; written beside the import.
    """

    def __init__(self, desk: Desk, person: str) -> None:
        self._desk = desk
        self._person = person
        self._looked_at: tuple[_Place, Table] | None = None
        self._profiles = DeskProfiles(desk.profiles, person)

    @property
    def profiles(self) -> DeskProfiles:
        """What was said of earlier editions."""
        return self._profiles

    def sheets(self, file: Path) -> tuple[SheetInfo, ...]:
        """Return the lists that a file holds."""
        self._looked_at = None
        return self._desk.imports.sheets(file)

    def head(self, request: ImportRequest) -> ListHead:
        """Return the first rows of a list."""
        return self._desk.imports.head(request)

    def look(self, request: ImportRequest, tell: Tell) -> ListLook:
        """Return what a list's columns are."""
        return look_at(self._table(request, tell), request.kind, request.mapping)

    def _table(self, request: ImportRequest, tell: Tell) -> Table:
        place = (request.file, request.sheet, request.header_row)
        if self._looked_at is None or self._looked_at[0] != place:
            self._looked_at = (place, read_table(*place, tell))
        return self._looked_at[1]

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        """Return what bringing the list in would do."""
        with self._desk.on_this_thread() as desk:
            return desk.imports.preview(request, tell)

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        """Bring in what a preview showed."""
        with self._desk.on_this_thread() as desk:
            return desk.imports.apply(previewed, self._person, tell)

    def discard(self, previewed: ImportPreview) -> None:
        """Forget what is held of a list."""
        self._desk.imports.discard(previewed)
