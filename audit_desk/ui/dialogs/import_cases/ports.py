"""What the import of a case list asks of the rest of the application."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preview import ImportPreview

Tell = Callable[[int, int], None]
"""Told about steps done of all; it may raise ``Cancelled``."""


class ImportPort(Protocol):
    """Reading, looking and bringing in; each is called in a worker's thread."""

    def sheets(self, file: Path) -> tuple[str, ...]:
        """Return the lists that a file holds.

        Raises:
            UserError: The file cannot be read or holds no list.
        """

    def headings(self, request: ImportRequest, tell: Tell) -> tuple[str, ...]:
        """Return the headings of a list.

        Raises:
            UserError: The list cannot be read.
        """

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        """Return what bringing the list in would do; nothing is saved.

        Raises:
            UserError: The list cannot be read, or its columns do not make a case list.
        """

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        """Bring in what a preview showed, all or nothing.

        Raises:
            UserError: It cannot be brought in.
        """
