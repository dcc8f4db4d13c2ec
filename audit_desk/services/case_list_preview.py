"""Looks at a list of cases: what importing it would do, with nothing saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from audit_desk.domain.case_fields import CASES
from audit_desk.domain.case_fields import field as case_field
from audit_desk.domain.column_recognition import ColumnRole, header_key
from audit_desk.services.case_columns import column_name, plan_columns
from audit_desk.services.case_preparation import KEPT_ROLES, PreparedCase
from audit_desk.services.case_preview import (
    DROPPED_ROLES,
    CaseChange,
    Edition,
    ImportPreview,
    Leaving,
    listed,
)
from audit_desk.services.case_rows import RowFault
from audit_desk.services.case_table import Progress, Table, no_progress
from audit_desk.services.list_identity import find_list, list_title
from audit_desk.services.list_reading import ListReading
from audit_desk.services.staged_cases import StagedCases
from audit_desk.services.translations import (
    Translations,
    TranslationService,
    check_translations,
)
from audit_desk.storage import staged_list
from audit_desk.storage.list_repo import HeldList, ListRepo
from audit_desk.storage.register import Register
from audit_desk.storage.rows import to_facts
from audit_desk.storage.staged_diff import compare, stamp
from audit_desk.storage.staged_pages import CHANGES, FAULTS, LEAVING, ROWS, Pages
from audit_desk.storage.staging import Staging

_UNKNOWN_ROLES = frozenset({ColumnRole.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a list.

    Attributes:
        mapping: By column index what the column is; see ``case_columns.plan_columns``.
        translations: By field key what the list's own values are read as.
        list_name: Which list it is the next edition of; ``None`` finds it.
        whole: Whether it is complete.
    """

    mapping: Mapping[int, str] | None = None
    translations: Translations = field(default_factory=dict)
    list_name: str | None = None
    whole: bool = True


def preview_cases(
    register: Register,
    table: Table,
    said: Said,
    today: date,
    progress: Progress = no_progress,
) -> ImportPreview:
    """Return what importing a list of cases would do; the register is only read.

    Args:
        register: The register.
        table: The list.
        said: What a person said of it.
        today: The day of the import: dates after it are refused, ages are counted to it.
        progress: Told about rows done of all; it may raise ``Cancelled``.

    Raises:
        UserError: The columns do not make a case list, a translation cannot be used, or there
            is no room for the scratch file.
        Cancelled: A person cancelled.
    """
    columns = plan_columns(table, said.mapping)
    check_translations(said.translations, CASES, today)
    translations = TranslationService(register).joined(said.translations)
    held = ListRepo(register).all()
    headings = heading_keys(table.headers)
    name, last = find_list(held, said.list_name, list_title(table.source), headings)
    reading = ListReading(table, columns, today, translations)
    staging = Staging(reading.size)
    try:
        staged = _stage(register, staging, reading, headings, last, progress, whole=said.whole)
    except BaseException:
        staging.close()
        raise
    difference, counts = staged.difference, staged.counts
    return ImportPreview(
        source=table.source,
        kept=listed(columns, KEPT_ROLES),
        dropped=listed(columns, DROPPED_ROLES),
        unknown=listed(columns, _UNKNOWN_ROLES),
        rows=Pages(staging, ROWS, difference.rows, _prepared),
        refused=Pages(staging, FAULTS, counts.faults, RowFault),
        refused_rows=counts.left_out,
        repeated=staged.repeated,
        new=difference.new,
        changed=difference.changed,
        unchanged=difference.known - difference.changed,
        gone=difference.gone,
        reopened=difference.reopened,
        changes=Pages(staging, CHANGES, counts.changes, _change),
        leaving=Pages(staging, LEAVING, difference.gone, _leaving),
        values=staged.values,
        list_name=name,
        earlier=Edition(last.imported_at, last.children) if last else None,
        lists=tuple(each.name for each in held),
        translations=said.translations,
        staged=staged,
    )


def heading_keys(headers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters and digits of headings, by which an edition of a list is recognised."""
    return tuple(header_key(column_name(header, index)) for index, header in enumerate(headers))


def _stage(
    register: Register,
    staging: Staging,
    reading: ListReading,
    headings: tuple[str, ...],
    last: HeldList | None,
    progress: Progress,
    *,
    whole: bool,
) -> StagedCases:
    with staging.writing(register) as raw:
        digest, repeated = reading.stage(raw, progress)
        difference = compare(raw, last.id if last and whole else None)
        return StagedCases(
            staging,
            headings,
            last.id if last else None,
            whole,
            difference,
            staged_list.count(raw),
            stamp(raw),
            digest,
            repeated,
            reading.values(),
        )


def _prepared(row: int, system_id: str, reference: str, facts: str) -> PreparedCase:
    return PreparedCase(system_id, reference, to_facts(facts), row)


def _change(reference: str, field_key: str, before: str | int | None, after: str) -> CaseChange:
    label = case_field(field_key).label
    return CaseChange(reference, label, "" if before is None else before, after)


def _leaving(reference: str, closes: int) -> Leaving:
    return Leaving(reference, closes=bool(closes))
