"""What may become of a list's columns, in one form for a list that can be brought in and not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from audit_desk.domain.case_fields import CASE_FIELDS
from audit_desk.domain.column_recognition import ColumnRole, recognise
from audit_desk.services.case_columns import LEAVE_OUT
from audit_desk.services.case_preview import ImportPreview, ListColumn

CHILD_ID = ColumnRole.SYSTEM_ID.value
TARGETS: tuple[tuple[str, str], ...] = (
    (LEAVE_OUT, "Leave out"),
    (CHILD_ID, "The child's ID (needed)"),
    (ColumnRole.REFERENCE.value, "The audit reference"),
    *((each.key, each.label) for each in CASE_FIELDS),
)
"""What a person may choose for a column: the key and the words."""

FIELD_KEYS = frozenset(each.key for each in CASE_FIELDS)


class Fate(Enum):
    """What becomes of a column."""

    OPEN = "open"
    """Nothing is known of it: left out unless a person says what it is."""
    KEPT = "kept"
    DROPPED = "dropped"
    """It identifies children, or was dropped for another reason that nobody can overrule."""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column of the list.

    Attributes:
        header: Its heading.
        fate: What becomes of it.
        target: What it is kept as; the key for leaving out where it is not.
        note: What it is kept as in words, or why it is not kept.
        by_hand: Whether a person chose.
    """

    header: str
    fate: Fate
    target: str
    note: str
    by_hand: bool


def choices_of(previewed: ImportPreview, by_hand: Mapping[str, str]) -> tuple[ColumnChoice, ...]:
    """Return the columns of a list that can be brought in, the undecided first."""
    return (
        *(_choice(column, Fate.OPEN, by_hand) for column in previewed.unknown),
        *(_left_out(column) for column in previewed.dropped if column.header in by_hand),
        *(_choice(column, Fate.KEPT, by_hand) for column in previewed.kept),
        *(
            _choice(column, Fate.DROPPED, by_hand)
            for column in previewed.dropped
            if column.header not in by_hand
        ),
    )


def choices_from(headers: Sequence[str], by_hand: Mapping[str, str]) -> tuple[ColumnChoice, ...]:
    """Return the columns of a list that cannot be brought in yet, to choose the missing one."""
    found: list[ColumnChoice] = []
    labels = dict(TARGETS)
    for match in recognise(headers):
        if not match.header:
            continue
        if match.role in {ColumnRole.IDENTIFIER, ColumnRole.BIRTH_DATE}:
            found.append(ColumnChoice(match.header, Fate.DROPPED, LEAVE_OUT, match.reason, False))
            continue
        own = match.field_key or (CHILD_ID if match.role is ColumnRole.SYSTEM_ID else LEAVE_OUT)
        target = by_hand.get(match.header, own)
        fate = Fate.OPEN if target == LEAVE_OUT else Fate.KEPT
        found.append(
            ColumnChoice(
                match.header, fate, target, labels.get(target, ""), match.header in by_hand
            )
        )
    order = list(Fate)
    return tuple(sorted(found, key=lambda choice: order.index(choice.fate)))


def _choice(column: ListColumn, fate: Fate, by_hand: Mapping[str, str]) -> ColumnChoice:
    chosen = column.header in by_hand
    return ColumnChoice(column.header, fate, column.target or LEAVE_OUT, column.note, chosen)


def _left_out(column: ListColumn) -> ColumnChoice:
    return ColumnChoice(column.header, Fate.OPEN, LEAVE_OUT, "", by_hand=True)
