"""Tells from a list's headings whether its rows are events, and of which kind.

A list of cases is what most lists are, so events are recognised only where the headings leave no
doubt. Annex A's list 5 (section 47 enquiries) counts as a list of cases: its dates are facts of
the child, and as a rule each child stands on it once. Where a child stands on several rows, a
person chooses to read it as strategy discussions.
"""

from collections.abc import Sequence

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.column_recognition import ColumnMatch, ColumnRole, header_key, recognise
from audit_desk.domain.event_fields import CATALOGUES, GENERIC, beginning

_COMMON = frozenset(
    (
        "team",
        "worker",
        "cst_worker",
        "manager",
        "chair",
        "age",
        "gender",
        "ethnicity",
        "disability",
        "status",
    )
)
"""Facts that stand on any list beside what it is about."""
_STAFF = frozenset({"supervisor", "supervisee"})
_FEWEST = 3
"""Columns that a list must have whose beginning is called by no more than "Start"."""


def recognise_kind(headers: Sequence[str]) -> ListKind:
    """Return what the rows of a list with these headings stand for."""
    as_cases = recognise(headers)
    about_cases = {
        match.index for match in as_cases if match.field_key and match.field_key not in _COMMON
    }
    fitting = {
        kind: weight
        for kind in CATALOGUES
        if (weight := _weight(kind, recognise(headers, CATALOGUES[kind]), about_cases))
    }
    return max(fitting, key=lambda kind: fitting[kind]) if fitting else ListKind.CASES


def _weight(kind: ListKind, matches: Sequence[ColumnMatch], about_cases: set[int]) -> int:
    """Return how many columns speak for a kind of event; 0 where there is any doubt."""
    fields = [match for match in matches if match.role is ColumnRole.FIELD]
    starts = [
        match
        for match in fields
        if match.field_key == beginning(kind).key and match.index not in about_cases
    ]
    telling = [match for match in fields if not _is_general(match)]
    only_cases = about_cases - {match.index for match in fields}
    if not starts or not telling or len(only_cases) >= len(fields):
        return 0
    if _is_general(starts[0]) and len(fields) < _FEWEST:
        return 0
    return len(fields)


def _is_general(match: ColumnMatch) -> bool:
    return header_key(match.header) in GENERIC or match.field_key in _STAFF
