"""A list of cases that waits in the scratch database between look and import."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit_desk.services.case_preparation import PreparedCase
from audit_desk.services.case_preview import FieldValues
from audit_desk.storage import staged_checks, staged_list
from audit_desk.storage.rows import new_ids, to_json
from audit_desk.storage.staged_diff import Difference, compare, stamp
from audit_desk.storage.staged_list import Counts
from audit_desk.storage.staging import Staging


@dataclass(frozen=True, slots=True)
class StagedCases:
    """A list that waits in a scratch file.

    Attributes:
        staging: The scratch file.
        headings: The letters and digits of its headings.
        list_id: The list that it is the next edition of; ``None`` where it is a new one.
        whole: Whether it is complete.
        difference: What it would do.
        counts: How much there is to show of it.
        stamp: By which a later import into the register is noticed.
        digest: SHA-256 over the facts of its rows.
        repeated: How many rows say the same as an earlier one.
        values: The values of its columns that have few.
    """

    staging: Staging
    headings: tuple[str, ...]
    list_id: str | None
    whole: bool
    difference: Difference
    counts: Counts
    stamp: tuple[int, ...]
    digest: str
    repeated: int = 0
    values: tuple[FieldValues, ...] = ()


def stage_prepared(raw: Any, rows: Sequence[PreparedCase], staging: Staging) -> StagedCases:
    """Put cases that were prepared in memory into a scratch file."""
    staged_list.make_tables(raw)
    digest = hashlib.sha256()
    staged = []
    for row, id_ in zip(rows, new_ids(len(rows)), strict=True):
        facts = to_json(row.facts)
        digest.update(facts.encode())
        staged.append((row.row_number, row.system_id, row.reference or None, facts, id_))
    staged_list.add_rows(raw, staged)
    staged_checks.note_references(raw)
    staged_list.index_faults(raw)
    difference = compare(raw, None)
    return StagedCases(
        staging,
        headings=(),
        list_id=None,
        whole=False,
        difference=difference,
        counts=staged_list.count(raw),
        stamp=stamp(raw),
        digest=digest.hexdigest(),
    )
