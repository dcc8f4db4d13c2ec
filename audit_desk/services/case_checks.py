"""Refuses what only a whole list can tell: a child or a reference that stands on it twice.

The first row of a child counts. A later one that says the same is counted once; one that says
something else is left out, with the row that it contradicts.
"""

from collections.abc import Mapping
from typing import Any

from audit_desk.domain.case_fields import CASES
from audit_desk.services.case_rows import WHOLE_ROW
from audit_desk.storage import staged_checks, staged_list
from audit_desk.storage.rows import to_facts
from audit_desk.storage.staged_checks import Twice
from audit_desk.storage.staged_list import StagedFault

_NAMED = 3


def check_list(
    raw: Any,
    id_header: str,
    headers: Mapping[str, str],
    *,
    has_references: bool,
    all_differ: bool,
) -> int:
    """Refuse rows that contradict others or the register.

    Args:
        raw: A connection with the staged list joined to it.
        id_header: The heading of the children's numbers.
        headers: By field key the heading of its column.
        has_references: Whether the list brings references of its own.
        all_differ: Whether no child can stand on it twice, for the numbers stand in order.

    Returns:
        How many rows say the same of the same child as an earlier one.
    """
    if has_references:
        _check_register(raw)
    repeated = 0
    if not all_differ:
        repeated = staged_checks.drop_repeated(raw)
        for block in staged_checks.contradictions(raw):
            staged_list.refuse(
                raw, [(each.row, id_header, "", _contradiction(each, headers)) for each in block]
            )
    if has_references:
        for pairs in staged_checks.taken_in_list(raw):
            staged_list.refuse(raw, [_taken(row, f"in row {first}") for row, first in pairs])
        staged_checks.note_references(raw)
    staged_list.index_faults(raw)
    return repeated


def _check_register(raw: Any) -> None:
    other = "brings another reference than the one that the register has for this child"
    rows = staged_checks.other_than_registered(raw)
    staged_list.refuse(raw, [(row, WHOLE_ROW, "", other) for row in rows])
    rows = staged_checks.taken_in_register(raw)
    staged_list.refuse(raw, [_taken(row, "in the register") for row in rows])
    staged_checks.forget_registered_references(raw)


def _taken(row: int, where: str) -> StagedFault:
    return row, WHOLE_ROW, "", f"has a reference that stands for another child {where}"


def _contradiction(twice: Twice, headers: Mapping[str, str]) -> str:
    first, later = to_facts(twice.first_facts), to_facts(twice.facts)
    differing = [
        headers.get(key) or CASES.field(key).label
        for key in sorted({*first, *later})
        if first.get(key) != later.get(key)
    ] or ["the reference"]
    names = ", ".join(f"“{name}”" for name in differing[:_NAMED])
    more = f" and {len(differing) - _NAMED} more" if len(differing) > _NAMED else ""
    verb = "differs" if len(differing) == 1 else "differ"
    return f"is the same child as in row {twice.first}, but {names}{more} {verb}"
