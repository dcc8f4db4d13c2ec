"""What the import of a list asks of the rest of the application."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from audit_desk.domain.list_profile import Profile
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import ListHead, SheetInfo
from audit_desk.services.list_look import ListLook

Tell = Callable[[int, int], None]
"""Told about steps done of all; it may raise ``Cancelled``."""


class ImportPort(Protocol):
    """Reading, looking and bringing in; each method is called in a worker's thread."""

    @property
    def profiles(self) -> "ProfilePort":
        """What was said of earlier editions."""

    def sheets(self, file: Path) -> tuple[SheetInfo, ...]:
        """Return the lists that a file holds.

        Raises:
            UserError: The file cannot be read or holds no list.
        """

    def head(self, request: ImportRequest) -> ListHead:
        """Return the first rows of a list.

        Raises:
            UserError: The list cannot be read.
        """

    def look(self, request: ImportRequest, tell: Tell) -> ListLook:
        """Return what a list's columns are, from its headings and some of its rows.

        Raises:
            UserError: The list cannot be read.
        """

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        """Return what bringing the list in would do; nothing is saved.

        Raises:
            UserError: The list cannot be read, or its columns do not make a list.
        """

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        """Bring in what a preview showed, all or nothing.

        Raises:
            UserError: It cannot be brought in.
        """

    def discard(self, previewed: ImportPreview) -> None:
        """Forget what is held of a list that was looked at; called in any thread."""


class ProfilePort(Protocol):
    """The import profiles of the register; each of these takes a millisecond."""

    def matching(self, headings: Iterable[str]) -> Profile | None:
        """Return the profile that a list with such headings was brought in with."""

    def keep(self, name: str, request: ImportRequest, previewed: ImportPreview) -> Profile:
        """Keep what was said of a list under a name; what was kept under it before is replaced.

        Raises:
            UserError: Its name is blank or too long.
        """
