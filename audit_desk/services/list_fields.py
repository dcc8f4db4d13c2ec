"""What the columns of each kind of list may be read as."""

from audit_desk.domain.case_event import ListKind
from audit_desk.domain.case_field import Catalogue
from audit_desk.domain.case_fields import CASES
from audit_desk.domain.column_recognition import ColumnRole
from audit_desk.domain.event_fields import catalogue

LEAVE_OUT = "skip"
"""What a column is mapped to that is not to be kept."""

_ID = (ColumnRole.SYSTEM_ID.value, "The child's ID (needed)")
_REFERENCE = (ColumnRole.REFERENCE.value, "The audit reference")
_BIRTH = (ColumnRole.BIRTH_DATE.value, "Date of birth, for the age only")


def catalogue_of(kind: ListKind) -> Catalogue:
    """Return the facts that a list of a kind may bring."""
    return CASES if kind is ListKind.CASES else catalogue(kind)


def field_keys(kind: ListKind) -> frozenset[str]:
    """Return the keys of those facts."""
    return frozenset(field.key for field in catalogue_of(kind).fields)


def targets_of(kind: ListKind) -> tuple[tuple[str, str], ...]:
    """Return what a column may be read as, by key and in words; leaving it out comes first."""
    of_cases = (_BIRTH,) if kind is ListKind.CASES else ()
    fields = ((field.key, field.label) for field in catalogue_of(kind).fields)
    return ((LEAVE_OUT, "Leave out"), _ID, _REFERENCE, *of_cases, *fields)


def target_keys(kind: ListKind) -> frozenset[str]:
    """Return the keys of what a column may be read as."""
    return frozenset(key for key, _ in targets_of(kind))
