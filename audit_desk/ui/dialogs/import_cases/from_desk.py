"""The import of case lists into the open register."""

from pathlib import Path

from audit_desk.services.case_files import read_table
from audit_desk.services.case_import import ImportRequest, ImportResult
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.desk import Desk
from audit_desk.ui.dialogs.import_cases.ports import Tell


class DeskImport:
    """Brings lists into an open register, on the worker's own connection.

    Args:
        desk: The services of the register.
        person: Who sits at this desk; written beside the import.
    """

    def __init__(self, desk: Desk, person: str) -> None:
        self._desk = desk
        self._person = person

    def sheets(self, file: Path) -> tuple[str, ...]:
        """Return the lists that a file holds."""
        return self._desk.imports.sheets(file)

    def headings(self, request: ImportRequest, tell: Tell) -> tuple[str, ...]:
        """Return the headings of a list."""
        return read_table(request.file, request.sheet, progress=tell).headers

    def preview(self, request: ImportRequest, tell: Tell) -> ImportPreview:
        """Return what bringing the list in would do."""
        with self._desk.on_this_thread() as desk:
            return desk.imports.preview(request, tell)

    def apply(self, previewed: ImportPreview, tell: Tell) -> ImportResult:
        """Bring in what a preview showed."""
        with self._desk.on_this_thread() as desk:
            return desk.imports.apply(previewed, self._person, tell)
