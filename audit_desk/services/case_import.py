"""Bringing a list into the register: read, shown, and only then saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from audit_desk.domain.bulk import collector_paused
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.column_recognition import header_key
from audit_desk.domain.event_recognition import recognise_kind
from audit_desk.errors import UserError
from audit_desk.services.case_columns import column_name
from audit_desk.services.case_files import read_head, read_sheets, read_table
from audit_desk.services.case_list_apply import CaseListSaving, ImportResult
from audit_desk.services.case_list_preview import Said, preview_cases
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import ListHead, Progress, SheetInfo, Table, no_progress
from audit_desk.services.event_import import EventImport
from audit_desk.services.settings import SettingsService
from audit_desk.services.staged_cases import StagedCases
from audit_desk.services.translations import TranslationService
from audit_desk.storage.register import Register

__all__ = ["ImportRequest", "ImportResult", "ImportService"]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Which list to read, and what a person said of it.

    Attributes:
        file: The file.
        sheet: The sheet of a workbook; may be left out where there is only one.
        header_row: The row of the headings as a spreadsheet numbers it; ``None`` finds it.
        kind: What a row stands for; ``None`` recognises it from the headings.
        mapping: By heading: the key of a field, ``system_id``, ``reference``, ``birth_date`` or
            ``skip``.
        translations: By field key: the list's own value, as shown, and what it is read as.
        list_name: Which list this is the next edition of. ``None``: the list with the same
            headings, else a new one that is called by its sheet or file.
        whole: Whether the list is complete: who stood on its last edition and does not stand on
            this one leaves it. A part of a list makes nobody leave.
    """

    file: Path
    sheet: str | None = None
    header_row: int | None = None
    kind: ListKind | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    list_name: str | None = None
    whole: bool = True


class ImportService:
    """The way of lists into one register."""

    def __init__(
        self, register: Register, settings: SettingsService, today: Callable[[], date]
    ) -> None:
        self._register = register
        self._settings = settings
        self._today = today
        self._events = EventImport(register, today)

    def sheets(self, file: Path) -> tuple[SheetInfo, ...]:
        """Return the lists that a file holds: a workbook's sheets with rows, or the one of a text.

        Raises:
            UserError: The file cannot be read or holds no list.
        """
        return read_sheets(file)

    def head(self, request: ImportRequest) -> ListHead:
        """Return the first rows of a list, for choosing the row of the headings.

        Raises:
            UserError: The file cannot be read.
        """
        return read_head(request.file, request.sheet, request.header_row)

    def preview(self, request: ImportRequest, progress: Progress = no_progress) -> ImportPreview:
        """Return what the import would do; nothing is saved.

        What it returns is to be handed to ``discard`` in the end.

        Raises:
            UserError: The file or its columns do not make a list that can be brought in.
            Cancelled: A person cancelled.
        """
        with collector_paused():
            table = read_table(request.file, request.sheet, request.header_row, progress)
            mapping = _by_index(table, request.mapping)
            kind = request.kind or recognise_kind(table.headers)
            if kind is not ListKind.CASES:
                return self._preview_events(table, kind, mapping, request, progress)
            said = Said(mapping, request.translations, request.list_name, request.whole)
            return preview_cases(self._register, table, said, self._today(), progress)

    def apply(
        self, previewed: ImportPreview, by: str, progress: Progress = no_progress
    ) -> ImportResult:
        """Save what a preview showed, as one transaction.

        Raises:
            UserError: The register's cases have changed since the list was looked at.
            Cancelled: A person cancelled; nothing was saved.
        """
        with collector_paused():
            if previewed.kind is not ListKind.CASES:
                return self._apply_events(previewed, by, progress)
            prefix = self._settings.get().reference_prefix
            saving = CaseListSaving(self._register, prefix, self._today())
            return saving.save(previewed, by, progress)

    def discard(self, previewed: ImportPreview) -> None:
        """Forget what a preview holds of the list; its rows cannot be read any more."""
        if isinstance(previewed.staged, StagedCases):
            previewed.staged.staging.close()

    def _preview_events(
        self,
        table: Table,
        kind: ListKind,
        mapping: Mapping[int, str] | None,
        request: ImportRequest,
        progress: Progress,
    ) -> ImportPreview:
        translations = TranslationService(self._register).joined(request.translations)
        found = self._events.preview(table, kind, mapping, translations, progress)
        return replace(found, translations=request.translations)

    def _apply_events(self, previewed: ImportPreview, by: str, progress: Progress) -> ImportResult:
        with self._register.transaction():
            record = self._events.apply(previewed, by, progress)
            TranslationService(self._register).keep(previewed.translations, by)
        return ImportResult(record.added, record.updated, record.unchanged, record.refused)


def _by_index(table: Table, mapping: Mapping[str, str]) -> dict[int, str] | None:
    if not mapping:
        return None
    places: dict[str, int] = {}
    for index, header in enumerate(table.headers):
        places.setdefault(header_key(column_name(header, index)), index)
    found: dict[int, str] = {}
    for header, target in mapping.items():
        place = places.get(header_key(header))
        if place is None:
            raise UserError(
                f"The list has no column “{header}”.",
                f"It has: {', '.join(header for header in table.headers if header)[:600]}.",
            )
        found[place] = target
    return found
