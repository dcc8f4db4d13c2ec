"""Bringing a case list into the register: read, shown, and only then saved."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from audit_desk.domain.case import Case
from audit_desk.domain.case_event import ListKind
from audit_desk.domain.column_recognition import header_key
from audit_desk.errors import UserError
from audit_desk.services.bulk import collector_paused
from audit_desk.services.case_columns import column_name
from audit_desk.services.case_files import read_table, read_tables
from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import ImportPreview, preview
from audit_desk.services.case_table import Progress, Table, no_progress
from audit_desk.services.settings import SettingsService
from audit_desk.storage.case_repo import CaseRepo, ImportRecord
from audit_desk.storage.register import Register
from audit_desk.storage.rows import new_ids, to_json

_REPORT_EVERY = 1_000


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


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, as counts of children (``refused``: of rows).

    Attributes:
        added: Children whom the register did not know.
        updated: Known children of whom something new is said.
        unchanged: Known children of whom nothing new is said.
        refused: Rows that were left out.
        closed: Children who are on no list any more; their cases are closed, never deleted.
        reopened: Children whose closed case is open again.
    """

    added: int
    updated: int
    unchanged: int
    refused: int
    closed: int = 0
    reopened: int = 0


class ImportService:
    """The way of case lists into one register."""

    def __init__(
        self, register: Register, settings: SettingsService, today: Callable[[], date]
    ) -> None:
        self._register = register
        self._settings = settings
        self._today = today
        self._cases = CaseRepo(register)

    def sheets(self, file: Path) -> tuple[str, ...]:
        """Return the lists that a file holds: a workbook's sheets with rows, or its own name.

        Raises:
            UserError: The file cannot be read or holds no list.
        """
        return read_tables(file).tables

    def discard(self, previewed: ImportPreview) -> None:
        """Forget what a preview holds of the list; its rows cannot be read any more."""

    def preview(self, request: ImportRequest, progress: Progress = no_progress) -> ImportPreview:
        """Return what the import would do; nothing is saved.

        Raises:
            UserError: The file or its columns do not make a case list.
            Cancelled: A person cancelled.
        """
        with collector_paused():
            table = read_table(request.file, request.sheet, progress=progress)
            known = {
                system_id: case.reference for system_id, case in self._cases.by_system_id().items()
            }
            mapping = _by_index(table, request.mapping)
            return preview(table, mapping, self._today(), known, progress)

    def apply(
        self, previewed: ImportPreview, by: str, progress: Progress = no_progress
    ) -> ImportResult:
        """Save what a preview showed, as one transaction: new cases, and new facts of known ones.

        A fact that the list does not bring is kept; lists of different kinds add up.

        Raises:
            UserError: The list gives a reference that another child has.
            Cancelled: A person cancelled; nothing was saved.
        """
        with collector_paused(), self._register.transaction():
            known = self._cases.by_system_id()
            new = [row for row in previewed.rows if row.system_id not in known]
            changed = list(_changed(previewed.rows, known))
            added = list(self._named(new, known, progress))
            self._cases.add_many(added)
            self._cases.update_facts(changed)
            result = ImportResult(
                added=len(added),
                updated=len(changed),
                unchanged=len(previewed.rows) - len(added) - len(changed),
                refused=previewed.refused_rows,
            )
            brought = [*(case for _, case in added), *changed]
            record = ImportRecord(
                previewed.source,
                result.added,
                result.updated,
                result.unchanged,
                result.refused,
                digest=_digest(brought),
            )
            self._cases.record_import(record, by)
            self._register.history.append(
                by, "imported", ("cases", record.digest), after=asdict(record)
            )
        return result

    def _named(
        self, rows: list[PreparedCase], known: Mapping[str, Case], progress: Progress
    ) -> Iterator[tuple[str, Case]]:
        """Give each new child a reference: the list's own, else the next number."""
        taken = {case.reference for case in known.values()} | set(self._cases.references())
        prefix = self._settings.get().reference_prefix
        used = taken | {row.reference for row in rows}
        free = (
            name
            for number in count(_highest(taken, prefix) + 1)
            if (name := f"{prefix}-{number:04}") not in used
        )
        # Ids and references that both ascend are written one after the other; in random places
        # of three indexes they take twice the time.
        for done, (row, id_) in enumerate(zip(rows, new_ids(len(rows)), strict=True), 1):
            if row.reference in taken:
                raise UserError(
                    f"Row {row.row_number} gives the reference {row.reference}, which another"
                    " child in this register has.",
                    "Nothing was saved. Leave the reference column out, or correct the list.",
                )
            if row.reference:
                taken.add(row.reference)
            if done % _REPORT_EVERY == 0:
                progress(done, len(rows))
            yield row.system_id, Case(id_, row.reference or next(free), row.facts)


def preview_to_dict(previewed: ImportPreview, *, saved: bool) -> dict[str, Any]:
    """Return a preview as plain JSON types; the council's own numbers are not in it."""
    return {
        "source": previewed.source,
        "saved": saved,
        "new": previewed.new,
        "known": previewed.known,
        "repeated": previewed.repeated,
        "refused_rows": previewed.refused_rows,
        "kept": [asdict(column) for column in previewed.kept],
        "dropped": [asdict(column) for column in previewed.dropped],
        "unknown": [asdict(column) for column in previewed.unknown],
        "refused": [asdict(fault) for fault in previewed.refused],
    }


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


def _changed(rows: Sequence[PreparedCase], known: Mapping[str, Case]) -> Iterator[Case]:
    for row in rows:
        case = known.get(row.system_id)
        if case is not None:
            facts = {**case.facts, **row.facts}
            if facts != case.facts:
                yield replace(case, facts=facts)


def _highest(references: set[str], prefix: str) -> int:
    numbers = (
        reference.removeprefix(f"{prefix}-")
        for reference in references
        if reference.startswith(f"{prefix}-")
    )
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _digest(cases: list[Case]) -> str:
    text = to_json([(case.reference, case.facts) for case in cases])
    return hashlib.sha256(text.encode()).hexdigest()
