"""Saves a list of cases that was looked at: all of it, or nothing."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.errors import UserError
from audit_desk.services.case_preview import ImportPreview
from audit_desk.services.case_table import Progress
from audit_desk.services.staged_cases import StagedCases, stage_prepared
from audit_desk.services.translations import TranslationService
from audit_desk.storage import staged_apply
from audit_desk.storage.case_repo import CaseRepo, ImportRecord
from audit_desk.storage.list_repo import ListRepo
from audit_desk.storage.register import Register
from audit_desk.storage.staged_diff import stamp
from audit_desk.storage.staging import Staging

_STAFF = tuple(field.key for field in CASE_FIELDS if field.names_staff)


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


class CaseListSaving:
    """Saves looked-at lists in one register.

    Args:
        register: The register.
        prefix: What references begin with.
        today: The day of the import.
    """

    def __init__(self, register: Register, prefix: str, today: date) -> None:
        self._register = register
        self._prefix = prefix
        self._today = today
        self._lists = ListRepo(register)

    def save(self, previewed: ImportPreview, by: str, progress: Progress) -> ImportResult:
        """Save a list as one transaction: new children, what is new of known ones, who left.

        A fact that the list does not bring is kept; lists of different kinds add up.

        Args:
            previewed: What was looked at.
            by: Who brings it in.
            progress: Told about children done of all; it may raise ``Cancelled``.

        Raises:
            UserError: The register's cases have changed since the list was looked at.
            Cancelled: A person cancelled; nothing was saved.
        """
        staged = previewed.staged
        if staged is not None:
            return self._save(previewed, staged, by, progress)
        staging = Staging()
        try:
            with staging.writing(self._register) as raw:
                staged = stage_prepared(raw, previewed.rows, staging)
            return self._save(previewed, staged, by, progress)
        finally:
            staging.close()

    def _save(
        self, previewed: ImportPreview, staged: StagedCases, by: str, progress: Progress
    ) -> ImportResult:
        with staged.staging.attached(self._register) as raw, self._register.transaction():
            if stamp(raw) != staged.stamp:
                raise UserError(
                    "The cases of this register have changed since the list was looked at.",
                    "Nothing was saved just now. Look at the list again and bring it in.",
                )
            list_id = self._list(previewed, staged)
            self._write(raw, list_id, staged, progress)
            staged_apply.note_former_staff(raw, _STAFF, self._today.isoformat())
            closed = staged_apply.settle_members(raw, list_id, self._today.isoformat())
            difference = staged.difference
            result = ImportResult(
                added=difference.new,
                updated=difference.changed,
                unchanged=difference.known - difference.changed,
                refused=previewed.refused_rows,
                closed=closed,
                reopened=difference.reopened,
            )
            self._record(previewed, staged, result, by)
        return result

    def _list(self, previewed: ImportPreview, staged: StagedCases) -> str:
        """Return the id of the list, which is new or has a new edition."""
        name = previewed.list_name or previewed.source
        list_id = staged.list_id
        if list_id is None:
            known = {each.name.casefold(): each.id for each in self._lists.all()}
            return known.get(name.casefold()) or self._lists.add(name, staged.headings)
        if staged.whole:
            self._lists.renew(list_id, staged.headings)
        return list_id

    def _write(self, raw: Any, list_id: str, staged: StagedCases, progress: Progress) -> None:
        new, changed = staged.difference.new, staged.difference.changed
        total = new + changed
        progress(0, total)
        for done in staged_apply.add_new(raw, list_id, self._prefix):
            progress(done, total)
        for done in staged_apply.change_known(raw):
            progress(new + done, total)

    def _record(
        self, previewed: ImportPreview, staged: StagedCases, result: ImportResult, by: str
    ) -> None:
        counts = asdict(result)
        closed, reopened = counts.pop("closed"), counts.pop("reopened")
        record = ImportRecord(previewed.source, **counts, digest=staged.digest)
        CaseRepo(self._register).record_import(record, by)
        TranslationService(self._register).keep(previewed.translations, by)
        after = {
            **asdict(record),
            "list": previewed.list_name,
            "closed": closed,
            "reopened": reopened,
            "gone": staged.difference.gone,
        }
        self._register.history.append(by, "imported", ("cases", record.digest), after=after)
